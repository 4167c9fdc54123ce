import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editions/**"],
    testTimeout: 20_000,
    reporters: ["default", ["json", { outputFile: "coverage/results.json" }]],
  },
});
