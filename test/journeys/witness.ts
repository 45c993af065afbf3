// Local Teams' own record read as a witness would: which step's card each person received, and when
// something is to be awaited, a wait that ends in words rather than in a time-out.
import { type Card, partsOf } from './seat.ts';

type Seen = {
  readonly kind: string;
  readonly personId: string;
  readonly card: object | null;
};

export type Received = { readonly personId: string; readonly step: string };

/** Each new message that carries a step, as "Reminder operating-plan-2020-21|2020-21 Q2". */
export const stepsReceived = (record: readonly Seen[]): readonly Received[] =>
  record.flatMap(({ kind, personId, card }) => {
    const step = kind === 'create' && card !== null ? stepOf(card as Card) : null;
    return step === null ? [] : [{ personId, step }];
  });

/** Null on a card somebody asked for. */
export const stepOf = (card: Card): string | null => {
  const first = partsOf(card['body'])[0]?.id;
  return first?.startsWith('step ') === true ? first.slice('step '.length) : null;
};

/** The people who received a step of this name, each as often as they did. */
export const whoReceived = (record: readonly Seen[], step: string): readonly string[] =>
  stepsReceived(record)
    .filter((each) => each.step.split(' ')[0] === step)
    .map((each) => each.personId);

export const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
