#!/usr/bin/env node
/** The command line. Each command loads only the rooms that it needs, so that a quick one is quick. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { Command } from "commander";
import pc from "picocolors";
import { addOperating } from "./main/operating.ts";

const ROOT = join(import.meta.dirname, "..");
/** Errors whose message is written for whoever started the program. */
const FOR_PEOPLE = ["ConfigError", "ContentError", "StoreError", "ServeError"];
const hasColour = pc.isColorSupported && process.stdout.isTTY === true;
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };

const program = new Command("signpost")
  .description(
    "Walks people in learning support to the qualification that fits, and says what is left to do.",
  )
  .version(version);

program
  .command("start")
  .description("serve every channel that is configured; with none, the page to try it on this computer")
  .action(async () => {
    const { serve } = await import("./app/service.ts");
    await serve(environment(), { print, log: process.stderr, untilAskedToStop });
  });

program
  .command("chat")
  .description("talk to the advisor in this terminal")
  .option("--json", "one JSON object a line in, one a line out")
  .option("--record <file>", "start from a learner's record")
  .action(async ({ json, record: file }: { json?: boolean; record?: string }) => {
    const { textToStartFrom } = await import("./app/advising.ts");
    const record = file === undefined ? null : textToStartFrom({ complain }, file);
    if (file !== undefined && record === null) {
      process.exitCode = 2;
      return;
    }
    const { chat } = await import("./app/terminal.ts");
    const terminal = { input: process.stdin, write: print, complain, hasColour };
    await chat(environment(), terminal, { isJson: json === true, record });
  });

program
  .command("advise")
  .description("advice on learners' records; - reads records from standard input, one a line")
  .argument("<record...>", "JSON files")
  .option("--json", "one JSON object a record, one a line")
  .action(async (files: string[], { json }: { json?: boolean }) => {
    const { adviseAll } = await import("./app/advising.ts");
    const desk = { input: process.stdin, print, complain, hasColour };
    if (!(await adviseAll(desk, files, json === true))) process.exitCode = 2;
  });

program
  .command("ask")
  .description("answer a question from the source")
  .argument("<question...>", "in your own words")
  .option("--json", "as one JSON object")
  .action(async (words: string[], { json }: { json?: boolean }) => {
    const { answerTo } = await import("./app/asking.ts");
    print(await answerTo(words.join(" "), json === true));
  });

program
  .command("questions")
  .description("what people asked and got no answer to, grouped, without who asked")
  .option("--json", "one JSON object a line")
  .action(async ({ json }: { json?: boolean }) => {
    const { unanswered } = await import("./app/asking.ts");
    print(await unanswered(environment(), json === true));
  });

program
  .command("check")
  .description("check rules/ and conversations/")
  .option("--json", "findings as JSON, one a line")
  .action(async ({ json }: { json?: boolean }) => {
    const { checkContent } = await import("./content/check.ts");
    const { lineOf } = await import("./content/finding.ts");
    const findings = await checkContent(ROOT);
    for (const finding of findings) print(`${json ? JSON.stringify(finding) : lineOf(finding)}\n`);
    const errors = findings.filter(({ severity }) => severity === "error").length;
    if (!json) print(errors === 0 ? "The content is in order.\n" : `${errors} to mend.\n`);
    if (errors > 0) process.exitCode = 1;
  });

addOperating(program, { environment, print, complain, root: ROOT });

program
  .command("schemas", { hidden: true })
  .description("write schemas/*.schema.json from the program's own schemas")
  .action(async () => {
    const { writeSchemas } = await import("./content/schemas.ts");
    for (const file of writeSchemas(ROOT)) print(`${file}\n`);
  });

program
  .command("train", { hidden: true })
  .description("learn the questions of conversations/answers.json, so that a program that starts need not")
  .action(async () => {
    const { trainAnswers } = await import("./app/asking.ts");
    trainAnswers();
  });

/** The process's environment, with what a file called .env adds to it. */
function environment(): NodeJS.ProcessEnv {
  if (!existsSync(".env")) return process.env;
  try {
    return { ...parseEnv(readFileSync(".env", "utf8").replace(/^\uFEFF/, "")), ...process.env };
  } catch (error) {
    const sentence = `The file .env cannot be read (${(error as Error).message}). Mend it, or take it away.`;
    throw Object.assign(new Error(sentence), { name: "ConfigError" });
  }
}

/** Resolves at Ctrl-C, or when whoever runs the program asks it to end. */
function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    // Who asks twice is not heard twice: a stop takes seconds at most, and cutting it short would cut somebody off.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
  });
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
  const { name, message, stack } = error as Error;
  complain(FOR_PEOPLE.includes(name) ? message : `Something went wrong on our side: ${stack}`);
  process.exitCode = 1;
}
