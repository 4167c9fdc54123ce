/** The only reader of the environment: once, at start, with every wrong variable named at once. */
import { join } from "node:path";
import { z } from "zod";
import { readWith, sentenceOf } from "./facts/flaw.ts";

const environmentSchema = z.object({
  SIGNPOST_DATA: z.string().min(1).default("data"),
});

export interface Config {
  /** The file that keeps the conversations. */
  readonly databaseFile: string;
}

/** Variables that are wrong, with words for the person who started the program. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** A variable that is set to nothing is not set. Throws a ConfigError that lists every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = readWith(environmentSchema, set);
  if ("flaws" in read)
    throw new ConfigError(`The environment is not right:\n${read.flaws.map(sentenceOf).join("\n")}`);
  return { databaseFile: join(read.value.SIGNPOST_DATA, "signpost.db") };
}
