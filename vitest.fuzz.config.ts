import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/fuzz/**/*.fuzz.ts"],
    testTimeout: 3_600_000,
    // One after the other: how long the event loop is held up is looked at.
    maxWorkers: 1,
    // What is held is looked at.
    execArgv: ["--expose-gc"],
    reporters: ["default", ["json", { outputFile: "coverage/fuzz.json" }]],
  },
});
