// Which measures of a dataset belong together: a total and its parts, or a share and what it is worked out of. What
// one of them leaves out another may give back.
import { fold, sameKey } from '../../registers/same-key.ts';
import type { MeasureFact } from '../dataset/dataset.ts';

/** Measures read under one another, and those whose codes differ by a last letter (21a, 21b). */
export const familiesOf = (
  measures: readonly MeasureFact[],
): readonly (readonly MeasureFact[])[] => {
  const headOf = new Map<string, string>();
  const find = (name: string): string => {
    const next = headOf.get(name) ?? name;
    return next === name ? name : find(next);
  };
  const join = (one: string, other: string) => headOf.set(find(one), find(other));
  for (const { key, code, parent } of measures) {
    join(nameOf(key), `stem ${stemOf(code)}`);
    if (parent) join(nameOf(key), nameOf(parent));
  }
  return [...Map.groupBy(measures, ({ key }) => find(nameOf(key))).values()].filter(
    (family) => family.length > 1,
  );
};

/** However its letters are written, as its row is found. */
const nameOf = (key: string): string => `key ${fold(key)}`;

const stemOf = (code: string): string => code.toLowerCase().replace(/(?<=\d)[a-z]$/, '');

/** Whether one is counted in the other, as far as parent, code and unit say. */
export const isPartOf = (part: MeasureFact, whole: MeasureFact): boolean =>
  part !== whole &&
  part.unit === whole.unit &&
  part.figureIs === whole.figureIs &&
  (sameKey(part.parent ?? null, whole.key) ||
    (part.code !== whole.code && stemOf(part.code) === whole.code.toLowerCase()));
