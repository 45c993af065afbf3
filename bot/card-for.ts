// Which card a message is, drawn from the registers as they stand when it goes out.
import type { Cycle } from '../src/registers/cycles.ts';
import type { Registers } from '../src/registers/registers.ts';
import type { Message } from '../src/use-cases/ports.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { chaserCard } from './cards/chaser-card.ts';
import { dueCard } from './cards/due-card.ts';
import { managerCard } from './cards/manager-card.ts';
import { plainCard } from './cards/plain-card.ts';
import { receiptCard } from './cards/receipt-card.ts';
import { smtCard } from './cards/smt-card.ts';
import { chaserView } from './views/chaser-view.ts';
import { counted, personName, quarterName } from './views/cycle-words.ts';
import { dueView } from './views/due-view.ts';
import { managerView, smtView } from './views/escalation-view.ts';
import { type InCycle, owedIn } from './views/in-cycle.ts';
import { receiptView } from './views/receipt-view.ts';
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
  const inert = inertCard(cycle);
  if (inert !== null) return inert;
  return marked(message, drawn({ registers, person, cycle, today: now.toPlainDate() }, message));
};

const drawn = (at: InCycle, { step, about }: Message): AdaptiveCard => {
  switch (step) {
    case 'Opening':
      return ownersCard(at);
    case 'Reminder':
    case 'Deadline': {
      const chaser = chaserView(at);
      return chaser === null ? ownersCard(at) : chaserCard(chaser);
    }
    case 'Manager':
      return managerCard(managerView(at));
    case 'SMT':
      return smtCard(smtView(at));
    case 'Unreachable':
      return unreachableCard(at, about);
    default:
      return never(step);
  }
};

/** Says in the card itself which step it is, so that a chat can be held against the ledger. */
const marked = ({ step, cycle, about }: Message, card: AdaptiveCard): AdaptiveCard => {
  const [first, ...rest] = card.body;
  if (first === undefined) return card;
  const id = ['step', step, cycle, ...(about === null ? [] : [about])].join(' ');
  return { ...card, body: [{ ...first, id }, ...rest] };
};

/** What a person owes for a cycle, or their receipt when they owe nothing. */
export const ownersCard = (at: InCycle): AdaptiveCard => {
  const due = dueView(at);
  return due === null ? receiptCard(receiptView(at)) : dueCard(due);
};

/** A cycle that is over has a card without a button; null while it runs. */
export const inertCard = (cycle: Cycle): AdaptiveCard | null => {
  if (cycle.state === 'Withdrawn')
    return plainCard({
      title: `${quarterName(cycle)} was withdrawn`,
      sentences: [withdrawnWords(cycle.withdrawnReason ?? '')],
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
    title: `${name} did not get the ${quarterName(cycle).toLowerCase()} card`,
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
