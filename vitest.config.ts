import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editions/**"],
    globalSetup: ["test/postgres.ts", "test/logs.ts"],
    testTimeout: 20_000,
    // By itself it leaves one of two processors idle, and the whole takes half as long again.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: "coverage/results.json" }]],
  },
});
