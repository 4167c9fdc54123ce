/** Every text of a file and where it stands. */

export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

export function textsIn(value: unknown, path = ""): PlacedText[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((inner, at) => textsIn(inner, `${path}[${at}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, path === "" ? key : `${path}.${key}`),
  );
}
