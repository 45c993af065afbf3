// What a target, and the return that asks for a year's target, are known by.

/** The return a year's target is asked for by. */
export const targetReturnKey = (measure: string, year: string): string =>
  `${measure}|${year} target`;

/** The target of a measure from a day on. */
export const targetKey = (measure: string, appliesFrom: Temporal.PlainDate): string =>
  `${measure}|${appliesFrom.toString()}`;
