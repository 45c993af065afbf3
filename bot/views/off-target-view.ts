// What a question shows besides where a figure is off target: who may be named for the action, and
// what was promised before.
import type { Measure } from '../../src/registers/measures.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Return } from '../../src/registers/returns.ts';
import { hasLeft } from '../../src/rules/away.ts';
import { parsePeriod } from '../../src/rules/period.ts';
import { promiseBefore } from '../../src/rules/promise.ts';
import { shortened } from '../cards/card-text.ts';
import type { Choice, Promised } from '../cards/question.ts';
import { dayWords, personName } from './cycle-words.ts';
import type { InCycle } from './in-cycle.ts';

/** A card has room for so many; a larger team's are found by the one who answers naming themselves. */
const mostPeople = 30;
const longestName = 60;

/** Who answers first, then the measure's team by name, then whoever was named already. */
export const peopleToName = (
  { registers, person, today }: InCycle,
  measure: Measure,
  named: string,
): readonly Choice[] => {
  const team = registers.people
    .where('team', measure.team)
    .filter((each) => !hasLeft(each, today))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'));
  const already = registers.people.get(named);
  const all = [person, ...(already === undefined ? [] : [already]), ...team];
  const once = new Map(all.map((each) => [each.key, each]));
  return [...once.values()].slice(0, mostPeople).map(choiceOf);
};

const choiceOf = ({ key, title }: Person): Choice => ({
  title: shortened(title, longestName),
  value: key,
});

/** Null where nothing promised before is still open. */
export const promisedBefore = (
  { registers, today }: InCycle,
  measure: Measure,
  asked: Return,
): Promised | null => {
  const period = parsePeriod(asked.period);
  const promise = period && promiseBefore(registers, measure, period);
  if (!promise) return null;
  return {
    key: promise.key,
    what: promise.title,
    who: personName(registers, promise.owner),
    by: promise.dueOn && dayWords(promise.dueOn, today),
  };
};
