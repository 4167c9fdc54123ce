/** What a manager sees of a team, on people who do not exist: it says so first. */
import type { Part } from "../../chat/reply.ts";
import type { Drawn } from "./drawing.ts";
import { PartShown } from "./part.tsx";

export function Team({ drawing, team }: Drawn & { team: readonly Part[] }) {
  const { words, home } = drawing;
  return (
    <>
      <main id="main" class="welcome team">
        <h1 id="ask" tabIndex={-1}>
          {words.team.title}
        </h1>
        <p class="persona-note">
          <strong>{words.team.madeUp}</strong> {words.personas.manager.says}
        </p>
        {team.map((part) => (
          <PartShown key={part.kind} part={part} drawing={drawing} />
        ))}
      </main>
      <footer class="foot">{home.source}</footer>
    </>
  );
}
