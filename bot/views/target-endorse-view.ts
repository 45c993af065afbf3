// What a director's card of targets shows: what waits for them in a cycle's plan, at most ten at once.
import type { Registers } from '../../src/registers/registers.ts';
import { sameKey } from '../../src/registers/same-key.ts';
import {
  type Proposed,
  targetRevision,
  targetsAsStand,
  toEndorse,
} from '../../src/rules/endorsing.ts';
import { fingerprintOfLines } from '../../src/rules/fingerprint.ts';
import { latestFigure } from '../../src/rules/history.ts';
import { parsePeriod } from '../../src/rules/period.ts';
import { yearOf } from '../../src/rules/rating.ts';
import { lastTarget } from '../../src/rules/targets-due.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import { shortened } from '../cards/card-text.ts';
import type { AlsoView } from '../cards/gathered-card.ts';
import type { EndorseView, TargetLine } from '../cards/target-endorse-card.ts';
import { counted, figureWithUnit, personName, targetWords } from './cycle-words.ts';
import type { InCycle } from './in-cycle.ts';

const most = 10;

/** What this person is asked to endorse in the cycle's plan, in its order. */
export const targetsWaiting = ({ registers, person, cycle, today }: InCycle): readonly Proposed[] =>
  toEndorse(registers, person, today).filter(({ target }) => sameKey(target.plan, cycle.plan));

/** Those that one card shows: a press on it is about these alone. */
export const targetsShown = (at: InCycle): readonly Proposed[] => targetsWaiting(at).slice(0, most);

export const seenAs = (registers: Registers, shown: readonly Proposed[]): string =>
  fingerprintOfLines(
    targetsAsStand(
      registers,
      shown.map(({ target }) => target),
    ),
  );

type Again = {
  readonly said?: string | null;
  readonly refusal?: EndorseView['refusal'];
  readonly typed?: EndorseView['typed'];
};

/** Null where nothing waits. */
export const targetEndorseView = (at: InCycle, again: Again = {}): EndorseView | null => {
  const waiting = targetsWaiting(at);
  const shown = waiting.slice(0, most);
  if (shown.length === 0) return null;
  return {
    cycle: at.cycle.key,
    title: titleOf(waiting.length),
    lines: shown.map((each) => lineOf(at.registers, each)),
    more: waiting.length - shown.length,
    seen: seenAs(at.registers, shown),
    said: again.said ?? null,
    refusal: again.refusal ?? null,
    typed: again.typed ?? { target: '', because: '' },
    longestReason: longestCommentary,
  };
};

const titleOf = (count: number): string =>
  `${counted(count, 'target')} ${count === 1 ? 'waits' : 'wait'} for you to endorse`;

const lineOf = (registers: Registers, { target, measure }: Proposed): TargetLine => {
  const year = parsePeriod(yearOf(target));
  const last = year && lastTarget(registers, measure, year);
  const figure = latestFigure(registers, measure);
  const plain = { ...target, state: null };
  return {
    value: `${targetRevision(registers, target)} ${target.key}`,
    name: `${measure.title}, ${yearOf(target)}`,
    proposed: target.isA === 'no target' ? null : targetWords(measure, plain),
    beneath: [
      ...(target.isA === 'no target' ? ['No target'] : []),
      ...(target.because === null ? [] : [shortened(target.because, 160)]),
      last === null ? 'no target last year' : `last year ${targetWords(measure, last) ?? 'none'}`,
      ...(figure === null
        ? []
        : [
            `last figure ${figureWithUnit(measure, figure.value)} in ${figure.words}${figure.illustrative ? ' (illustrative)' : ''}`,
          ]),
      ...(target.setBy === null
        ? []
        : [`by ${personName(registers, target.setBy) ?? 'its owner'}`]),
    ],
  };
};

/** As part of another card: what waits, and a button that opens it. Null where nothing does. */
export const alsoTargets = (at: InCycle): AlsoView | null => {
  const view = targetEndorseView(at);
  if (view === null) return null;
  return {
    title: view.title,
    lines: view.lines.map(({ name, proposed }) => `${name}: ${proposed ?? 'no target'}`),
    button: {
      title: view.lines.length + view.more === 1 ? 'Look at it' : 'Look at them',
      verb: 'targets',
      data: { v: 1, cycle: at.cycle.key },
    },
  };
};
