import { describe } from "vitest";
import { killAndTell } from "./one-program.ts";

describe("one program on PostgreSQL", () => {
  killAndTell("PostgreSQL");
});
