/** Work that others wait for, with an end to it. */

/**
 * What `work` gives. Rejects after so many milliseconds, or as soon as `stopping` is aborted, whether or not the work listens to the
 * signal that it is given. Without AbortSignal.any: what that makes can stay for as long as the program does.
 */
export async function within<Value>(
  milliseconds: number,
  stopping: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  if (stopping?.aborted) throw tooLate();
  const ending = new AbortController();
  const stop = () => ending.abort();
  const timer = setTimeout(stop, milliseconds);
  stopping?.addEventListener("abort", stop);
  try {
    return await Promise.race([work(ending.signal), aborted(ending.signal)]);
  } finally {
    clearTimeout(timer);
    stopping?.removeEventListener("abort", stop);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(tooLate()), { once: true });
  });
}

function tooLate(): Error {
  return new Error("no answer in time");
}
