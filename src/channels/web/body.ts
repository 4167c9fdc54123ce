/** The values of a form, as plain data. */
import type { FastifyRequest } from "fastify";
import type { Sent } from "./read.ts";

/** No form of ours holds nearly as many. */
const MOST_VALUES = 300;

/** What was sent is no form, or too large a one. */
class UnreadBody extends Error {
  override readonly name = "UnreadBody";
  readonly statusCode: number;
  constructor(cause: unknown) {
    super("The body of a request could not be read", { cause });
    const { statusCode } = cause as { statusCode?: number };
    this.statusCode = statusCode === 413 ? 413 : 400;
  }
}

/** The values of a form, whichever way it was sent. Throws with the status to answer where it cannot be read. */
export async function sentIn(request: FastifyRequest): Promise<Sent> {
  try {
    return await valuesIn(request);
  } catch (error) {
    // What reads the parts throws without a status where there are none, and that is no fault of ours.
    throw new UnreadBody(error);
  }
}

async function valuesIn(request: FastifyRequest): Promise<Sent> {
  const values = new Map<string, string[]>();
  let count = 0;
  const add = (name: string, value: string) => {
    count += 1;
    if (count > MOST_VALUES) throw new Error(`A form has more than ${MOST_VALUES} values`);
    const before = values.get(name);
    if (before) before.push(value);
    else values.set(name, [value]);
  };
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      add(
        part.fieldname,
        part.type === "file" ? (await part.toBuffer()).toString("utf8") : String(part.value),
      );
    }
  } else {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(body))
      for (const each of [value].flat()) add(name, String(each));
  }
  return Object.fromEntries(values);
}
