/** Each content file names its JSON Schema, and the schemas are as the program makes them: an editor relies on both. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { errorAt, type Finding } from "../finding.ts";
import { jsonNames } from "../folder.ts";
import { editionFolders } from "../library.ts";
import { schemaFile, schemaFiles } from "../schemas.ts";

const RUN = "run npm run schemas";

/** schemas/ against what the program would write there. */
export function schemaTexts(root: string): Finding[] {
  const wanted = schemaFiles(root);
  const stale = [...wanted].flatMap(([file, text]) => {
    if (!existsSync(join(root, file))) return [errorAt(file, "", "this file is missing", RUN)];
    return readFileSync(join(root, file), "utf8") === text
      ? []
      : [errorAt(file, "", "this file is not as the program makes it", RUN)];
  });
  const records = editionFolders(root).map((name) => schemaFile(`record.${name}`));
  const left = jsonFiles(root, "schemas").filter((file) => !wanted.has(file) && !records.includes(file));
  return [
    ...stale,
    ...left.map((file) => errorAt(file, "", "nothing has this schema any more", "delete it")),
  ];
}

/** `$schema` at the top of every file that people edit. A file that is no JSON is left to its reader. */
export function schemaNames(root: string): Finding[] {
  const folders = editionFolders(root).flatMap((name) => [
    `rules/${name}`,
    `rules/${name}/requirements`,
    `rules/${name}/scenarios`,
  ]);
  return ["conversations", ...folders].flatMap((folder) =>
    jsonFiles(root, folder).flatMap((file) => {
      const content = contentOf(join(root, file));
      if (!content) return [];
      const wanted = relative(dirname(file), schemaFile(kindOf(file)));
      if (content.$schema === wanted) return [];
      const wrong =
        content.$schema === undefined
          ? "this is missing, so that no editor can complete or underline"
          : `${JSON.stringify(content.$schema)} is not the schema of this file`;
      return [errorAt(file, "$schema", wrong, `write "${wanted}"`)];
    }),
  );
}

/** All requirements are of one kind, and so are all scenarios and all interviews. */
function kindOf(file: string): string {
  const name = basename(file, ".json");
  const folder = basename(dirname(file));
  if (["requirements", "scenarios"].includes(folder)) return folder;
  return name.startsWith("interview-") ? "interview" : name;
}

function jsonFiles(root: string, folder: string): string[] {
  return jsonNames(join(root, folder)).map((name) => `${folder}/${name}`);
}

function contentOf(path: string): { $schema?: unknown } | null {
  try {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof content === "object" && !Array.isArray(content) ? content : null;
  } catch {
    return null;
  }
}
