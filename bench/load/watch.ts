/** Looks every few seconds at what each program holds, and at how long the oldest reply has waited. */
import { readFileSync } from "node:fs";
import type { Program } from "../../test/crash/program.ts";
import type { Sample } from "./figures.ts";

/** One process from its start to its end; a replica that is started again is another. */
export interface Memory {
  readonly replica: number;
  readonly process: number;
  /** Megabytes. */
  readonly samples: Sample[];
}

export interface Watch {
  /** Empty where the system does not tell. */
  readonly memories: readonly Memory[];
  /** Seconds that the oldest reply in the outbox has waited, as the first replica says. */
  readonly ages: readonly Sample[];
  stop(): void;
}

/** Milliseconds. */
const LOOK = 5_000;
const PATIENCE = 4_000;

export function openWatch(programs: readonly Program[]): Watch {
  const memories: Memory[] = [];
  const ages: Sample[] = [];
  const look = async () => {
    const at = Date.now();
    for (const [replica, { id }] of programs.entries()) {
      const value = memoryOf(id);
      if (value === null) continue;
      let memory = memories.find((each) => each.process === id);
      if (!memory) {
        memory = { replica, process: id, samples: [] };
        memories.push(memory);
      }
      memory.samples.push({ at, value });
    }
    const value = await ageIn(programs[0]);
    if (value !== null) ages.push({ at, value });
  };
  const timer = setInterval(() => void look(), LOOK);
  return { memories, ages, stop: () => clearInterval(timer) };
}

/** Megabytes; null where the process is gone, or the system does not tell. */
function memoryOf(id: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/** null where it does not answer, or does not know. */
async function ageIn(program: Program | undefined): Promise<number | null> {
  const signal = AbortSignal.timeout(PATIENCE);
  const figures = await fetch(`${program?.address}/metrics`, { signal }).then(
    (response) => response.text(),
    () => "",
  );
  const age = Number(/^signpost_outbox_age_seconds (\S+)/m.exec(figures)?.[1] ?? Number.NaN);
  return Number.isNaN(age) ? null : age;
}
