// Which card a message is, drawn from the registers as they stand when it goes out.

import type { Cycle } from '../src/registers/cycles.ts';
import type { Registers } from '../src/registers/registers.ts';
import type { Step } from '../src/registers/words.ts';
import { cycleNameWithin } from '../src/rules/cycle-name.ts';
import { isEscalationStep } from '../src/rules/escalations-wanted.ts';
import type { Message } from '../src/use-cases/ports.ts';
import { approvalCard } from './approval-cards.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { awayCard } from './cards/away-card.ts';
import { chaserCard } from './cards/chaser-card.ts';
import { dueCard } from './cards/due-card.ts';
import { gatheredCard } from './cards/gathered-card.ts';
import { allNamedCard, handOverCard } from './cards/hand-over-card.ts';
import { managerCard } from './cards/manager-card.ts';
import { plainCard } from './cards/plain-card.ts';
import { receiptCard } from './cards/receipt-card.ts';
import { smtCard } from './cards/smt-card.ts';
import { escalationCard } from './escalation-cards.ts';
import { alsoWaiting } from './views/approve-view.ts';
import { awayView } from './views/away-view.ts';
import { chaserView } from './views/chaser-view.ts';
import { counted, personName, quarterName } from './views/cycle-words.ts';
import { dueView } from './views/due-view.ts';
import { managerView, smtView } from './views/escalation-view.ts';
import { alsoViews } from './views/gathered-view.ts';
import { handOverView, takenOverWords } from './views/hand-over-view.ts';
import { type InCycle, owedIn } from './views/in-cycle.ts';
import { closedView, receiptView } from './views/receipt-view.ts';
import { unreachableView } from './views/unreachable-view.ts';
import { closedWords, withdrawnWords } from './words.ts';

/** Null when the person or the cycle is no longer in the register. */
export const cardFor = (
  registers: Registers,
  message: Message,
  now: Temporal.ZonedDateTime,
): AdaptiveCard | null => {
  const person = registers.people.get(message.person);
  const cycle = registers.cycles.get(message.cycle);
  if (person === undefined || cycle === undefined) return null;
  const at = { registers, person, cycle, today: now.toPlainDate() };
  const goesOn = message.step === 'Unreachable' || isEscalationStep(message.step);
  const inert = goesOn ? null : overCard(at, message.step);
  const also = alsoViews(at, message);
  // What another cycle asks in the same card goes on when this one is over.
  if (inert !== null && also.length === 0) return inert;
  return marked(message, gatheredCard(inert ?? drawn(at, message), also));
};

const drawn = (at: InCycle, { step, about, on }: Message): AdaptiveCard => {
  switch (step) {
    case 'Opening':
      return ownersCard(at);
    case 'Reminder':
    case 'Deadline':
    case 'Back':
    case 'Nudge': {
      const chaser = chaserView(at);
      return chaser === null ? ownersCard(at) : chaserCard(chaser);
    }
    case 'Manager':
      return gatheredCard(managerCard(managerView(at)), alsoWaiting(at));
    case 'SMT':
      return smtCard(smtView(at));
    case 'Unreachable':
      return on
        ? plainCard(unreachableView(at, Temporal.PlainDate.from(on)))
        : unreachableCard(at, about);
    case 'Hand-over':
      return handedOverCard(at, about);
    case 'Approve':
    case 'Sent back':
      return approvalCard(at, { step, about, on: on ?? null });
    case 'Digest':
    case 'Urgent':
    case 'Question':
    case 'Answer':
      return escalationCard(at, { step, about, on: on ?? null });
    default:
      return never(step);
  }
};

/** Says in the card itself which step it is, so that a chat can be held against the ledger. */
const marked = ({ step, cycle, about, on = null }: Message, card: AdaptiveCard): AdaptiveCard => {
  const [first, ...rest] = card.body;
  if (first === undefined) return card;
  const id = ['step', step, cycle, about, on].filter((each) => each !== null).join(' ');
  return { ...card, body: [{ ...first, id }, ...rest] };
};

/**
 * What a person owes for a cycle, or, when they owe nothing, that they are away or their receipt.
 * `note`: why they are asked, where that is new to them.
 */
export const ownersCard = (at: InCycle, note: string | null = null): AdaptiveCard => {
  const away = awayView(at);
  const due = dueView(at, note ?? (away && [away.title, ...away.sentences].join(' ')));
  if (due !== null) return dueCard(due);
  const receipt = receiptView(at);
  return away === null || receipt.lines.length > 0 ? receiptCard(receipt) : awayCard(away);
};

/** To whoever took something over: what they owe now, and why. To whoever names an owner: for what. */
const handedOverCard = (at: InCycle, about: string | null): AdaptiveCard => {
  const note = takenOverWords(at, about);
  if (note !== null) return ownersCard(at, note);
  const naming = handOverView(at);
  if (naming !== null) return handOverCard(naming);
  return owedIn(at).length > 0 ? ownersCard(at) : allNamedCard([]);
};

const toldOfOthers: ReadonlySet<Step> = new Set(['Manager', 'SMT']);

/** A cycle that is over: what its person had answered when it closed stays to be read. */
export const overCard = (at: InCycle, step: Step | null = null): AdaptiveCard | null => {
  if (at.cycle.state !== 'Closed' || (step !== null && toldOfOthers.has(step)))
    return inertCard(at.cycle);
  const view = closedView(at);
  return view === null ? inertCard(at.cycle) : receiptCard(view);
};

/** A cycle that is over, or waits, has a card without a button; null while it runs. */
export const inertCard = (cycle: Cycle): AdaptiveCard | null => {
  if (cycle.state === 'Withdrawn')
    return plainCard({
      title: `${quarterName(cycle)} was withdrawn`,
      sentences: [withdrawnWords(cycle.withdrawnReason ?? '')],
      button: null,
    });
  if (cycle.state === 'Suspended')
    return plainCard({
      title: `${quarterName(cycle)} is suspended`,
      sentences: [
        'By a decision on record, nothing is asked and nothing is taken until it goes on.',
        'What you have answered is kept. You get a card here when it goes on.',
      ],
      button: null,
    });
  if (cycle.state === 'Closed')
    return plainCard({
      title: `${quarterName(cycle)} has closed`,
      sentences: [
        closedWords(cycle.closedAt?.toString() ?? ''),
        'To change an answer, ask the performance team.',
      ],
      button: null,
    });
  return null;
};

const unreachableCard = (at: InCycle, about: string | null): AdaptiveCard => {
  const { registers, cycle } = at;
  const person = about === null ? undefined : registers.people.get(about);
  const name = personName(registers, about) ?? 'One of your people';
  const owes = person === undefined ? 0 : owedIn({ ...at, person }).length;
  return plainCard({
    title: `${name} did not get the ${cycleNameWithin(cycle)} card`,
    sentences: [
      `Teams could not deliver it: ${whyNot(registers, cycle, about)}.`,
      owes === 0
        ? 'Nothing is missing from them at present.'
        : `They owe ${counted(owes, 'return')}. Tell them yourself, or ask the performance team to name a deputy.`,
    ],
    button: null,
  });
};

const whyNot = (registers: Registers, cycle: Cycle, about: string | null): string =>
  (about === null ? [] : registers.notifications.where('person', about))
    .filter((each) => each.cycle === cycle.key && each.state === 'Unreachable')
    .map((each) => each.reason)
    .findLast((each) => each !== null) ?? 'Teams does not let the app write to them';

const never = (step: never): never => {
  throw new Error(`No card for ${String(step)}.`);
};
