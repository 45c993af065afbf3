// What was typed on a Report card, put as the answer its use case takes: as typed, nothing read.
import type { Registers } from '../../src/registers/registers.ts';
import { assuranceQuestions } from '../../src/rules/line-fault.ts';
import type { LineAnswer } from '../../src/use-cases/line-answer.ts';
import { type LineTyped, moneyField, readMoneyField, typedIn } from '../cards/report.ts';
import { linesOf } from '../views/report-words.ts';
import type { AskedLine } from './report.ts';

export const noNewsAnswer = (typed: LineTyped): LineAnswer => ({
  kind: 'no data',
  until: typedIn(typed, 'until'),
  because: typedIn(typed, 'because'),
});

type Said = {
  readonly typed: LineTyped;
  /** Why it is right, where that was asked; left out before it was. */
  readonly right: string | undefined;
};

/** By what the return is about, whatever the card was. */
export const lineAnswer = (
  registers: Registers,
  { return: asked, about }: AskedLine,
  { typed, right }: Said,
): LineAnswer => {
  const said = (field: string) => typedIn(typed, field);
  const commentary = said('commentary');
  const sure = { right: right ?? null };
  switch (about.of) {
    case 'action':
    case 'project':
      return {
        kind: 'progress',
        status: said('status'),
        percent: said('percent'),
        expectedOn: said('expectedOn'),
        commentary,
        ...sure,
      };
    case 'saving':
      return {
        kind: 'saving',
        achieved: said('achieved'),
        forecast: said('forecast'),
        status: said('status'),
        commentary,
        ...sure,
      };
    case 'risk':
      return {
        kind: 'risk',
        likelihood: said('likelihood'),
        impact: said('impact'),
        reviewOn: said('reviewOn'),
        commentary,
        ...sure,
      };
    case 'assurance':
      return { kind: 'assurance', answers: answersIn(typed), statement: said('statement') };
    case 'finance':
      return {
        kind: 'finance',
        lines: moneyIn(typed, linesOf(registers, about.row.key, asked)),
        commentary,
        ...sure,
      };
  }
};

type Assurance = Extract<LineAnswer, { kind: 'assurance' }>;
type Money = Extract<LineAnswer, { kind: 'finance' }>['lines'];

const answersIn = (typed: LineTyped): Assurance['answers'] =>
  Object.fromEntries(
    assuranceQuestions.map((each) => [each, typedIn(typed, each)]),
  ) as Assurance['answers'];

/** Every line asked for, and any that was typed and is asked for no more. */
const moneyIn = (typed: LineTyped, asked: readonly { readonly key: string }[]): Money => {
  const keys = asked.map(({ key }) => key);
  const others = Object.keys(typed).flatMap((name) => {
    const money = readMoneyField(name);
    return money === null || keys.includes(money.key) ? [] : [money.key];
  });
  return [...new Set([...keys, ...others])].map((key) => ({
    key,
    forecast: typedIn(typed, moneyField('forecast', key)),
    savingsAchieved: typedIn(typed, moneyField('savingsAchieved', key)),
  }));
};
