// Hands a press to the one file that answers its verb; of somebody who has left, or whose right it is not, to
// none.
import type { Person } from '../../src/registers/people.ts';
import { isPlain, may } from '../../src/rules/rights.ts';
import type { Action } from '../../src/rules/rights-table.ts';
import { refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard, Verb } from '../cards/adaptive-card.ts';
import { acknowledge } from './acknowledge.ts';
import { answer } from './answer.ts';
import { answerTarget } from './answer-target.ts';
import { approve, review } from './approve.ts';
import { away } from './away.ts';
import { endorse } from './endorse.ts';
import { escalationHandlers, type Handlers } from './escalation-press.ts';
import { leaverCard, type Turn, today } from './incoming.ts';
import { keep } from './keep.ts';
import { nameOwner } from './name-owner.ts';
import { notMine } from './not-mine.ts';
import { openReturn } from './open-return.ts';
import { owed } from './owed.ts';
import type { Press } from './read-press.ts';
import { refusedCard } from './refused-card.ts';
import { keepLine, report } from './report.ts';
import { sendBack } from './send-back.ts';
import { sign } from './sign.ts';
import { start } from './start.ts';
import { verbRights } from './verb-rights.ts';

const handlers: Handlers = {
  ...escalationHandlers,
  start: (turn, person, { data }) => start(turn, person, data),
  owed,
  open: (turn, person, { data }) => openReturn(turn, person, data),
  correct: (turn, person, { data }) => openReturn(turn, person, data),
  keep: (turn, person, { data }) => keep(turn, person, data),
  answer,
  confirm: answer,
  'confirm-figure': answer,
  'no-data': answer,
  report,
  'no-news': report,
  'keep-line': (turn, person, { data }) => keepLine(turn, person, data),
  target: answerTarget,
  'no-target': answerTarget,
  'baseline-year': answerTarget,
  targets: endorse,
  endorse,
  'send-target-back': endorse,
  approve: (turn, person, { data }) => approve(turn, person, data),
  review: (turn, person, { data }) => review(turn, person, data),
  'send-back': (turn, person, { data }) => sendBack(turn, person, data),
  sign: (turn, person, { data }) => sign(turn, person, data),
  acknowledge: (turn, person, { data }) => acknowledge(turn, person, data),
  away,
  back: away,
  'not-mine': (turn, person, { data }) => notMine(turn, person, data),
  'name-owner': (turn, person, { data }) => nameOwner(turn, person, data),
};

export const answerPress = async <V extends Press['verb']>(
  turn: Turn,
  person: Person,
  press: Press<V>,
): Promise<AdaptiveCard> =>
  leaverCard(turn, person) ??
  notTheirsCard(turn, person, press.verb) ??
  handlers[press.verb](turn, person, press);

/** Null where it is theirs, or is of something in particular: of that the use case asks. */
const notTheirsCard = (turn: Turn, person: Person, verb: Verb): AdaptiveCard | null => {
  const asked: Action | readonly Action[] = verbRights[verb];
  if (typeof asked !== 'string' || !isPlain(asked)) return null;
  const registers = turn.ports.replica.registers();
  return may({ registers, person, today: today(turn) }, asked)
    ? null
    : refusedCard(registers, refused({ reason: 'not allowed' }));
};
