/** Fills the {placeholders} of the words that stand around a conversation. One with no value stays as it is. */
export function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
