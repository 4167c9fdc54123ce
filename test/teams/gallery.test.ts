/** Every card of every story, as Microsoft's types read it and Microsoft's renderer draws it. */
import { expect, test } from "vitest";
import { begin, besides, saidIn, stories } from "../channels/stories.ts";
import { openApp } from "./app.ts";
import { drawCards } from "./card/browser.ts";
import { typeFlaws } from "./card/shape.ts";
import { newPerson } from "./platform/place.ts";
import { ANN, calm } from "./seen.ts";
import { OWN, tellerFor } from "./teller.ts";

/** Each once, however often it was drawn. */
async function allCards(): Promise<unknown[]> {
  const cards: unknown[] = [];
  const known = new Set<string>();
  const judge = (activity: unknown) => {
    for (const { content } of (activity as { attachments?: { content: unknown }[] }).attachments ?? []) {
      // The same card drawn for another reply is the same to look at.
      const looks = JSON.stringify(content).replace(/"drawing":\d+/g, "");
      if (!known.has(looks)) cards.push(content);
      known.add(looks);
    }
    return [];
  };
  const greeted = await openApp({ platform: { judge } });
  await greeted.teams.install(ANN);
  await greeted.teams.install(greeted.teams.group("Team", [ANN]));
  await calm(greeted);
  for (const story of stories) {
    const app = await openApp({ today: story.today, platform: { judge } });
    const speaker = { channel: "teams", tenant: app.teams.tenant, user: newPerson(ANN).aadObjectId };
    await begin(app.bot, story, speaker);
    const teller = tellerFor(app, ANN, OWN);
    for (const turn of story.turns) {
      if (!(await teller.tell(saidIn(turn)))) await besides(app.bot, saidIn(turn), speaker);
      await calm(app);
    }
  }
  return cards;
}

test("every card is as the types say, and is drawn whole on a narrow screen and on a wide one", {
  timeout: 300_000,
}, async () => {
  const cards = await allCards();
  expect(cards.length).toBeGreaterThan(200);
  expect(await typeFlaws(cards)).toEqual([]);
  const drawn = await drawCards(cards);
  expect(drawn).toHaveLength(cards.length * 2);
  const flawed = drawn.filter(
    ({ missing, complaints, overflow, cut }) =>
      missing.length > 0 || complaints.length > 0 || overflow > 0 || cut.length > 0,
  );
  expect(flawed.slice(0, 5)).toEqual([]);
});
