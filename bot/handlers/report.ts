// `report` and `no-news`: hands what was said of a line of work, money, a risk or a service to the use case.
// `keep-line`: keeps it for later. What follows an answer is in taken.ts.
import type { Person } from '../../src/registers/people.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { aboutOf } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { draftOf, keepDraft, lineTyped } from '../../src/use-cases/keep-draft.ts';
import { type Refused, refused } from '../../src/use-cases/refused.ts';
import { reportLine } from '../../src/use-cases/report-line.ts';
import { inertCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { type LineTyped, readMoneyField } from '../cards/report.ts';
import { reportCard } from '../cards/report-card.ts';
import { reportView } from '../views/report-view.ts';
import { type LineAbout, linesOf } from '../views/report-words.ts';
import { inCycle, type Turn } from './incoming.ts';
import { keptCard } from './kept-card.ts';
import { lineAnswer, noNewsAnswer } from './line-answer.ts';
import { openReturn } from './open-return.ts';
import type { Pressed } from './read-press.ts';
import { refusedCard } from './refused-card.ts';
import { refusedReport } from './refused-report.ts';
import { goOn } from './taken.ts';

export type ReportPress =
  | { readonly verb: 'report'; readonly data: Pressed<'report'> }
  | { readonly verb: 'no-news'; readonly data: Pressed<'no-news'> };

export const report = async (
  turn: Turn,
  person: Person,
  { verb, data }: ReportPress,
): Promise<AdaptiveCard> => {
  const registers = turn.ports.replica.registers();
  const asked = askedLine(registers, data.return);
  if (asked === null) return refusedCard(registers, refused({ reason: 'unknown return' }));
  const typed = typedInAll(registers, { person, asked, data });
  const submit = (right: string | undefined) =>
    reportLine(turn.ports, {
      by: person.key,
      return: asked.return.key,
      revision: data.revision,
      answer:
        verb === 'no-news' ? noNewsAnswer(typed) : lineAnswer(registers, asked, { typed, right }),
    });
  const done = await submit(data.right);
  if (done.outcome !== 'refused') return goOn(turn, person, done.return);
  if (!isAboutRight(done))
    return refusedReport(turn, person, { ...asked, data, typed, refused: done });
  // Handed in as if for the first time, which says what is doubted. Where nothing is any more, it is saved.
  const first = await submit(undefined);
  if (first.outcome !== 'refused') return goOn(turn, person, first.return);
  const given = { ...asked, data, typed, refused: first, notRight: done };
  return refusedReport(turn, person, given);
};

const isAboutRight = (refused: Refused): boolean =>
  (refused.reason === 'no reason given' || refused.reason === 'reason too long') &&
  refused.field === 'right';

export type AskedLine = { readonly return: Return; readonly about: LineAbout };

/** Null of a return that is of a measure, or of nothing any register holds. */
const askedLine = (registers: Registers, key: string): AskedLine | null => {
  const asked = registers.returns.get(key);
  const about = asked && aboutOf(registers, asked);
  return asked && about && about.of !== 'measure' ? { return: asked, about } : null;
};

type Typing = {
  readonly person: Person;
  readonly asked: AskedLine;
  readonly data: Pick<Pressed<'report'>, 'typed'>;
};

/**
 * A budget's lines are typed a page at a time: those of other pages are as they were kept, but for a line
 * that has gone from the budget since, which nobody could take out again.
 */
const typedInAll = (registers: Registers, { person, asked, data }: Typing): LineTyped => {
  if (asked.about.of !== 'finance') return data.typed;
  const draft = draftOf(registers, person.key, asked.return.key);
  if (draft === null) return data.typed;
  const lines = new Set(
    linesOf(registers, asked.about.row.key, asked.return).map(({ key }) => key),
  );
  const isAsked = (name: string): boolean => lines.has(readMoneyField(name)?.key ?? '');
  const before = Object.entries(lineTyped(draft)).filter(
    ([name]) => readMoneyField(name) === null || isAsked(name),
  );
  return { ...Object.fromEntries(before), ...data.typed };
};

export const keepLine = async (
  turn: Turn,
  person: Person,
  data: Pressed<'keep-line'>,
): Promise<AdaptiveCard> => {
  const registers = turn.ports.replica.registers();
  const asked = askedLine(registers, data.return);
  const cycle = registers.cycles.get(asked?.return.cycle ?? '');
  if (asked === null || cycle === undefined)
    return refusedCard(registers, refused({ reason: 'unknown return' }));
  const typed = typedInAll(registers, { person, asked, data });
  const kept = await keepDraft(turn.ports, { by: person.key, return: data.return, line: typed });
  if (kept.outcome === 'refused')
    return notKept(turn, person, { ...asked, data, typed, refused: kept });
  const at = inCycle(turn, person, cycle);
  const over = inertCard(cycle);
  if (over !== null) return over;
  if (data.to === 'page') {
    const drawn = { ...at, ...asked, typed, saved: null, refusal: null, page: data.page };
    return reportCard(reportView(drawn));
  }
  return data.to === 'another' && data.next !== ''
    ? openReturn(turn, person, {
        return: data.next,
        ...(kept.outcome === 'kept' && { kept: askedName(asked.return, asked.about) }),
      })
    : keptCard(at, { ...asked, ...kept });
};

type NotKept = AskedLine & {
  readonly data: Pressed<'keep-line'>;
  readonly typed: LineTyped;
  readonly refused: Refused;
};

/** What could not be kept stays on its card. */
const notKept = (
  turn: Turn,
  person: Person,
  kept: NotKept,
): AdaptiveCard | Promise<AdaptiveCard> =>
  kept.refused.reason === 'not kept'
    ? refusedReport(turn, person, kept)
    : refusedCard(turn.ports.replica.registers(), kept.refused);
