// `escalations` and `escalation`: the list of what needs its reader, or one of it with its evidence and the
// form that was asked for. What a card carries is a mark, which names an escalation and allows nothing.
import type { Escalation } from '../../src/registers/escalations.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { markOf } from '../../src/rules/escalations-wanted.ts';
import { may } from '../../src/rules/rights.ts';
import { faulty } from '../../src/use-cases/escalation-act.ts';
import { type Refused, refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { askCard } from '../cards/ask-card.ts';
import { digestCard } from '../cards/digest-card.ts';
import { questionCard } from '../escalation-cards.ts';
import { askedIn } from '../views/asked-view.ts';
import { askView, digestView, type Reader } from '../views/digest-view.ts';
import { refusedWords } from '../words.ts';
import { type Turn, today } from './incoming.ts';
import type { Press } from './read-press.ts';
import { namesFor, refusedCard } from './refused-card.ts';

export const readerOf = (turn: Turn, person: Person): Reader => ({
  registers: turn.ports.replica.registers(),
  person,
  today: today(turn),
});

/** By its mark; null where the list has none of it. */
export const escalationOf = (registers: Registers, mark: string): Escalation | null => {
  for (const each of registers.escalations.values()) if (markOf(each.key) === mark) return each;
  return null;
};

/** Shown to those it is something to, and to nobody else. */
export const showEscalation = async (
  turn: Turn,
  person: Person,
  press: Extract<Press, { verb: 'escalation' | 'escalations' }>,
): Promise<AdaptiveCard> => {
  const reader = readerOf(turn, person);
  if (press.verb === 'escalations') return digestCard(digestView(reader));
  const { registers } = reader;
  const escalation = escalationOf(registers, press.data.escalation);
  if (escalation === null) return refusedCard(registers, faulty({ is: 'unknown' }));
  if (!may(reader, 'see an escalation', escalation))
    return refusedCard(registers, refused({ reason: 'not yours' }));
  if (escalation.state === 'Closed')
    return refusedCard(registers, faulty({ is: 'closed', because: escalation.closedBecause }), {
      title: escalation.title,
    });
  const { form } = press.data;
  if (form !== 'answer') return askCard(askView(reader, escalation, { form }));
  return answerCard(reader, escalation);
};

/** What is asked of its reader, with its fields; where nothing is any more, how it stands. */
const answerCard = (reader: Reader, escalation: Escalation): AdaptiveCard => {
  const { plans, questions } = askedIn(reader);
  const asked = [...plans, ...questions].find((each) => each.escalation.key === escalation.key);
  return asked?.asked === undefined
    ? askCard(askView(reader, escalation))
    : questionCard(reader, { escalation, asked: asked.asked });
};

type Said = {
  readonly mark: string;
  readonly form: 'ask' | 'plan' | 'accept' | 'support';
  readonly typed: { readonly words: string; readonly day: string };
  /** "Sent. Head of Housing Needs gets it as a card." */
  readonly saved: (escalation: Escalation) => string;
};

/** What a form comes back as: the same with its refusal and what was typed, or the escalation as it is now. */
export const answered = async (
  turn: Turn,
  person: Person,
  {
    said,
    act,
  }: {
    readonly said: Said;
    readonly act: (key: string) => Promise<{ readonly outcome: string } | Refused>;
  },
): Promise<AdaptiveCard> => {
  const before = readerOf(turn, person).registers;
  const escalation = escalationOf(before, said.mark);
  if (escalation === null) return refusedCard(before, faulty({ is: 'unknown' }));
  const done = await act(escalation.key);
  const reader = readerOf(turn, person);
  const now = reader.registers.escalations.get(escalation.key) ?? escalation;
  if (!isRefused(done)) {
    const saved = said.saved(now);
    return now.state === 'Closed'
      ? digestCard(digestView(reader, { saved }))
      : askCard(askView(reader, now, { saved }));
  }
  if (!mayTypeAgain(done)) return refusedCard(reader.registers, done);
  const refusal = refusedWords(done, namesFor(reader.registers, null)).words;
  return askCard(askView(reader, now, { form: said.form, typed: said.typed, refusal }));
};

export const isRefused = (done: { readonly outcome: string } | Refused): done is Refused =>
  done.outcome === 'refused';

/** Where what was typed can be put right, or sent again later; not where it is not theirs or not now. */
export const mayTypeAgain = (refusal: Refused): boolean => {
  if (refusal.reason === 'not kept' || refusal.reason === 'nobody by that name') return true;
  if (refusal.reason !== 'escalation') return false;
  return !['unknown', 'closed', 'not now'].includes(refusal.fault.is);
};
