/** What is counted while people speak. */
export interface Tally {
  people: number;
  /** Also those that were sent again. */
  requests: number;
  /** Requests that were not acknowledged, by status, or that no answer came to. */
  readonly refusals: Map<string, number>;
  /** Lines after which somebody was asked to say it again. */
  apologies: number;
  /** Lines after which somebody went on without having seen the reply. */
  unansweredInTime: number;
}

export function newTally(): Tally {
  return { people: 0, requests: 0, refusals: new Map(), apologies: 0, unansweredInTime: 0 };
}
