#!/usr/bin/env node
/** The command line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Command } from "commander";
import pc from "picocolors";
import { z } from "zod";
import { advicePrinted, adviseToday, chatInJson, chatInTerminal, openApp, ROOT } from "./app.ts";
import { ConfigError } from "./config.ts";
import { checkContent } from "./content/check.ts";
import { ContentError, lineOf } from "./content/finding.ts";
import { type Library, openLibrary, readRecord } from "./content/library.ts";
import { writeSchemas } from "./content/schemas.ts";
import { readJson, sentenceOf } from "./facts/flaw.ts";
import type { LearnerRecord } from "./record/record.ts";
import { StoreError } from "./store/database.ts";

const hasColour = pc.isColorSupported && process.stdout.isTTY === true;
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };

const program = new Command("signpost")
  .description(
    "Walks people in learning support to the qualification that fits, and says what is left to do.",
  )
  .version(version);

program
  .command("chat")
  .description("talk to the advisor in this terminal")
  .option("--json", "one JSON object a line in, one a line out")
  .option("--record <file>", "start from a learner's record")
  .action(async ({ json, record: file }: { json?: boolean; record?: string }) => {
    const record = file === undefined ? null : recordFrom(openLibrary(ROOT), file);
    if (record === "refused") return;
    const app = await openApp(process.env);
    try {
      const terminal = { input: process.stdin, write: print, complain, hasColour };
      await (json ? chatInJson : chatInTerminal)(app, terminal, record);
    } finally {
      await app.close();
    }
  });

program
  .command("advise")
  .description("advice on learners' records; - reads records from standard input, one a line")
  .argument("<record...>", "JSON files")
  .option("--json", "one JSON object a record, one a line")
  .action(async (files: string[], { json }: { json?: boolean }) => {
    const library = openLibrary(ROOT);
    for (const file of files) {
      if (file === "-") await adviseLines(library, json === true);
      else await adviseText(library, file, textOf(file), json === true);
    }
  });

program
  .command("check")
  .description("check rules/ and conversations/")
  .option("--json", "findings as JSON, one a line")
  .action(async ({ json }: { json?: boolean }) => {
    const findings = await checkContent(ROOT);
    for (const finding of findings) print(`${json ? JSON.stringify(finding) : lineOf(finding)}\n`);
    const errors = findings.filter(({ severity }) => severity === "error").length;
    if (!json) print(errors === 0 ? "The content is in order.\n" : `${errors} to mend.\n`);
    if (errors > 0) process.exitCode = 1;
  });

program
  .command("schemas", { hidden: true })
  .description("write schemas/*.schema.json from the program's own schemas")
  .action(() => {
    for (const file of writeSchemas(ROOT)) print(`${file}\n`);
  });

async function adviseLines(library: Library, isJson: boolean): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() !== "") await adviseText(library, `line ${number}`, line, isJson);
  }
}

/** A refused record prints every problem on standard error and nothing on standard output. */
async function adviseText(
  library: Library,
  name: string,
  text: string | null,
  isJson: boolean,
): Promise<void> {
  const read = text === null ? null : recordRead(library, name, text);
  if (!read) return;
  const { edition, record } = read;
  if (isJson)
    print(`${JSON.stringify(await adviseToday(edition, record))}
`);
  else print(await advicePrinted(library, edition, record, hasColour));
}

function recordRead(library: Library, name: string, text: string) {
  const json = readJson(z.unknown(), text);
  const read = "flaws" in json ? json : readRecord(library, json.value);
  if ("value" in read) return read.value;
  for (const flaw of read.flaws) complain(`${name}: ${sentenceOf(flaw)}`);
  process.exitCode = 2;
  return null;
}

/** The conversation asks for the facts of one edition, so a record of another cannot be talked about. */
function recordFrom(library: Library, file: string): LearnerRecord | "refused" {
  const text = textOf(file);
  const record = text === null ? undefined : recordRead(library, file, text)?.record;
  if (!record) return "refused";
  const { edition } = library.interview;
  if (record.edition === edition) return record;
  complain(
    `${file}: edition: the conversation is about "${edition}"; use signpost advise for "${record.edition}"`,
  );
  process.exitCode = 2;
  return "refused";
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    complain(
      `${file}: this file cannot be read (${(error as Error).message}); check its name and that you may read it`,
    );
    process.exitCode = 2;
    return null;
  }
}

function print(text: string): void {
  process.stdout.write(text);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

// A reader that has had enough, such as `head`, closes the pipe: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  const isForPeople = [ConfigError, ContentError, StoreError].some((kind) => error instanceof kind);
  complain(
    isForPeople ? (error as Error).message : `Something went wrong on our side: ${(error as Error).stack}`,
  );
  process.exitCode = 1;
}
