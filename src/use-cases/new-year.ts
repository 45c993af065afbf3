// Opens a plan's next year: one entry, all of it or none, and once. What it comes to is worked out in
// rules/new-year; the sheet its review is filled in on is rules/new-year/review-sheet.ts.

import type { Registers } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import { fingerprintOf } from '../rules/fingerprint.ts';
import {
  type NewYear,
  type NewYearAsked,
  type NewYearRefused,
  newYearOf,
  nextOf,
} from '../rules/new-year/new-year.ts';
import { accept } from './accept.ts';
import { whoMay } from './may-do.ts';
import { isOnItsWay } from './on-its-way.ts';
import type { Ports } from './ports.ts';

export type NewYearOutcome =
  | { readonly outcome: 'made'; readonly made: NewYear }
  /** The very same request was taken before. */
  | { readonly outcome: 'nothing to change'; readonly title: string }
  | NewYearRefused
  | { readonly outcome: 'refused'; readonly reason: 'not allowed' }
  | { readonly outcome: 'refused'; readonly reason: 'exists already'; readonly title: string };

type Asked = NewYearAsked & {
  /** Person key; null is the command line. */
  readonly by: string | null;
};

type CouncilPorts = Pick<Ports, 'clock' | 'outbox' | 'replica'>;

/** Durable when it resolves. Refused, with everything named that stops it, nothing is changed. */
export const newYear = async (
  ports: CouncilPorts,
  { by, ...asked }: Asked,
): Promise<NewYearOutcome> => {
  const registers = ports.replica.registers();
  if (by !== null && whoMay(ports, by, 'open a new year').outcome === 'refused')
    return { outcome: 'refused', reason: 'not allowed' };
  const shown = await previewNewYear(ports, asked);
  if (shown.outcome !== 'may') return shown;
  const at = ports.clock.now().toInstant();
  const journal = { source: 'command' as const, why: whyOf(registers, asked) };
  // Where a plan was deleted by hand since it was made, its first key is spent.
  for (let again = 1; again <= mostTimes; again += 1) {
    const key = keyOf(shown.plan, again);
    const entry = { key, by, at, changes: shown.changes, message: null, journal };
    const [acceptance] = await accept(ports, [entry]);
    if (acceptance?.outcome === 'accepted') return { outcome: 'made', made: shown };
    // Another process made it just now.
    if (await isOnItsWay(ports, shown.changes))
      return acceptance?.first.journal?.why === journal.why
        ? { outcome: 'nothing to change', title: shown.title }
        : { outcome: 'refused', reason: 'exists already', title: shown.title };
  }
  return { outcome: 'refused', reason: 'exists already', title: shown.title };
};

/** What it would do; nothing is changed. */
export const previewNewYear = async (
  ports: Pick<Ports, 'outbox' | 'replica'>,
  asked: NewYearAsked,
): Promise<NewYear | Exclude<NewYearOutcome, { readonly outcome: 'made' }>> => {
  const registers = ports.replica.registers();
  const plan = registers.plans.get(asked.plan);
  const next = plan && nextOf(plan);
  if (!next || registers.plans.get(next.plan) === undefined) return newYearOf(registers, asked);
  const why = whyOf(registers, asked);
  const { title } = next;
  for (let again = 1; again <= mostTimes; again += 1) {
    const first = await ports.outbox.find(keyOf(next.plan, again));
    if (first === null) break;
    if (first.journal?.why === why) return { outcome: 'nothing to change', title };
  }
  return { outcome: 'refused', reason: 'exists already', title };
};

const mostTimes = 20;

const keyOf = (plan: string, again: number): string => `new-year|${plan}|${again}`;

/** Kept in the Journal, and how the same request is known again. */
const whyOf = (registers: Registers, { plan, review }: NewYearAsked): string => {
  const said = review
    .map(({ measure, ...each }) => ({ measure: fold(measure), ...each }))
    .toSorted((one, other) => (one.measure < other.measure ? -1 : 1));
  // Of a row that is never there, so that only what the review says counts.
  const told = { register: 'journal', key: 'a review', set: { to: JSON.stringify(said) } } as const;
  return `The year after ${plan}, by review ${fingerprintOf(registers, [told]).slice(0, 12)}.`;
};
