// Missing returns on the week's card: a few stand line by line, many are one line for their cycle, or they
// would crowd out what else needs a director.
import type { Escalation } from '../../src/registers/escalations.ts';
import { sameKey } from '../../src/registers/same-key.ts';
import { cycleNameWithin } from '../../src/rules/cycle-name.ts';
import { isLate } from '../../src/rules/owed.ts';
import { closedDates } from '../../src/rules/working-days.ts';
import type { MissingGathered } from '../cards/digest-card.ts';
import { counted, personName } from './cycle-words.ts';
import type { Reader } from './digest-view.ts';

/** As many as are worth a line each. */
const mostApart = 3;
/** How many of those gathered are named, the longest missing first. */
const mostNamed = 3;

type Gathered = {
  readonly apart: readonly Escalation[];
  readonly gathered: readonly MissingGathered[];
};

/** What is taken to somebody else, and what a plan was required of, stays a line of its own. */
export const gatherMissing = (reader: Reader, all: readonly Escalation[]): Gathered => {
  const isPlain = (each: Escalation) =>
    each.rule === null && each.planDueOn === null && sameKey(each.person, reader.person.key);
  const many = [...Map.groupBy(all.filter(isPlain), ({ cycle }) => cycle)].filter(
    ([, missing]) => missing.length > mostApart,
  );
  const cycles = new Set(many.map(([cycle]) => cycle));
  return {
    apart: all.filter((each) => !isPlain(each) || !cycles.has(each.cycle)),
    gathered: many.map(([cycle, missing]) => gatheredView(reader, cycle, missing)),
  };
};

const gatheredView = (
  { registers, today }: Reader,
  key: string,
  missing: readonly Escalation[],
): MissingGathered => {
  const cycle = registers.cycles.get(key);
  const closed = closedDates(registers);
  const named = missing
    .map((each) => {
      const asked = each.return === null ? undefined : registers.returns.get(each.return);
      const days = asked === undefined ? 0 : isLate(asked, today, closed);
      const who = personName(registers, asked?.owner ?? null) ?? 'no owner';
      return { title: each.title, days, who };
    })
    .toSorted((one, other) => other.days - one.days)
    .slice(0, mostNamed)
    .map(({ title, days, who }) => `${title}, ${counted(days, 'working day')} late, ${who}`);
  const of = cycle === undefined ? '' : ` of ${cycleNameWithin(cycle)}`;
  return {
    cycle: key,
    count: missing.length,
    words: `${missing.length} returns${of} are still missing`,
    longest: `Longest: ${named.join('; ')}.`,
  };
};
