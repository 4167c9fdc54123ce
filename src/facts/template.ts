/** Fills the {placeholders} of a wording that stands in JSON. */

/** Throws on a placeholder with no value: `signpost check` finds those before a person does. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([A-Za-z][\w.-]*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`The wording "${template}" names {${name}}, which has no value here`);
    return String(value);
  });
}

/** The names of the placeholders in a wording. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(/\{([A-Za-z][\w.-]*)\}/g)].map((match) => match[1] as string);
}
