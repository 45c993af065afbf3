// What a quarter asks for, learned from the lists as it opens: whose it is, of what, and whether it is had
// yet. What was promised at a poor figure is asked about too, and is known from its list alone.
import type { Fields } from './lists-by-hand.ts';
import type { World } from './random-cycle-answers.ts';
import { published } from './random-cycle-council.ts';
import { cycles } from './random-cycle-model.ts';

/** `promised`: the rows of Actions as they stand. */
export const learn = ({ model, house }: World, row: Fields, promised: readonly Fields[]): void => {
  const key = String(row['Key']);
  const cycle = String(row['Cycle']);
  const owner = row['Owner'] ? String(row['Owner']) : null;
  const measure = house.council.rows.measures?.find((each) => each.key === row['Measure']);
  const of = measure?.key ?? String(row['About']);
  if (!model.ownerOf.has(of)) model.ownerOf.set(of, owner);
  // That of an earlier quarter, asked for again, is out by then.
  const isPublished = of === published.measure && key === `${of}|${cycle.split('|').at(-1)}`;
  model.learn(
    { key, cycle, owner, measure: of, team: measure?.team ?? teamOf(house, of, promised) },
    { revision: Number(row['Revision'] ?? 0), outOn: isPublished ? outIn(cycle) : null },
  );
};

/** Of 'Teams: t-environment' the team itself. */
const teamOf = (house: World['house'], of: string, promised: readonly Fields[]): string => {
  const key = of.slice(of.indexOf(': ') + 2);
  const { actions = [], savings = [], risks = [] } = house.council.rows;
  const known = [...actions, ...savings, ...risks].find((each) => each.key === key);
  const action = promised.find((each) => each['Key'] === key);
  return known?.team ?? (action ? String(action['Team']) : key);
};

/** The day on which the published figure comes out while a quarter is collected. */
const outIn = (cycle: string): string | null => {
  const { steps = {}, closes = '' } = cycles.find(({ key }) => key === cycle) ?? {};
  return published.days.find((day) => day >= (steps['Opening'] ?? '') && day < closes) ?? null;
};
