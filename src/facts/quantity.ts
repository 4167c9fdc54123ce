/** Figures with their units, in British English: "7.5 hours", "1 credit". */
import type { Catalogue } from "./catalogue.ts";

const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** `amount` is in the measure named by `unit`; without one it is a bare number. */
export function quantity(catalogue: Catalogue, amount: number, unit: string | undefined): string {
  const measure = catalogue.measures.find((each) => each.id === unit);
  const number = NUMBER.format(amount);
  return measure ? `${number} ${number === "1" ? measure.one : measure.other}` : number;
}
