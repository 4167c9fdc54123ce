/** An interview from the welcome to the advice, as answers that the page can be given. */

/** To the first question about a list. */
export const TO_THE_UNITS = [
  "=Start",
  "=A college",
  "=Yes",
  "=Someone else",
  "=Yes",
  "=Learners in lots of subjects",
  "=A full certificate",
  "=Yes",
];

/** From the units to the review; buttons and typed words by turns. */
export const TO_THE_REVIEW = [
  "M1 level 3, M2, the ICT awareness award",
  "=That is all",
  "22.5 hours, one to one and groups",
  "=That is all",
  "2 x 60 min",
  "=That is all",
  "=I am not sure",
  "=Yes",
  "=Yes",
  "=Yes",
];

export const TO_THE_ADVICE = [...TO_THE_UNITS, ...TO_THE_REVIEW, "=Yes, show my advice"];
