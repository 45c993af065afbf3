// The lines with nobody to answer for them for which a person is to name somebody, each with why it has none.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { dateWords } from '../rules/date-words.ts';
import { lastLetGo, toBeNamedBy } from '../rules/hand-over.ts';
import { type Owned, ownedId } from '../rules/owned.ts';
import type { LineToName } from './api-hand-over.ts';
import { nameOf } from './measure-row.ts';

/** Of the plans that ask for anything now: nothing waits for a name in the others. */
export const linesToName = (
  registers: Registers,
  person: Person,
  today: Temporal.PlainDate,
): readonly LineToName[] => {
  const open = [...registers.cycles.values()].filter(({ state }) => state === 'Open');
  const plans = new Set(open.map(({ plan }) => plan));
  return [...plans].flatMap((plan) =>
    toBeNamedBy(registers, person, { plan, today }).map((each) => ({
      key: ownedId(each),
      name: each.title,
      why: whyWords(registers, each),
    })),
  );
};

const whyWords = (registers: Registers, line: Owned): string => {
  const said = lastLetGo(registers, line);
  if (said !== null)
    return `${nameOf(registers, said.by) ?? 'Its owner'} let it go: ${said.because}`;
  const owner = line.owner === null ? undefined : registers.people.get(line.owner);
  return owner?.leftOn
    ? `${owner.title} left on ${dateWords(owner.leftOn)}.`
    : 'It has no owner on People.';
};
