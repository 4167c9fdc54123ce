/** Draws a reply as plain lines of text. Colour only adds: every line reads the same without it. */
import pc from "picocolors";
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
  switch (part.kind) {
    case "heading":
      return `${bold(part.text)}\n${"=".repeat(part.text.length)}`;
    case "text":
      return part.text;
    case "list":
      return [
        ...(part.title ? [bold(part.title)] : []),
        ...part.items.map((item, place) => `${part.isNumbered ? `${place + 1}.` : "-"} ${item}`),
      ].join("\n");
    case "progress":
      return dim(`(${part.text})`);
    case "file":
      return `--- ${part.name} ---\n${part.content}--- end of ${part.name} ---`;
  }
}

function renderPrompt({ text, choices, example, isNumbered }: Prompt, { bold, dim }: Colours): string {
  const marks = choices.map(({ label }, place) => `  ${isNumbered ? place + 1 : "-"}  ${label}`);
  const lines = [bold(text), ...marks];
  if (example) lines.push(dim(`  For example: ${example}`));
  return lines.join("\n");
}
