// How a line of work, money, a risk or a service is told of in words: what was said of it the last time, and
// what it stands at now.
import type { Assurance } from '../../src/registers/assurance.ts';
import type { Budget } from '../../src/registers/budgets.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { sameKey } from '../../src/registers/same-key.ts';
import { workStatusWords } from '../../src/registers/work-words.ts';
import type { About } from '../../src/rules/about.ts';
import { assuranceQuestions, lineFieldWords } from '../../src/rules/line-fault.ts';
import { forecastLines } from '../../src/rules/lines-due.ts';
import { figure } from '../../src/rules/number-words.ts';
import { lastMonth, parsePeriod, periodWords } from '../../src/rules/period.ts';
import { score } from '../../src/rules/risk-score.ts';
import type { Reported } from '../cards/question.ts';
import { dayWords } from './cycle-words.ts';

/** Every kind but a measure. */
export type LineAbout = Exclude<About, { of: 'measure' }>;

/** "£142,575,000"; "–" where it is not known. */
export const pounds = (value: number | null): string => figure({ unit: '£', decimals: 0 }, value);

/** "40%": of work done, or of what is required. Null where there is nothing it is a share of. */
export const shareWords = (of: number | null, whole: number | null): string | null =>
  of === null || whole === null || whole <= 0 ? null : `${Math.round((of * 100) / whole)}%`;

/** What a return said of its line, in short: "40% done", "now expected by Fri 30 October". */
export const saidOf = (
  registers: Registers,
  given: Return,
  { about, today }: { readonly about: LineAbout; readonly today: Temporal.PlainDate },
): readonly string[] => {
  const { value, expectedOn, forecast } = given;
  switch (about.of) {
    case 'action':
    case 'project':
      return [
        ...(value === null ? [] : [`${figure({ unit: '%', decimals: 0 }, value)} done`]),
        ...(expectedOn === null ? [] : [`now expected by ${dayWords(expectedOn, today)}`]),
      ];
    case 'saving':
      return [
        ...(value === null ? [] : [`${pounds(value)} achieved`]),
        ...(forecast === null ? [] : [`${pounds(forecast)} forecast`]),
      ];
    case 'risk':
      return riskSaid(given);
    case 'assurance':
      return assuranceSaid(assuranceOf(registers, given, about.row.key));
    case 'finance':
      return value === null
        ? []
        : [
            `${pounds(value)} forecast outturn`,
            ...overBudget(value, linesOf(registers, about.row.key, given)),
          ];
  }
};

/** "£425,000 over budget"; nothing where the budget of a line is not known. */
const overBudget = (outturn: number, lines: readonly Budget[]): readonly string[] => {
  const budgets = lines.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  if (lines.length === 0 || budgets.length < lines.length) return [];
  return [varianceWords(outturn - budgets.reduce((sum, amount) => sum + amount, 0))];
};

/** "£425,000 over budget" */
export const varianceWords = (variance: number): string =>
  variance === 0
    ? 'on budget'
    : `${pounds(Math.abs(variance))} ${variance > 0 ? 'over' : 'under'} budget`;

/** The lines a return on a plan's money asks for; none where its period cannot be read. */
export const linesOf = (
  registers: Registers,
  plan: string,
  { period }: Pick<Return, 'period'>,
): readonly Budget[] => {
  const of = parsePeriod(period);
  return of === null ? [] : forecastLines(registers, plan, of);
};

const riskSaid = ({ likelihood, impact }: Return): readonly string[] => {
  const comes = score(likelihood, impact);
  return comes === null ? [] : [`score ${comes}: likelihood ${likelihood}, impact ${impact}`];
};

/** The statement given of a team for a return's quarter; null before there is one. */
export const assuranceOf = (
  registers: Pick<Registers, 'assurance'>,
  { period }: Pick<Return, 'period'>,
  team: string,
): Assurance | null =>
  registers.assurance.where('team', team).find((row) => sameKey(row.period, period)) ?? null;

/** "not assured: Audit", "partly assured: Budgets, Risk"; "assured" where all of it is. */
const assuranceSaid = (given: Assurance | null): readonly string[] => {
  if (given === null) return [];
  const those = (answer: Assurance['probity']) =>
    assuranceQuestions.filter((name) => given[name] === answer).map((name) => lineFieldWords[name]);
  const less = (['not assured', 'partly assured'] as const).flatMap((answer) => {
    const names = those(answer);
    return names.length === 0 ? [] : [`${answer}: ${names.join(', ')}`];
  });
  if (less.length > 0) return less;
  return those('assured').length === assuranceQuestions.length ? ['assured'] : [];
};

/** What a receipt says of a line that has been reported on. */
export const reportedResult = (
  registers: Registers,
  given: Return,
  { about, today }: { readonly about: LineAbout; readonly today: Temporal.PlainDate },
): Reported => {
  if (given.state === 'No data until' && given.noDataUntil !== null)
    return { reported: `no news until ${dayWords(given.noDataUntil, today)}` };
  const status = given.status === null ? null : workStatusWords[given.status];
  const said = saidOf(registers, given, { about, today }).join('; ');
  const told = [
    ...(status === null ? [] : [`${status.glyph} ${status.words}`]),
    ...(said === '' ? [] : [status === null ? capital(said) : said]),
  ];
  return { reported: told.length === 0 ? 'Reported' : told.join(', ') };
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The newest return of an earlier period that says how the same line stood; null where none does. */
export const reportBefore = (
  registers: Pick<Registers, 'returns'>,
  asked: Return,
): Return | null => {
  const until = endOf(asked);
  if (asked.about === null || until === null) return null;
  return (
    registers.returns
      .where('about', asked.about)
      .flatMap((row) => {
        const end = row.state === 'Returned' ? endOf(row) : null;
        return end === null || end >= until ? [] : [{ row, end }];
      })
      .toSorted((one, other) => other.end - one.end)[0]?.row ?? null
  );
};

const endOf = ({ period }: Return): number | null => {
  const read = parsePeriod(period);
  return read === null ? null : lastMonth(read);
};

export const periodOf = ({ period }: Pick<Return, 'period'>): string => {
  const read = parsePeriod(period);
  return read === null ? period : periodWords(read);
};
