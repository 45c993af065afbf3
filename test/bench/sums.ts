// What a roll-up comes to, however it is worked out: counts by quarter, scope and code.

export const counted = [
  'measures',
  'due',
  'returned',
  'onTarget',
  'within',
  'off',
  'notYet',
  'dataOnly',
  'weighted',
] as const;
export type Counts = { [C in (typeof counted)[number]]: number };

/** By 'quarter|scope|code'. */
export type Sums = Map<string, Counts>;

/** Directions of travel of all measures of all quarters, by 'short better', 'long worse' and so on. */
export type Travel = Map<string, number>;

/** The first few places where two roll-ups disagree, in words; none when they are the same. */
export const differences = (name: string, ours: Sums, theirs: Sums): string[] => {
  const keys = new Set([...ours.keys(), ...theirs.keys()]);
  const wrong = [...keys].flatMap((key) =>
    counted.flatMap((count) => {
      const [one, other] = [ours.get(key)?.[count] ?? 0, theirs.get(key)?.[count] ?? 0];
      return one === other ? [] : [`${key}, ${count}: ${one}, but ${other} by ${name}.`];
    }),
  );
  return wrong.length > 5 ? [...wrong.slice(0, 5), `and ${wrong.length - 5} more.`] : wrong;
};

export const travelDifferences = (name: string, ours: Travel, theirs: Travel): string[] =>
  [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((key) => (ours.get(key) ?? 0) !== (theirs.get(key) ?? 0))
    .map((key) => `${key}: ${ours.get(key) ?? 0}, but ${theirs.get(key) ?? 0} by ${name}.`);
