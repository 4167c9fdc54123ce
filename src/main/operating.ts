/** What whoever runs the program can do, beside starting it. */
import type { Command } from "commander";

export interface Operator {
  environment(): NodeJS.ProcessEnv;
  print(text: string): void;
  complain(line: string): void;
  /** The folder that holds rules/ and conversations/. */
  readonly root: string;
}

export function addOperating(program: Command, { environment, print, complain, root }: Operator): void {
  program
    .command("migrate")
    .description("bring the database up to date, as start does by itself")
    .action(async () => {
      const { migrateNow } = await import("../app/migrating.ts");
      print(await migrateNow(environment()));
    });

  program
    .command("backup")
    .description("copy all that is kept to a file, while the program runs")
    .argument("<file>", "a new file")
    .action(async (file: string) => {
      const { writeBackup } = await import("../app/copies.ts");
      if (!(await writeBackup(environment(), { print, complain }, file))) process.exitCode = 2;
    });

  program
    .command("restore")
    .description("bring a copy back into an empty database")
    .argument("<file>", "what signpost backup wrote")
    .action(async (file: string) => {
      const { readBackup } = await import("../app/copies.ts");
      if (!(await readBackup(environment(), { print, complain }, file))) process.exitCode = 2;
    });

  program
    .command("rotate-keys")
    .description("seal what is secret anew, after SIGNPOST_SECRET was changed")
    .action(async () => {
      const { rotateKeys } = await import("../app/rotating.ts");
      const { text, isDone } = await rotateKeys(environment());
      print(text);
      if (!isDone) process.exitCode = 1;
    });

  program
    .command("publish")
    .description(
      "check the rules and words in a folder, and use them from now on in every program on this database",
    )
    .argument("<folder>", "holds rules/ and conversations/")
    .action(async (folder: string) => {
      const { publishFolder } = await import("../app/publishing.ts");
      if (!(await publishFolder(environment(), { print, complain }, folder))) process.exitCode = 1;
    });

  program
    .command("impact")
    .description("whose advice would change if other rules were published; nothing is changed")
    .argument("<old>", "a folder that holds rules/, or the folder of one edition")
    .argument("<new>", "the same, as it would be")
    .argument("[record...]", "judge these record files instead of the people in the database")
    .option("--json", "one JSON object for each person who would be told something else")
    .action(async (before: string, after: string, files: string[], { json }: { json?: boolean }) => {
      const { tellImpact } = await import("../app/impact.ts");
      const asked = { before, after, files, isJson: json === true };
      if (!(await tellImpact(environment(), { print, complain }, asked))) process.exitCode = 2;
    });

  program
    .command("doctor")
    .description("what is configured, what is missing, and whether the database answers")
    .action(async () => {
      const { examine } = await import("../app/doctor.ts");
      if (!(await examine(environment(), print))) process.exitCode = 1;
    });

  program
    .command("teams-package")
    .description("write the zip to upload to Teams")
    .option("--app-id <guid>", "the Microsoft App ID of the Azure Bot; TEAMS_APP_ID where it is not given")
    .option("--host <host>", "your own host, such as bot.college.ac.uk")
    .option("--out <file>", "the file to write, or to replace", "signpost-teams.zip")
    .action(async ({ appId, host, out }: { appId?: string; host?: string; out: string }) => {
      const { writeTeamsPackage } = await import("../app/teams-package.ts");
      const asked = { appId: appId ?? environment().TEAMS_APP_ID, host, out };
      if (!writeTeamsPackage({ print, complain }, asked, root)) process.exitCode = 2;
    });

  program
    .command("cohort")
    .description("teams of people, for whoever runs the program")
    .command("import")
    .description(
      "ask everybody in a CSV (name, user, role) to join a team; shows what it would do unless told to write",
    )
    .argument("<file>", "CSV in UTF-8")
    .requiredOption("--team <name>", "the team's name, or its id")
    .option("--write", "do it")
    .action(async (file: string, { team, write }: { team: string; write?: boolean }) => {
      const { importCohort } = await import("../app/cohort-import.ts");
      const wanted = { file, team, isWriting: write === true };
      if (!(await importCohort(environment(), { print, complain }, wanted))) process.exitCode = 2;
    });
}
