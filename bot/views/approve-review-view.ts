// One answer as whoever approves it reads it; and what was sent back, as its owner reads it.
import type { Return } from '../../src/registers/returns.ts';
import { aboutOf, measureOf } from '../../src/rules/about.ts';
import { isAwaiting, sentBackTo, standingGiven, waitingFor } from '../../src/rules/approval.ts';
import { answerTold } from '../../src/rules/approval-told.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { parsePeriod } from '../../src/rules/period.ts';
import { targetFor } from '../../src/rules/rating.ts';
import type { ReviewView } from '../cards/review-card.ts';
import type { SentBackView } from '../cards/sent-back-card.ts';
import {
  counted,
  dayWords,
  figureWithUnit,
  personName,
  targetWords,
  unitHeading,
} from './cycle-words.ts';
import { historyLines } from './history-view.ts';
import type { InCycle } from './in-cycle.ts';

const zone = 'Europe/London';

export type Typed = { readonly because: string; readonly refusal: string };

/** Null where it does not wait for approval any more, or its measure is kept no more. */
export const reviewView = (
  at: InCycle,
  asked: Return,
  typed: Typed | null = null,
): ReviewView | null => {
  const { registers, person, cycle, today } = at;
  const measure = measureOf(registers, asked);
  const about = aboutOf(registers, asked);
  const period = parsePeriod(asked.period);
  if (!isAwaiting(asked) || measure === undefined || about === null) return null;
  const target = period && targetWords(measure, targetFor(registers, measure.key, period));
  const waiting = waitingFor(registers, person, { cycle: cycle.key, today });
  return {
    cycle: cycle.key,
    return: asked.key,
    revision: asked.revision ?? 0,
    name: askedName(asked, about),
    code: measure.code,
    figure: asked.value === null ? null : figureWithUnit(measure, asked.value),
    standing: standingGiven(registers, asked),
    target: target === null ? null : `target ${target}`,
    given: givenWords(at, asked),
    said: answerTold(registers, asked),
    history: period === null ? [] : historyLines(registers, measure, period),
    unit: unitHeading(measure),
    because: typed?.because ?? '',
    refusal: typed?.refusal ?? null,
    others: waiting.filter(({ key }) => key !== asked.key).length,
  };
};

const givenWords = ({ registers, today }: InCycle, asked: Return): string => {
  const by = personName(registers, asked.returnedBy) ?? 'somebody';
  const on = asked.returnedAt?.toZonedDateTimeISO(zone).toPlainDate();
  return `given by ${by}${on ? ` on ${dayWords(on, today)}` : ''}`;
};

/** Null where nothing of theirs is sent back any more. */
export const sentBackView = (at: InCycle): SentBackView | null => {
  const { registers, person, cycle, today } = at;
  const back = sentBackTo(registers, person, { cycle: cycle.key, today });
  if (back.length === 0) return null;
  return {
    cycle: cycle.key,
    title: `${counted(back.length, 'return was', 'returns were')} sent back to you`,
    lines: back.map((asked) => {
      const about = aboutOf(registers, asked);
      const measure = measureOf(registers, asked);
      const who = personName(registers, asked.approver) ?? 'Its manager';
      return {
        return: asked.key,
        name: about === null ? asked.title : askedName(asked, about),
        figure:
          measure === undefined || asked.value === null
            ? null
            : figureWithUnit(measure, asked.value),
        because: `${who}: ${asked.sentBackBecause ?? 'no reason was kept'}`,
      };
    }),
  };
};
