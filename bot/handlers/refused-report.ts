// What a person is shown of a report that was refused: the same card with everything typed, or what was
// said played back where it is doubted. What was typed is kept as a draft first.
import type { Person } from '../../src/registers/people.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { may } from '../../src/rules/rights.ts';
import { answering } from '../../src/rules/rights-of.ts';
import { keepDraft } from '../../src/use-cases/keep-draft.ts';
import { type Refused, refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { shortened } from '../cards/card-text.ts';
import { challengeCard } from '../cards/challenge-card.ts';
import { type LineTyped, moneyField, typedIn } from '../cards/report.ts';
import { reportCard } from '../cards/report-card.ts';
import { fieldName } from '../cards/report-labels.ts';
import type { InCycle } from '../views/in-cycle.ts';
import { lineChallengeView } from '../views/line-challenge-view.ts';
import { reportView } from '../views/report-view.ts';
import { linesOf } from '../views/report-words.ts';
import { refusedWords } from '../words.ts';
import { reportRefusedWords } from '../words-of-lines.ts';
import { answeredMeanwhileCard } from './answered-meanwhile-card.ts';
import { inCycle, type Turn, today } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { namesFor, refusedCard } from './refused-card.ts';
import type { AskedLine } from './report.ts';

export type NotTaken = AskedLine & {
  readonly data: Pressed<'report' | 'no-news' | 'keep-line'>;
  readonly typed: LineTyped;
  readonly refused: Refused;
  /** Why what was said of its being right does not do. */
  readonly notRight?: Refused;
};

export const refusedReport = async (
  turn: Turn,
  person: Person,
  given: NotTaken,
): Promise<AdaptiveCard> => {
  const why = orMeanwhile(turn, given);
  const shown = (await keepTyped(turn, person, { ...given, refused: why }))
    ? why
    : refused({ reason: 'not kept' });
  const registers = turn.ports.replica.registers();
  const asked = registers.returns.get(given.return.key) ?? given.return;
  if (shown.reason === 'answered meanwhile') {
    const typed = typedWords(registers, given);
    return answeredMeanwhileCard(
      registers,
      { refused: shown, asked },
      { typed, today: today(turn) },
    );
  }
  const cycle = registers.cycles.get(asked.cycle ?? '');
  if (!may({ registers, person, today: null }, answering(asked), asked))
    return refusedCard(registers, refused({ reason: 'not yours' }));
  if (cycle === undefined) return refusedCard(registers, shown);
  const { about, data } = given;
  const at = { ...inCycle(turn, person, cycle), return: asked, about, saved: null };
  const names = namesFor(registers, null);
  if (shown.reason === 'line' && shown.fault.kind === 'doubtful') {
    const { typed, notRight } = given;
    const { doubts } = shown.fault;
    const wanting = notRight === undefined ? null : refusedWords(notRight, names).words;
    const said = {
      revision: data.revision,
      doubts,
      typed,
      right: data.right ?? '',
      refused: wanting,
    };
    return challengeCard(lineChallengeView(at, said));
  }
  const refusal = reportRefusedWords(shown, names);
  if (refusal === null) return refusedCard(registers, shown, { cycle, title: 'Not saved.' });
  const placed = refusal.field ?? lineLeft(at, given);
  const view = { ...at, typed: given.typed, refusal: { ...refusal, field: placed } };
  return reportCard(reportView({ ...view, page: data.page }));
};

/** The first of a budget's lines without a forecast, where that is what is wanting. */
const lineLeft = (at: InCycle, { about, return: asked, typed, refused: given }: NotTaken) => {
  if (given.reason !== 'line' || given.fault.kind !== 'lines left' || about.of !== 'finance')
    return null;
  const left = linesOf(at.registers, about.row.key, asked)
    .map(({ key }) => moneyField('forecast', key))
    .find((field) => typedIn(typed, field).trim() === '');
  return left ?? null;
};

/** "Status: delayed; Percent complete: 40": all of it, since it is kept nowhere else. */
const typedWords = (registers: Registers, { about, return: asked, typed }: NotTaken): string => {
  const lines = about.of === 'finance' ? linesOf(registers, about.row.key, asked) : [];
  const told = Object.entries(typed)
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => `${fieldName(name, lines)}: ${shortened(text, longestShown)}`);
  return shortened(told.join('; '), longestInAll);
};

/** Longer than anything that would be taken; and all of it together stays within a card. */
const longestShown = 600;
const longestInAll = 6_000;

/** A card older than the last answer can save nothing: that is said first, whatever else is wanting. */
const orMeanwhile = (turn: Turn, { return: before, data, refused: given }: NotTaken): Refused => {
  const asked = turn.ports.replica.registers().returns.get(before.key);
  if (asked === undefined || given.reason === 'not yours') return given;
  if ((asked.revision ?? 0) === data.revision) return given;
  const { returnedBy: by, returnedAt: at } = asked;
  return refused({ reason: 'answered meanwhile', by, at });
};

const keepTyped = async (turn: Turn, person: Person, given: NotTaken): Promise<boolean> => {
  if (given.refused.reason === 'answered meanwhile') return true;
  const { return: asked, typed } = given;
  const kept = await keepDraft(turn.ports, { by: person.key, return: asked.key, line: typed });
  return kept.outcome !== 'refused' || kept.reason !== 'not kept';
};
