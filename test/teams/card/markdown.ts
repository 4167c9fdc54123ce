/** The little Markdown that cards know, as HTML. It runs in the page, so it may use nothing from around it. */

/** Bold, italics, links and lists; a list keeps its signs as words. What is typed stays text. */
export function htmlOf(text: string): string {
  const lines = text
    .replace(
      /\\([!-/:-@[-`{-~])|[&<>"]/g,
      (found, sign: string | undefined) => `&#${(sign ?? found).charCodeAt(0)};`,
    )
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "<b>$2</b>")
    .replace(/(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)/g, "<i>$2</i>")
    .replace(/^ *[-*+] /gm, "\n• ")
    .replace(/^ *(?=\d+[.)] )/gm, "\n");
  return lines
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
}
