import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/crash/**/*.crash.ts"],
    globalSetup: ["test/crash/setup.ts"],
    // A hundred starts on two processors that a second test uses, too.
    testTimeout: 1_200_000,
    hookTimeout: 60_000,
    // Two programs that are killed again and again keep two processors busy.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: "coverage/crash.json" }]],
  },
});
