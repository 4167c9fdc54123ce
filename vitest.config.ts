import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editions/**"],
    globalSetup: ["test/postgres.ts", "test/logs.ts"],
    testTimeout: 20_000,
    reporters: ["default", ["json", { outputFile: "coverage/results.json" }]],
  },
});
