/** The plain form of every part: lines of text that say the same, for channels and readers that cannot draw it. */
import type { Amount, Field, Part } from "./reply.ts";

/** "22.5 of 30 hours" */
export function plainAmount({ done, of, unit }: Amount): string {
  return `${done} of ${of} ${unit}`;
}

/** "still to do: Practice. 7.5 hours … (Learning support practice:235-241)" */
export function plainField({ mark, label, text, place }: Field): string {
  const head = mark ? `${mark.word}: ${label}` : label;
  return `${head}. ${text}${place ? ` (${place})` : ""}`;
}

/** The title of a part, where it has one, and its lines. */
export function plainLines(part: Part): { title: string | null; lines: string[] } {
  switch (part.kind) {
    case "heading":
      return { title: part.text, lines: [] };
    case "text":
      return { title: null, lines: [part.text] };
    case "list": {
      const lines = part.items.map((item, place) => `${part.isNumbered ? `${place + 1}.` : "-"} ${item}`);
      return { title: part.title ?? null, lines };
    }
    case "fields":
      return { title: part.title ?? null, lines: part.items.map((field) => `- ${plainField(field)}`) };
    case "table": {
      const rows = part.rows.map((row) =>
        row.map((cell, column) => `${part.columns[column]?.title ?? ""}: ${cell}`).join("; "),
      );
      return { title: part.title, lines: rows.map((row) => `- ${row}`) };
    }
    case "chart":
      return {
        title: part.title,
        lines: part.bars.map(({ label, value }) => `- ${label}: ${value} ${part.unit}`),
      };
    case "progress":
      return { title: null, lines: [`(${part.text})`] };
    case "file":
      return { title: null, lines: [`--- ${part.name} ---\n${part.content}--- end of ${part.name} ---`] };
  }
}

export function plainText(part: Part): string {
  const { title, lines } = plainLines(part);
  return [...(title === null ? [] : [title]), ...lines].join("\n");
}
