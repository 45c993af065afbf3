// From which period on a measure's control limits begin again, as the performance team decides, with the
// reason. A chart's own limits are worked out in rules/chart.

import type { Measure } from '../registers/measures.ts';
import type { Rebasing } from '../registers/rebasings.ts';
import type { Registers } from '../registers/registers.ts';
import { mayBeginAgain } from '../rules/chart/rebased-from.ts';
import { parsePeriod, periodText, periodWords } from '../rules/period.ts';
import { acceptedFirst } from './accept.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import { whoMay } from './may-do.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Ports } from './ports.ts';
import { longestCommentary } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';

type RebasingAsked = {
  readonly by: string;
  readonly measure: string;
  /** '2020-21 Q2'. */
  readonly period: string;
  readonly because: string;
};

export type Rebased = { readonly outcome: 'rebased' | 'already'; readonly rebasing: Rebasing };

/**
 * The performance team alone, with a reason. Refused from a period that has no figure, or none before it:
 * nothing would begin again there. Asked twice in the same words it is done once; once it is done, the
 * reason stands as it was given.
 */
export const rebaseLimits = async (
  ports: Ports,
  asked: RebasingAsked,
): Promise<Rebased | Refused> => {
  const registers = ports.replica.registers();
  const who = whoMay(ports, asked.by, 'begin control limits again');
  if (who.outcome === 'refused') return who;
  const read = readAsked(registers, asked);
  if ('outcome' in read) return read;
  const settled = (outcome: Rebased['outcome']): Rebased | Refused => {
    const rebasing = ports.replica.registers().rebasings.get(read.key);
    return rebasing?.because === read.because
      ? { outcome, rebasing }
      : refused({ reason: 'wrong state', state: 'Begun again from there already' });
  };
  if (registers.rebasings.get(read.key) !== undefined) return settled('already');
  // Taken out of its list by hand, it may be begun again from there.
  const nth = changesToldOf(ports, 'rebasings', read.key);
  const entry = entryFor(read, { by: asked.by, now: ports.clock.now(), nth });
  return orNotKept(acceptedFirst(ports, entry).then((is) => settled(is ? 'rebased' : 'already')));
};

type Read = {
  readonly key: string;
  readonly measure: Measure;
  readonly period: string;
  readonly because: string;
};

const readAsked = (registers: Registers, asked: RebasingAsked): Read | Refused => {
  const measure = registers.measures.get(asked.measure);
  if (measure === undefined) return refused({ reason: 'unknown return' });
  const period = parsePeriod(asked.period);
  if (period === null || !mayBeginAgain(registers, measure, period))
    return refused({
      reason: 'wrong state',
      state: 'Without a figure then, or with none before it',
    });
  const because = asked.because.trim();
  if (because === '') return refused({ reason: 'no reason given' });
  if (because.length > longestCommentary)
    return refused({ reason: 'reason too long', length: because.length, most: longestCommentary });
  const text = periodText(period);
  return { key: `${measure.key}|${text}`, measure, period: text, because };
};

const entryFor = (
  { key, measure, period, because }: Read,
  { by, now, nth }: { readonly by: string; readonly now: Temporal.ZonedDateTime; nth: string },
): Entry => {
  const of = parsePeriod(period);
  const set = {
    ...asExempt([measure]),
    title: `${measure.code}, limits from ${of ? periodWords(of, measure) : period}`,
    plan: measure.plan,
    measure: measure.key,
    period,
    on: now.toPlainDate(),
    by,
    because,
  };
  return {
    key: `rebasing|${key}|${nth}`,
    by,
    at: now.toInstant(),
    changes: [change('rebasings', key, set)],
    message: null,
    journal: { source: 'tab', why: because },
  };
};
