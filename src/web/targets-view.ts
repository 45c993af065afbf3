// The year's targets of a plan: what waits for the person asking, what waits for others, what is agreed.
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { mayRead } from '../rules/access.ts';
import { dateWords } from '../rules/date-words.ts';
import {
  firstMonth,
  periodEnd,
  periodHolding,
  periodStart,
  periodText,
  quarterOf,
} from '../rules/period.ts';
import { isAgreed, targetFor, yearOf } from '../rules/rating.ts';
import { may } from '../rules/rights.ts';
import { targetReturnKey } from '../rules/target-keys.ts';
import { isRated } from '../rules/targets-due.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { TargetLine, TargetsView } from './api-targets.ts';
import { chosenBy } from './chosen.ts';
import { freshness } from './freshness.ts';
import { askedLine, asksFor, type Looking, proposedWords, targetLine } from './target-line.ts';
import { counted } from './words.ts';

/** Null where no plan has been loaded. */
export const targetsView = (
  ports: Ports,
  person: Person,
  plan: string | undefined,
): TargetsView | null => {
  const registers = ports.replica.registers();
  const looking = { person, today: ports.clock.now().toPlainDate() };
  const chosen = chosenBy(registers, { plan, team: 'all' }, looking);
  if (chosen === null) return null;
  const year = periodHolding('financial year', firstMonth(quarterOf(looking.today)));
  const theirs = chosen.measures.filter(
    (measure) =>
      isRated(measure) && may({ registers, ...looking }, 'see the targets of a measure', measure),
  );
  const lines = theirs.flatMap((each) =>
    linesOf(registers, each, { looking, year: periodText(year) }),
  );
  const asking = { registers, ...looking };
  const keeps = may(asking, 'agree a target');
  const changes = may(asking, 'change a target by a decision');
  return {
    title: titleOf(lines, keeps),
    plan: chosen.plan.key,
    planName: chosen.plan.title,
    plans: chosen.plans,
    year: periodText(year),
    lines,
    agreed: theirs.filter((each) => isAgreedFor(registers, each, periodText(year))).length,
    decisions: keeps ? decisionsOf(registers, chosen.plan.key, looking.today) : [],
    changeable: changes
      ? theirs.map((measure) => {
          const held = targetFor(registers, measure.key, quarterOf(looking.today));
          // The year's figure, whatever is asked by this quarter.
          const now = held && (registers.targets.get(held.key) ?? held);
          return {
            key: measure.key,
            words: `${measure.code} ${measure.title}`,
            group: '',
            asksFor: asksFor(measure),
            unit: measure.unit,
            now: now === null ? 'none' : proposedWords(measure, now),
          };
        })
      : [],
    from: { first: periodStart(year).toString(), last: periodEnd(year).toString() },
    freshness: freshness(ports.replica),
  };
};

type Of = { readonly looking: Looking; readonly year: string };

/** Every target of the measure that waits for somebody, and this year's where it was asked for alone. */
const linesOf = (
  registers: Registers,
  measure: Measure,
  { looking, year }: Of,
): readonly TargetLine[] => {
  const asked = registers.returns.get(targetReturnKey(measure.key, year));
  const waits = asked?.state === 'Due' ? [askedLine(registers, { asked, measure }, looking)] : [];
  const set = registers.targets
    .where('measure', measure.key)
    .filter((target) => !isAgreed(target))
    .filter((target) => mayRead(registers, looking.person, { register: 'targets', row: target }))
    // One that was sent back stands as what is asked again.
    .filter((target) => !(target.state === 'sent back' && waits.length > 0))
    .map((target) => targetLine(registers, { target, measure }, looking));
  return [...waits, ...set];
};

const isAgreedFor = (registers: Registers, measure: Measure, year: string): boolean =>
  registers.targets
    .where('measure', measure.key)
    .some((target) => isAgreed(target) && yearOf(target) === year);

const titleOf = (lines: readonly TargetLine[], keeps: boolean): string => {
  const mine = lines.filter(({ waitsForMe }) => waitsForMe).length;
  if (mine > 0) return `${counted(mine, 'target waits', 'targets wait')} for you to endorse`;
  const endorsed = lines.filter(({ stage }) => stage === 'endorsed').length;
  if (keeps && endorsed > 0)
    return `${counted(endorsed, 'target is', 'targets are')} endorsed and not yet agreed`;
  const waiting = lines.length;
  return waiting === 0
    ? 'No target waits for anybody'
    : `${counted(waiting, 'target is', 'targets are')} not yet agreed`;
};

const decisionsOf = (
  registers: Registers,
  plan: string,
  today: Temporal.PlainDate,
): TargetsView['decisions'] =>
  [...registers.decisions.values()]
    .filter((each) => each.plan === null || sameKey(each.plan, plan))
    .filter(({ decidedOn }) => Temporal.PlainDate.compare(decidedOn, today) <= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(other.decidedOn, one.decidedOn))
    .map(({ key, title, decidedOn }) => ({
      key,
      words: `${title}, ${dateWords(decidedOn)}`,
      group: '',
    }));
