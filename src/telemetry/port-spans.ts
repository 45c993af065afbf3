// The ports as they were, each call that matters within a span, and what came of it counted: sends, answers
// accepted, changes written behind. Ids and counts only: no name, no person, nothing anybody wrote.
import type { Counter } from '@opentelemetry/api';
import type {
  Acceptance,
  Delivery,
  Entry,
  Lists,
  Message,
  Messenger,
  Outbox,
} from '../use-cases/ports.ts';
import type { Spans } from './spans.ts';
import type { Facts } from './telemetry.ts';

/** Counts by which way an answer came: card, tab, a file. */
export const outboxSpans = (outbox: Outbox, spans: Spans, answered: Counter): Outbox => {
  const accept: Outbox['accept'] = async (entries) => {
    const named = { name: 'accept', kind: 'internal', facts: { entries: entries.length } } as const;
    const told = (acceptances: readonly Acceptance[]): Facts => ({
      accepted: acceptances.filter(isAccepted).length,
    });
    const acceptances = await spans.within(named, () => outbox.accept(entries), told);
    entries.forEach((entry, at) => {
      const given = isAccepted(acceptances[at]) ? answersIn(entry) : 0;
      if (given > 0) answered.add(given, { source: entry.journal?.source ?? 'product' });
    });
    return acceptances;
  };
  return replacing(outbox, { accept });
};

const isAccepted = (acceptance: Acceptance | undefined): boolean =>
  acceptance?.outcome === 'accepted';

/** Returns that this entry answers; a correction of one counts again. */
const answersIn = ({ changes }: Entry): number =>
  changes.filter(({ register, set }) => register === 'returns' && set['state'] === 'Returned')
    .length;

/** Tells how many changes were written, and how many a list refused. */
export const listsSpans = (lists: Lists, spans: Spans): Lists =>
  replacing(lists, {
    write: (changes, ...more) =>
      spans.within(
        { name: 'write behind', kind: 'internal', facts: { changes: changes.length } },
        () => lists.write(changes, ...more),
        (written) => ({ refused: written.filter(({ fault }) => fault !== null).length }),
      ),
  });

/** Counts by step and how it fared; what was called off before it went is not counted. */
export const messengerSpans = (messenger: Messenger, spans: Spans, sent: Counter): Messenger =>
  replacing(messenger, {
    deliver: async (message, ...more) => {
      const named = { name: 'send a card', kind: 'client', facts: aboutMessage(message) } as const;
      const delivery = await spans.within(named, () => messenger.deliver(message, ...more), told);
      if (delivery === 'called off') return delivery;
      const { outcome } = delivery;
      const redrawn = message.replaces !== null;
      const possiblyRepeated = outcome === 'sent' && delivery.possiblyRepeated;
      sent.add(1, { step: message.step, redrawn, outcome, possiblyRepeated });
      return delivery;
    },
  });

const aboutMessage = ({ step, cycle, replaces }: Message): Facts => ({
  'golden_thread.step': step,
  'golden_thread.cycle': cycle,
  'golden_thread.redrawn': replaces !== null,
});

/** Teams' id of the message is in Notifications too: that row says who it went to. */
const told = (delivery: Delivery | 'called off'): Facts => {
  if (delivery === 'called off') return { 'golden_thread.outcome': delivery };
  const { outcome, attempts } = delivery;
  return {
    'golden_thread.outcome': outcome,
    'golden_thread.attempts': attempts,
    ...(outcome === 'sent' && { 'golden_thread.activity': delivery.activity }),
  };
};

/** The same port with some of its calls replaced; the others keep their own `this`. */
const replacing = <Port extends object>(port: Port, calls: Partial<Port>): Port =>
  new Proxy(port, {
    get: (its, name) => {
      const call: unknown = Reflect.get(calls, name) ?? Reflect.get(its, name);
      return typeof call === 'function' ? call.bind(its) : call;
    },
  });
