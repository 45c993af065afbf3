// What the performance team is told of sends: who gets a card and who does not, and what became of a press.
import type { Registers } from '../registers/registers.ts';
import type { Step } from '../registers/words.ts';
import { aboutOf } from '../rules/about.ts';
import { zone } from '../rules/calendar.ts';
import { momentWords } from '../rules/date-words.ts';
import type { Cancelled } from '../use-cases/cancel-sends.ts';
import type { QueuedAgain } from '../use-cases/deliver-again.ts';
import type { Nudged } from '../use-cases/nudge.ts';
import type { NotSending, Preview } from '../use-cases/preview-sends.ts';
import type { NudgeAnswer, SendsPreview } from './api-cycle.ts';
import { nameOf } from './measure-row.ts';
import { counted } from './words.ts';

export const previewShown = (registers: Registers, { will, willNot }: Preview): SendsPreview => ({
  will: will.map(({ person, returns, goesAt }) => ({
    person: person.key,
    name: person.title,
    returns: returns.map((asked) => {
      const about = aboutOf(registers, asked);
      const words = about ? [about.code, about.title].filter(Boolean).join(' ') : asked.key;
      return { key: asked.key, words };
    }),
    goesAt: goesAt && momentWords(goesAt.withTimeZone(zone)),
  })),
  willNot: [...Map.groupBy(willNot, whyNot)].map(([words, each]) => ({
    words,
    names: each.map(({ person }) => nameOf(registers, person) ?? person),
  })),
});

const whyNot = (each: NotSending): string => {
  switch (each.because) {
    case 'nobody by that name':
      return 'Not in the People register';
    case 'owes nothing':
      return 'Owe nothing now';
    case 'not reached':
      return 'The last message did not arrive: deliver that one again, or tell them yourself';
    case 'somebody else is asked': {
      const names = each.who.map(({ title }) => title).join(', ');
      return names === '' ? 'Nobody can be asked for what they own' : `Asked of ${names} instead`;
    }
    case 'asked today':
      return each.waits
        ? `A card waits to go to them already: ${stepNames[each.step]}`
        : `Asked today already: ${stepNames[each.step]}`;
    case 'nudged today':
      return 'Had their nudge for today, or it was stopped: the next can go tomorrow';
  }
};

const stepNames: { readonly [S in Step]: string } = {
  Opening: 'the first card',
  Reminder: 'the reminder',
  Deadline: 'the deadline reminder',
  Manager: 'what their teams are missing',
  SMT: 'what SMT hears of',
  Unreachable: 'somebody who cannot be reached',
  Back: 'what came back on its date',
  Nudge: 'a nudge',
  'Hand-over': 'a hand-over',
  Approve: 'returns to approve',
  'Sent back': 'a return sent back',
  Digest: 'the week for SMT',
  Urgent: 'something urgent for SMT',
  Question: 'a question',
  Answer: 'an answer',
};

export const nudgeShown = (registers: Registers, nudged: Nudged): NudgeAnswer => {
  if (nudged.outcome === 'changed')
    return {
      outcome: 'changed',
      words:
        'Things have changed since this was shown, so nothing was sent. This is how it is now.',
      preview: previewShown(registers, nudged.preview),
    };
  const { queued, already } = nudged;
  const others =
    already > 0
      ? ` ${counted(already, 'person was', 'people were')} nudged by a colleague at the same moment; each gets one card.`
      : '';
  return {
    outcome: 'nudged',
    words: `${counted(queued, 'nudge is', 'nudges are')} on the way.${others}`,
  };
};

export const cancelledWords = ({ cancelled, onTheirWay, sent }: Cancelled): string =>
  [
    cancelled === 0
      ? 'Nothing was waiting any more.'
      : `${counted(cancelled, 'message was', 'messages were')} stopped before going.`,
    onTheirWay > 0
      ? `${counted(onTheirWay, 'was', 'were')} handed to Teams already and cannot be called back.`
      : '',
    sent > 0 ? `${counted(sent, 'message', 'messages')} of this cycle went before that.` : '',
  ]
    .filter((each) => each !== '')
    .join(' ');

export const againWords = ({ queued, left }: QueuedAgain): string =>
  [
    queued === 0
      ? 'Nothing was sent again.'
      : `${counted(queued, 'message is', 'messages are')} on the way again. What becomes of it is shown here in a moment.`,
    left > 0
      ? `${counted(left, 'was', 'were')} delivered, queued or cancelled meanwhile and left as they are.`
      : '',
  ]
    .filter((each) => each !== '')
    .join(' ');
