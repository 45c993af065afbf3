// Hands a press to the one file that answers its verb; of somebody who has left, to none.
import type { Person } from '../../src/registers/people.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { acknowledge } from './acknowledge.ts';
import { answer } from './answer.ts';
import { answerTarget } from './answer-target.ts';
import { approve, review } from './approve.ts';
import { away } from './away.ts';
import { endorse } from './endorse.ts';
import { answerEscalation } from './escalation-press.ts';
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

export const answerPress = async (
  turn: Turn,
  person: Person,
  press: Press,
): Promise<AdaptiveCard> => leaverCard(turn, person) ?? answerVerb(turn, person, press);

const answerVerb = async (turn: Turn, person: Person, press: Press): Promise<AdaptiveCard> => {
  switch (press.verb) {
    case 'start':
      return start(turn, person, press.data);
    case 'owed':
      return owed(turn, person);
    case 'open':
    case 'correct':
      return openReturn(turn, person, press.data);
    case 'keep':
      return keep(turn, person, press.data);
    case 'answer':
    case 'confirm':
    case 'confirm-figure':
    case 'no-data':
      return answer(turn, person, press);
    case 'report':
    case 'no-news':
      return report(turn, person, press);
    case 'keep-line':
      return keepLine(turn, person, press.data);
    case 'target':
    case 'no-target':
    case 'baseline-year':
      return answerTarget(turn, person, press);
    case 'targets':
    case 'endorse':
    case 'send-target-back':
      return endorse(turn, person, press);
    case 'approve':
      return approve(turn, person, press.data);
    case 'review':
      return review(turn, person, press.data);
    case 'send-back':
      return sendBack(turn, person, press.data);
    case 'sign':
      return sign(turn, person, press.data);
    case 'acknowledge':
      return acknowledge(turn, person, press.data);
    case 'escalations':
    case 'escalation':
    case 'seen':
    case 'ask':
    case 'reply':
    case 'require-plan':
    case 'give-plan':
    case 'accept':
    case 'offer-support':
      return answerEscalation(turn, person, press);
    case 'away':
    case 'back':
      return away(turn, person, press);
    case 'not-mine':
      return notMine(turn, person, press.data);
    case 'name-owner':
      return nameOwner(turn, person, press.data);
    default:
      return never(press);
  }
};

const never = (press: never): never => {
  throw new Error(`No handler for ${JSON.stringify(press)}.`);
};
