/** Reads a CSV of people who are to be asked to join a cohort. Every row is good, or named with its line and what is wrong. */
import { CsvError, parse } from "csv-parse/sync";
import { nearest } from "../facts/nearest.ts";
import { ROLES, type Role } from "./rights.ts";

export interface ImportRow {
  /** As an editor counts, from 1. */
  readonly line: number;
  readonly name: string;
  /** As the channel knows them. */
  readonly user: string;
  readonly role: Role;
}

export interface BadRow {
  /** 0 for the file as a whole. */
  readonly line: number;
  readonly wrong: string;
  readonly right: string;
}

export interface Import {
  readonly rows: readonly ImportRow[];
  readonly bad: readonly BadRow[];
}

/** Bytes, rows and characters. */
const LARGEST = 5_000_000;
const MOST = 10_000;
const LONGEST_NAME = 80;

const COLUMNS = ["name", "user", "role"] as const;

/** How users are called, by channel; elsewhere anything goes. */
const USERS: Readonly<Record<string, { readonly shape: RegExp; readonly right: string }>> = {
  slack: {
    shape: /^[UW][A-Z0-9]{5,}$/,
    right: "use the member ID from the Slack profile, such as U0123ABCD",
  },
  teams: {
    shape: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    right: "use the object ID from Microsoft Entra, such as 5a7e0f1c-3c5d-4a7b-9a41-0d2f6f2b8c11",
  },
};

/** `bytes`: of the file. Never throws for what it may hold. `channel`: of the cohort. */
export function readImport(bytes: Uint8Array, channel: string): Import {
  if (bytes.length > LARGEST) return whole("the file is larger than 5 MB", "split it into several files");
  if (bytes.includes(0)) return whole("this is no plain text", "save it as CSV in UTF-8");
  const text = textOf(bytes);
  if (text === null) return whole("this is not in UTF-8", "save it as CSV in UTF-8");
  if (text.trim() === "")
    return whole("the file is empty", `begin with a line of titles: ${COLUMNS.join(",")}`);
  const records = recordsIn(text);
  if ("wrong" in records) return { rows: [], bad: [records] };
  const [head, ...rest] = records.all;
  const columns = columnsOf(head?.cells ?? []);
  if ("wrong" in columns) return { rows: [], bad: [{ ...columns, line: head?.line ?? 1 }] };
  if (rest.length > MOST) return whole(`the file has ${rest.length} rows`, `split it: ${MOST} at most`);
  return rowsOf(rest, columns.places, head?.cells.length ?? 0, channel);
}

function whole(wrong: string, right: string): Import {
  return { rows: [], bad: [{ line: 0, wrong, right }] };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
}

function recordsIn(text: string): { readonly all: readonly Cells[] } | BadRow {
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  const delimiter =
    [",", ";", "\t"].sort((one, other) => first.split(other).length - first.split(one).length)[0] ?? ",";
  try {
    const found = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { info: { lines: number }; record: readonly string[] }[];
    return {
      // The parser counts to the end of a row; a cell with line breaks began before.
      all: found.map(({ info, record }) => ({ line: info.lines - breaksIn(record), cells: record })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: unknown }).lines ?? 1);
    return {
      line,
      wrong: "the quotes do not fit together from here on",
      right: 'write " inside quotes as ""',
    };
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

type Places = Readonly<Record<(typeof COLUMNS)[number], number>>;

function columnsOf(head: readonly string[]): { readonly places: Places } | Omit<BadRow, "line"> {
  const titles = head.map((title) => title.toLowerCase());
  for (const title of titles) {
    if (COLUMNS.some((column) => column === title)) continue;
    const near = nearest(title, COLUMNS);
    const right = near ? `did you mean "${near}"?` : `use these titles: ${COLUMNS.join(", ")}`;
    return { wrong: `"${title}" is no title that I know`, right };
  }
  const twice = titles.find((title, at) => titles.indexOf(title) !== at);
  if (twice !== undefined)
    return { wrong: `the title "${twice}" stands twice`, right: "leave one of them out" };
  const lacking = ["name", "user"].filter((column) => !titles.includes(column));
  if (lacking.length > 0)
    return {
      wrong: `there is no column ${lacking.join(" and ")}`,
      right: `begin with a line of titles: ${COLUMNS.join(",")}`,
    };
  return {
    places: { name: titles.indexOf("name"), user: titles.indexOf("user"), role: titles.indexOf("role") },
  };
}

function rowsOf(records: readonly Cells[], places: Places, width: number, channel: string): Import {
  const rows: ImportRow[] = [];
  const bad: BadRow[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of records) {
    const read = rowOf(line, cells, places, width, channel);
    const before = "wrong" in read ? undefined : lines.get(read.user.toLowerCase());
    if ("wrong" in read) bad.push(read);
    else if (before !== undefined)
      bad.push({
        line,
        wrong: `this person stands in line ${before} already`,
        right: "leave one of the two out",
      });
    else {
      lines.set(read.user.toLowerCase(), line);
      rows.push(read);
    }
  }
  return { rows, bad };
}

function rowOf(
  line: number,
  cells: readonly string[],
  places: Places,
  width: number,
  channel: string,
): ImportRow | BadRow {
  const wrong = (what: string, right: string): BadRow => ({ line, wrong: what, right });
  if (cells.length !== width)
    return wrong(
      `there are ${cells.length} cells here, not ${width}`,
      "put a name that has a comma into quotes",
    );
  const name = (cells[places.name] ?? "").replace(/\s+/g, " ");
  const user = cells[places.user] ?? "";
  const named = places.role < 0 ? "" : (cells[places.role] ?? "").toLowerCase();
  if (name === "") return wrong("there is no name", "say what the team calls this person");
  if (name.length > LONGEST_NAME || /\p{C}/u.test(name))
    return wrong("this is no name", `use at most ${LONGEST_NAME} letters that can be seen`);
  const known = USERS[channel];
  if (user === "") return wrong("there is no user", known?.right ?? "say how the channel knows this person");
  if (known && !known.shape.test(user))
    return wrong(`"${user.slice(0, 60)}" is no user of ${channel}`, known.right);
  const role = named === "" ? "learner" : ROLES.find((each) => each === named);
  if (!role) {
    const near = nearest(named, ROLES);
    return wrong(
      `"${named.slice(0, 60)}" is no role`,
      near ? `did you mean "${near}"?` : `use ${ROLES.join(", ")}`,
    );
  }
  return { line, name, user: channel === "teams" ? user.toLowerCase() : user, role };
}
