// Remembers the last press on each message in a chat, and which return its card asked for once it had
// been answered, so that no card is drawn again while somebody is filling it in.
import type { Press } from '../src/rules/card-shows.ts';
import type { Ports, Presses } from '../src/use-cases/ports.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';

/** A day's presses of a large council; older ones are forgotten first. */
const mostRemembered = 20_000;

export const createPresses = (now: () => Temporal.Instant): Presses => {
  const presses = new Map<string, Press>();
  return {
    since: now(),
    last: (activity) => presses.get(activity) ?? null,
    note: (activity, asks) => {
      presses.delete(activity);
      presses.set(activity, { at: now(), asks });
      const [oldest] = presses.keys();
      if (presses.size > mostRemembered && oldest !== undefined) presses.delete(oldest);
    },
  };
};

/** Answers a press, noted when it comes and again with the card it is answered with. */
export const notingPress = async (
  { presses }: Pick<Ports, 'presses'>,
  activity: string | null,
  answer: () => Promise<AdaptiveCard>,
): Promise<AdaptiveCard> => {
  if (presses === undefined || activity === null) return answer();
  presses.note(activity, presses.last(activity)?.asks ?? null);
  const next = await answer();
  presses.note(activity, askedOn(next));
  return next;
};

const answering: ReadonlySet<string> = new Set([
  'answer',
  'confirm',
  'confirm-figure',
  'report',
  'keep-line',
  'target',
]);

const askedOn = (card: AdaptiveCard): Press['asks'] => {
  for (const action of card.actions ?? []) {
    if (action.type !== 'Action.Execute' || !answering.has(action.verb)) continue;
    const { return: key, revision } = action.data;
    if (key !== undefined && revision !== undefined) return { return: key, revision };
  }
  return null;
};
