// Hands a press to the one file that answers its verb; of somebody who has left, to none.
import type { Person } from '../../src/registers/people.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { acknowledge } from './acknowledge.ts';
import { answer } from './answer.ts';
import { answerTarget } from './answer-target.ts';
import { approve, review } from './approve.ts';
import { away } from './away.ts';
import { endorse } from './endorse.ts';
import { escalationHandlers, type Handlers } from './escalation-press.ts';
import { leaverCard, type Turn } from './incoming.ts';
import { keep } from './keep.ts';
import { nameOwner } from './name-owner.ts';
import { notMine } from './not-mine.ts';
import { openReturn } from './open-return.ts';
import { owed } from './owed.ts';
import type { Press } from './read-press.ts';
import { keepLine, report } from './report.ts';
import { sendBack } from './send-back.ts';
import { sign } from './sign.ts';
import { start } from './start.ts';

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
): Promise<AdaptiveCard> => leaverCard(turn, person) ?? handlers[press.verb](turn, person, press);
