/** One thing after the other for each key: what one person says in one program is heard in turn. */

export type Queue = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

export function openQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const mine = before ? before.then(work, work) : work();
    last.set(key, mine);
    const leave = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}
