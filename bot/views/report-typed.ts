// What stands in a report's fields when it is drawn: what was just typed, else what was left unsaved, else
// the answer that stands. What was said of an earlier period is never in them.
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { assuranceQuestions } from '../../src/rules/line-fault.ts';
import { draftOf, lineTyped } from '../../src/use-cases/keep-draft.ts';
import { type LineTyped, moneyField } from '../cards/report.ts';
import { dayWords } from './cycle-words.ts';
import type { InCycle } from './in-cycle.ts';
import { assuranceOf, type LineAbout, linesOf } from './report-words.ts';

type Reporting = InCycle & { readonly return: Return; readonly about: LineAbout };

const zone = 'Europe/London';

type LineLeft = {
  readonly typed: LineTyped;
  /** "Thu 1 October": when it was left; null where the fields begin from the register. */
  readonly keptOn: string | null;
};

export const lineTypedBefore = (reporting: Reporting): LineLeft => {
  const { registers, person, today, return: asked } = reporting;
  const draft = draftOf(registers, person.key, asked.key);
  if (draft === null || draft.keptAt === null)
    return { typed: answerThatStands(reporting), keptOn: null };
  const on = draft.keptAt.toZonedDateTimeISO(zone).toPlainDate();
  return { typed: lineTyped(draft), keptOn: dayWords(on, today) };
};

/** Blank before anyone has answered; what an answer sent back had said stays. */
const answerThatStands = ({ registers, return: asked, about, today }: Reporting): LineTyped => {
  if ((asked.revision ?? 0) === 0) return {};
  const { noDataUntil: until, noDataReason } = asked;
  if (asked.state === 'No data until' || asked.returnedAt === null)
    return until === null || Temporal.PlainDate.compare(until, today) <= 0
      ? {}
      : { until: until.toString(), because: noDataReason ?? '' };
  return {
    ...texts({
      status: asked.status,
      commentary: asked.commentary,
      expectedOn: asked.expectedOn,
      likelihood: asked.likelihood,
      impact: asked.impact,
    }),
    ...ofItsKind(registers, asked, about),
  };
};

const ofItsKind = (registers: Registers, asked: Return, about: LineAbout): LineTyped => {
  switch (about.of) {
    case 'action':
    case 'project':
      return texts({ percent: asked.value });
    case 'saving':
      return texts({ achieved: asked.value, forecast: asked.forecast });
    case 'risk':
      return texts({ reviewOn: about.row.reviewOn });
    case 'assurance':
      return assuranceTyped(registers, asked, about.row.key);
    case 'finance':
      return asked.value === null ? {} : moneyTyped(registers, asked, about.row.key);
  }
};

const assuranceTyped = (registers: Registers, asked: Return, team: string): LineTyped => {
  const given = assuranceOf(registers, asked, team);
  if (given === null) return {};
  const answers = Object.fromEntries(assuranceQuestions.map((name) => [name, given[name]]));
  return texts({ ...answers, statement: given.statement });
};

const moneyTyped = (registers: Registers, asked: Return, plan: string): LineTyped =>
  texts(
    Object.fromEntries(
      linesOf(registers, plan, asked).flatMap(({ key, forecast, savingsAchieved }) => [
        [moneyField('forecast', key), forecast],
        [moneyField('savingsAchieved', key), savingsAchieved],
      ]),
    ),
  );

type Held = Readonly<Record<string, string | number | Temporal.PlainDate | null>>;

/** What is blank is left out. */
const texts = (held: Held): LineTyped =>
  Object.fromEntries(
    Object.entries(held).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  );
