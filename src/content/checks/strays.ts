/** A JSON file that nothing reads: a slip in its name, or a qualification that is gone. */
import { join } from "node:path";
import { errorAt, type Finding, meant } from "../finding.ts";
import { jsonNames } from "../folder.ts";
import type { CheckedEdition } from "./checked.ts";

const READ = ["edition", "units", "facts", "recommend", "problems", "readings"];

export function strays(root: string, { folder, content }: CheckedEdition): Finding[] {
  const qualifications = content.head.qualifications.map(({ id }) => id);
  return [
    ...unread(root, folder, READ),
    ...unread(root, `${folder}/requirements`, ["role", ...qualifications]),
  ];
}

function unread(root: string, folder: string, known: readonly string[]): Finding[] {
  return jsonNames(join(root, folder)).flatMap((name) => {
    const own = name.replace(/\.json$/, "");
    if (known.includes(own)) return [];
    const right = meant(own, known, "delete it, or name its qualification in edition.json");
    return [errorAt(`${folder}/${name}`, "", "nothing reads this file", right)];
  });
}
