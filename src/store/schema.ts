/** The tables, as the newest migration leaves them. Times are ISO texts, JSON is kept as text. */

export interface PeopleTable {
  /** `channel:name`, as the channel knows the person. */
  id: string;
  created_at: string;
}

export interface EventsTable {
  person: string;
  /** 1, 2, 3 … for each person; two writers of one number cannot both succeed. */
  sequence: number;
  turn: string;
  event: string;
  said_at: string;
}

export interface Schema {
  people: PeopleTable;
  events: EventsTable;
}
