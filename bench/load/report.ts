/** What a person reads of a run: throughput, latencies, faults, memory over time, and what of all was promised. */
import { isIn } from "./faults.ts";
import { percentilesOf } from "./figures.ts";
import type { Outcome } from "./outcome.ts";
import { type Judged, RECOVERY } from "./verdicts.ts";

const ROWS = 12;
const WRONGS = 5;

/** As text in columns. */
export function reportOf(outcome: Outcome, { verdicts, replies }: Judged): string {
  return [
    ...throughput(outcome),
    "",
    ...latencies(outcome, replies),
    "",
    ...faultLines(outcome),
    "",
    ...overTime(outcome),
    "",
    ...verdicts.flatMap(({ name, isReached, says, wrongs }) => [
      `${isReached ? "reached" : "MISSED "}  ${name} (${says})`,
      ...wrongs.slice(0, WRONGS).map((wrong) => `           ${wrong}`),
    ]),
  ].join("\n");
}

function throughput({ begin, end, lines, tally, arrivals, refused }: Outcome): string[] {
  const seconds = (end - begin) / 1_000;
  const said = lines.filter(({ at }) => at <= end).length;
  const refusals = [...tally.refusals].map(([name, count]) => `${count} ${name}`);
  return [
    `${said} lines of ${tally.people} people in ${Math.round(seconds)} s: ${(said / seconds).toFixed(1)} a second`,
    `${tally.requests} requests, not acknowledged at first: ${refusals.length > 0 ? refusals.join(", ") : "none"}`,
    `${arrivals.length} messages arrived; ${refused} were refused by the platforms; ${tally.unansweredInTime} times somebody went on without the reply`,
  ];
}

function latencies({ lines, faults }: Outcome, replies: Judged["replies"]): string[] {
  const heard = lines.flatMap(({ at, acknowledgedAfter }) =>
    acknowledgedAfter === null ? [] : [{ at, after: acknowledgedAfter }],
  );
  const outside = (all: Judged["replies"]) => all.filter(({ at }) => !isIn(faults, at, RECOVERY));
  return tableOf([
    ["milliseconds", "lines", "p50", "p95", "p99", "most"],
    rowOf("line to acknowledgement", heard),
    rowOf("  outside of faults", outside(heard)),
    rowOf("line to reply", replies),
    rowOf("  outside of faults", outside(replies)),
  ]);
}

function rowOf(name: string, all: Judged["replies"]): string[] {
  const { count, p50, p95, p99, most } = percentilesOf(all.map(({ after }) => after));
  const figures = [p50, p95, p99, most].map((figure) =>
    Number.isNaN(figure) ? "-" : String(Math.round(figure)),
  );
  return [name, String(count), ...figures];
}

function faultLines({ faults, begin }: Outcome): string[] {
  if (faults.length === 0) return ["No faults."];
  return tableOf([
    ["fault", "from s", "to s"],
    ...faults.map((fault) => [fault.name, secondsOf(fault.begin - begin), secondsOf(fault.end - begin)]),
  ]);
}

/** Megabytes of each replica, and how long the oldest reply waited: at its worst since the row before. */
function overTime({ begin, calmAt, memories, ages }: Outcome): string[] {
  const replicas = [...new Set(memories.map(({ replica }) => replica))].sort((a, b) => a - b);
  const step = (calmAt - begin) / ROWS;
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const [from, to] = [begin + step * row, begin + step * (row + 1)];
    const within = ({ at }: { at: number }) => at > from && at <= to;
    const age = ages.filter(within).map(({ value }) => value);
    return [
      secondsOf(to - begin),
      ...replicas.map((replica) => {
        const samples = memories.filter((each) => each.replica === replica).flatMap((each) => each.samples);
        const last = samples.filter(within).at(-1);
        return last ? String(Math.round(last.value)) : "-";
      }),
      age.length > 0 ? Math.max(...age).toFixed(1) : "-",
    ];
  });
  return tableOf([
    ["until s", ...replicas.map((replica) => `replica ${replica + 1} MB`), "outbox s"],
    ...rows,
  ]);
}

function secondsOf(milliseconds: number): string {
  return String(Math.round(milliseconds / 1_000));
}

/** The first row has the columns' names; figures stand to the right. */
function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}
