/** Draws a reply as plain lines of text. Colour only adds: every line reads the same without it. */
import pc from "picocolors";
import { plainLines } from "../../chat/plain.ts";
import type { Part, Prompt, Reply } from "../../chat/reply.ts";

type Colours = ReturnType<typeof pc.createColors>;

export function renderReply({ parts, prompt }: Reply, hasColour: boolean): string {
  const colours = pc.createColors(hasColour);
  const drawn = parts.map((part) => renderPart(part, colours));
  if (prompt) drawn.push(renderPrompt(prompt, colours));
  return `${drawn.join("\n\n")}\n`;
}

export function renderParts(parts: readonly Part[], hasColour: boolean): string {
  return renderReply({ parts, prompt: null }, hasColour);
}

function renderPart(part: Part, { bold, dim }: Colours): string {
  const { title, lines } = plainLines(part);
  if (part.kind === "heading") return `${bold(part.text)}\n${"=".repeat(part.text.length)}`;
  if (part.kind === "progress") return dim(lines.join("\n"));
  return [...(title === null ? [] : [bold(title)]), ...lines].join("\n");
}

function renderPrompt({ text, choices, example, isNumbered, kind }: Prompt, { bold, dim }: Colours): string {
  // Of a command the id is the line to type.
  const marks = choices.map(({ id, label }, place) =>
    kind === "command" ? `  ${label}: ${id}` : `  ${isNumbered ? place + 1 : "-"}  ${label}`,
  );
  const lines = [bold(text), ...marks];
  if (example) lines.push(dim(`  For example: ${example}`));
  return lines.join("\n");
}
