// Days on which the council publishes nothing that is publicity, as before an election. What is made for
// readers inside, and what the law has members' meetings publish, goes on.
import type { Hold } from '../registers/holds.ts';
import type { PaperKind } from '../registers/papers.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { dateWords } from './date-words.ts';

/**
 * Papers that are publicity. Between the notice of an election and its day, publicity about what is
 * contested is held back (Local Government Act 1986, s.2, and the Code of Recommended Practice on Local
 * Authority Publicity, Circular 01/2011, paragraphs 33 to 35). Agendas and reports of meetings are no
 * publicity: the Local Government Act 1972, s.100B, has them open to inspection all the same.
 */
export const isPublicity = (kind: PaperKind): boolean =>
  kind === 'public' || kind === 'annual' || kind === 'council tax';

type On = { readonly plan: string; readonly today: Temporal.PlainDate };

/** The hold in force, of several the one that ends last; null where there is none, or each was released. */
export const holdInForce = (
  { holds }: Pick<Registers, 'holds'>,
  { plan, today }: On,
): Hold | null =>
  [...holds.values()]
    .map(inDayOrder)
    .filter((hold) => hold.releasedAt === null && isOn(hold, today))
    .filter((hold) => hold.plan === null || sameKey(hold.plan, plan))
    .toSorted((one, other) => Temporal.PlainDate.compare(other.endsOn, one.endsOn))[0] ?? null;

/** Days typed the wrong way round were meant all the same: nothing is published by such a slip. */
const inDayOrder = (hold: Hold): Hold =>
  Temporal.PlainDate.compare(hold.startsOn, hold.endsOn) <= 0
    ? hold
    : { ...hold, startsOn: hold.endsOn, endsOn: hold.startsOn };

/** Both of its days are in it. */
const isOn = ({ startsOn, endsOn }: Hold, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(startsOn, today) <= 0 &&
  Temporal.PlainDate.compare(today, endsOn) <= 0;

/** That which keeps this paper from being published today; null where nothing does. */
export const holdOn = (
  registers: Pick<Registers, 'holds'>,
  { kind, ...on }: On & { readonly kind: PaperKind },
): Hold | null => (isPublicity(kind) ? holdInForce(registers, on) : null);

/** 'Held until Thu 6 May 2021: Pre-election period.' */
export const holdWords = ({ title, endsOn }: Pick<Hold, 'title' | 'endsOn'>): string =>
  `Held until ${dateWords(endsOn)}: ${title}.`;
