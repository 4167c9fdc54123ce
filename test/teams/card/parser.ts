/** What Microsoft's own parser of Adaptive Cards says about a card. */
import { createRequire } from "node:module";
import type { Flaw } from "./flaw.ts";
import { isNewer } from "./newer.ts";
import { drawnBy, type Json } from "./part.ts";

interface ParserEvent {
  readonly message: string;
  readonly source?: { readonly id?: string; getJsonTypeName?(): string };
}

/** As much of the package as is used; its own types do not resolve, and only this file of it loads in Node. */
interface Parser {
  readonly Version: new (major: number, minor: number) => object;
  readonly SerializationContext: new (
    version: object,
  ) => { readonly eventCount: number; getEventAt(index: number): ParserEvent };
  readonly HostConfig: new (config: unknown) => object;
  readonly AdaptiveCard: new () => {
    hostConfig: object;
    parse(card: unknown, context: object): void;
    validateProperties(): { readonly validationEvents: readonly ParserEvent[] };
  };
}

const require = createRequire(import.meta.url);
const parser: Parser = require("adaptivecards/dist/adaptivecards.js");
/** Teams shows one action more than the parser takes by itself. */
const HOST = new parser.HostConfig({ actions: { maxActions: 6 } });
const UNKNOWN = /^Unknown element type "([^"]+)"/;

/**
 * Reads the card twice, as Adaptive Cards 1.5: as it is, where elements of Teams are allowed; and as a client draws it
 * that takes every fallback, where nothing may be unknown. The parser does not say where.
 */
export function parserFlaws(card: Json): Flaw[] {
  const newest = complaints(card).filter((wrong) => !isNewer(UNKNOWN.exec(wrong)?.[1] ?? ""));
  return [...new Set([...newest, ...complaints(drawnBy(() => false, card))])].map((wrong) => ({
    path: "",
    wrong,
  }));
}

function complaints(card: unknown): string[] {
  const context = new parser.SerializationContext(new parser.Version(1, 5));
  const reader = new parser.AdaptiveCard();
  reader.hostConfig = HOST;
  try {
    reader.parse(card, context);
    const read = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
    return [...read, ...reader.validateProperties().validationEvents].map(sentenceOf);
  } catch (error) {
    return [`The parser gives up: ${(error as Error).message}`];
  }
}

function sentenceOf({ message, source }: ParserEvent): string {
  const owner = [source?.getJsonTypeName?.(), source?.id].filter(Boolean).join(" ");
  return owner === "" ? message : `${message} (${owner})`;
}
