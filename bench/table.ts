/** The table that a person reads: where it was measured, the figures in columns, and what each bench does. */
import { cpus, totalmem } from "node:os";
import type { Line } from "./line.ts";

const NUMBER = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const COLUMNS = ["bench", "ours", "unit", "against", "theirs", "ratio", "target", ""] as const;
const TO_THE_RIGHT = [1, 4, 5, 6];

/** Figures mean nothing without the machine that gave them. */
export function placeOf(command: string, now: Date): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? "unknown processor";
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${model}, ${cores.length} cores, ${memory}; Node ${process.version}; ${command}; ${now.toISOString().slice(0, 10)}`;
}

export function tableOf(lines: readonly Line[]): string {
  const rows = [COLUMNS as readonly string[], ...lines.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const drawn = rows.map((row) =>
    row
      .map((cell, column) => padded(cell, column, widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return drawn.join("\n");
}

function cellsOf(line: Line): string[] {
  const { bench, ours, unit, against, theirs, ratio, target, ok } = line;
  const reached = ok ? "reached" : "MISSED";
  return [
    bench,
    NUMBER.format(ours),
    unit,
    against,
    NUMBER.format(theirs),
    `${NUMBER.format(ratio)}x`,
    target === null ? "" : `${target}x`,
    target === null ? "" : reached,
  ];
}

function padded(cell: string, column: number, width: number): string {
  return TO_THE_RIGHT.includes(column) ? cell.padStart(width) : cell.padEnd(width);
}
