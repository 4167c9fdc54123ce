/** Every statement has its place in the source, and the place is really there. */
import type { EditionHead } from "../../advice/edition.ts";
import { type Cite, citeSchema } from "../../advice/unit.ts";
import type { Finding } from "../finding.ts";
import { errorAt, meant } from "../finding.ts";
import type { CheckedEdition } from "./checked.ts";
import { filesOf } from "./rules.ts";

export function citations(edition: CheckedEdition): Finding[] {
  const { head } = edition.content;
  const cited = [...filesOf(edition)].flatMap(([file, content]) =>
    citesIn(content, "").flatMap(({ path, cites }) =>
      cites.length === 0
        ? [errorAt(file, path, "nothing is cited here", citeOne(head))]
        : cites.flatMap((cite, at) => misplaced(file, `${path}[${at}]`, cite, head)),
    ),
  );
  return [...sections(edition), ...cited];
}

function citeOne({ sections: [section] }: EditionHead): string {
  return `name a section and its lines, such as ${JSON.stringify(section)}`;
}

/** Every `cites` of a file, wherever it stands. */
function citesIn(value: unknown, path: string): { path: string; cites: readonly Cite[] }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    if (key === "cites") return [{ path: place, cites: citeSchema.array().parse(inner) }];
    return citesIn(inner, place);
  });
}

export function misplaced(
  file: string,
  path: string,
  { section, lines }: Cite,
  head: EditionHead,
): Finding[] {
  const [first, last] = lines;
  if (last < first)
    return [errorAt(file, `${path}.lines`, `line ${last} comes before ${first}`, "swap them")];
  if (last > head.lines) {
    const wrong = `line ${last} is cited, and the source has ${head.lines} lines`;
    return [errorAt(file, `${path}.lines`, wrong, `cite lines up to ${head.lines}`)];
  }
  const titled = head.sections.filter(({ title }) => title === section);
  if (titled.length === 0) {
    const known = [...new Set(head.sections.map(({ title }) => title))];
    const wrong = `the source has no section called "${section}"`;
    return [errorAt(file, `${path}.section`, wrong, meant(section, known, "see sections in edition.json"))];
  }
  const holds = (own: readonly [number, number]) => own[0] <= first && last <= own[1];
  if (titled.some((each) => holds(each.lines))) return [];
  const at = titled.map((each) => each.lines.join("–")).join(" and ");
  const other = head.sections.find((each) => holds(each.lines));
  const right = other ? `these lines are in "${other.title}"` : `cite lines within ${at}`;
  return [
    errorAt(file, `${path}.lines`, `lines ${first}–${last} are not in "${section}", which is ${at}`, right),
  ];
}

/** The sections themselves lie within the source. */
function sections({ folder, content: { head } }: CheckedEdition): Finding[] {
  return head.sections.flatMap(({ title, lines: [first, last] }, at) =>
    first <= last && last <= head.lines
      ? []
      : [
          errorAt(
            `${folder}/edition.json`,
            `sections[${at}].lines`,
            `"${title}" is said to be lines ${first}–${last} of ${head.lines}`,
            "give its first and last line",
          ),
        ],
  );
}
