/** Whom the app can ask for, and write to. */
import { expect, test } from "vitest";
import { openBot, words } from "./bot.ts";

const TENANT = "11111111-1111-1111-1111-111111111111";
const asking = (id: string, tenantId = TENANT) => ({ members: [{ id }], tenantId, isGroup: false });

test("one person always has the same conversation, and none without the app", async () => {
  const { platform, ask } = await openBot();
  platform.channel("Support", "Trainees", ["tess", "kim"]);
  const { id } = platform.personal("tess");
  const created = [];
  for (const who of ["29:tess", "29:tess", "29:kim"]) created.push(await ask("POST", "", asking(who)));
  expect(created).toMatchObject([
    { status: 201, body: { id } },
    { status: 201, body: { id } },
    { status: 403, body: { error: { code: "ForbiddenOperationException" } } },
  ]);
  expect((await ask("POST", "", asking("29:tess", "another"))).status).toBe(403);
  expect((await ask("POST", "", { members: [] })).status).toBe(400);
  await ask("POST", "", { ...asking("29:tess"), activity: words("first") });
  expect(platform.seen("tess")).toMatchObject([{ activity: words("first") }]);
});

test("the people of a channel and its team come page by page, without the bot", async () => {
  const { platform, ask } = await openBot();
  const users = Array.from({ length: 51 }, (_, place) => `user${place}`);
  const { id, team } = platform.channel("Support", "Trainees", users);
  const page = (place: string, more: string) =>
    ask("GET", `/${encodeURIComponent(place)}/pagedmembers${more}`);
  const first = await page(`${id};messageid=1`, "?pageSize=2");
  expect(first).toMatchObject({ status: 200, body: { continuationToken: "50" } });
  const rest = await page(team?.id ?? "", "?pageSize=2&continuationToken=50");
  expect(rest.body).toEqual({
    members: [
      expect.objectContaining({ id: "29:user50", name: "User50", tenantId: TENANT, userRole: "user" }),
    ],
  });
  expect((await page("19:nowhere", "")).status).toBe(404);
});

test("one of them is found by either id, and nobody else", async () => {
  const { platform, ask } = await openBot();
  const channel = platform.channel("Support", "Trainees", ["tess"]);
  const [tess] = channel.members;
  const path = `/${encodeURIComponent(channel.id)}/members/`;
  for (const id of ["29:tess", tess?.aadObjectId])
    expect((await ask("GET", path + id)).body).toMatchObject({
      name: "Tess",
      email: "tess@academy.example",
    });
  expect(await ask("GET", `${path}29:kim`)).toMatchObject({
    status: 404,
    body: { error: { code: "MemberNotFoundInConversation" } },
  });
});
