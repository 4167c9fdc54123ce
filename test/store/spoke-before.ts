/** Who spoke to programs of versions before, and what they told. */

export const BEGUN = "2026-02-01T08:00:00.000Z";
export const SAID = "2026-02-02T09:00:00.000Z";
/** After every time in these rows. */
export const LATER = "2026-02-20T09:00:00.000Z";

/** They spoke in the terminal, each from the first version on. */
export const ANN = { channel: "console", tenant: "local", user: "me" } as const;
export const BEN = { channel: "console", tenant: "local", user: "person-2" } as const;
export const ANN_ID = "console:me";
export const BEN_ID = "console:person-2";
/** In Slack, of the same workspace as their app. */
export const MEL = { channel: "slack", tenant: "T1", user: "U0MEL" } as const;
export const MEL_ID = "7d6f1a52-6f0e-4a5c-9d3e-0b2f7c1f6a11";

export const EVENTS = {
  [ANN_ID]: [
    '{"kind":"start","record":null}',
    '{"kind":"answer","question":"setting","answer":"fe-college"}',
    '{"kind":"answer","question":"directly","answer":true}',
  ],
  [BEN_ID]: ['{"kind":"start","record":null}'],
  [MEL_ID]: ['{"kind":"start","record":null}', '{"kind":"answer","question":"setting","answer":"prison"}'],
} as const;

export const reply = (words: string) =>
  JSON.stringify({ parts: [{ kind: "text", text: words }], prompt: null });
