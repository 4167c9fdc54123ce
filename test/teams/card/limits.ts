/** What a card may hold at most, and what Teams does not draw: our own limits, stricter than those of Teams. */
import { listOf } from "../../slack/payload/walk.ts";
import { type Flaw, unless } from "./flaw.ts";
import { isAction, isFilled, type Json, type Part, partsOf } from "./part.ts";

const SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";
const VERSION = "1.5";
const ACTIONS = 6;
const COLUMNS = 3;
/** Characters on a button. */
const TITLE = 40;
const IMAGE = /^(https:\/\/|data:image\/(png|jpeg|gif);base64,)/;
const IMAGE_WRONG = "must be https, or a PNG, JPEG or GIF in itself";

export function limitFlaws(card: Json): Flaw[] {
  const parts = partsOf(card);
  return [
    ...unless(card.type === "AdaptiveCard", "type", "must be AdaptiveCard"),
    ...unless(card.version === VERSION, "version", `must be ${VERSION}`),
    ...unless(card.$schema === SCHEMA, "$schema", `must be ${SCHEMA}`),
    ...unless(listOf(card.body).length > 0, "body", "must not be empty"),
    ...unless(isFilled(card.fallbackText), "fallbackText", "must say what the card says"),
    ...countFlaws(parts.filter((part) => isAction(part) && !part.isFallback)),
    ...parts.filter(isAction).flatMap(actionFlaws),
    ...parts.filter(({ type }) => type === "ColumnSet").flatMap(columnFlaws),
    ...parts.flatMap(imageFlaws),
  ];
}

/** A seventh button is hidden. What a whole element does when it is pressed counts like a button. */
function countFlaws(actions: readonly Part[]): Flaw[] {
  return actions
    .slice(ACTIONS)
    .map(({ path }) => ({ path, wrong: `must be no more than ${ACTIONS} actions` }));
}

function actionFlaws({ it, path }: Part): Flaw[] {
  const { title, style, isEnabled } = it;
  const length = typeof title === "string" ? title.length : 0;
  return [
    ...unless(isFilled(title), `${path}.title`, "must not be empty"),
    ...unless(length <= TITLE, `${path}.title`, `must be no more than ${TITLE} characters`),
    ...unless(style === undefined || style === "default", `${path}.style`, "is not drawn by Teams"),
    ...unless(isEnabled === undefined, `${path}.isEnabled`, "is not known to Teams"),
  ];
}

function columnFlaws({ it, path }: Part): Flaw[] {
  const isFine = listOf(it.columns).length <= COLUMNS;
  return unless(isFine, `${path}.columns`, `must be no more than ${COLUMNS} columns`);
}

function imageFlaws({ it, path, type, keys }: Part): Flaw[] {
  const { url, altText, backgroundImage, iconUrl } = it;
  const isImage = type === "Image";
  const addresses = {
    url: isImage || keys.at(-1) === "backgroundImage" ? url : undefined,
    backgroundImage: typeof backgroundImage === "string" ? backgroundImage : undefined,
    iconUrl,
  };
  const inside = path === "" ? "" : `${path}.`;
  return [
    ...Object.entries(addresses).flatMap(([key, address]) =>
      unless(
        address === undefined || (typeof address === "string" && IMAGE.test(address)),
        `${inside}${key}`,
        IMAGE_WRONG,
      ),
    ),
    ...unless(!isImage || isFilled(altText), `${inside}altText`, "must say what the image shows"),
  ];
}
