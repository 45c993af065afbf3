// Cases on lines that are not measures: risks above appetite, actions long overdue, statements of assurance
// that say "not assured", and savings whose forecast is short of what is required.
import type { Action } from '../registers/actions.ts';
import type { Assurance } from '../registers/assurance.ts';
import { lineName } from '../registers/line-name.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Risk } from '../registers/risks.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Saving } from '../registers/savings.ts';
import { dateWords } from './date-words.ts';
import type { Case, Looking } from './escalation-case.ts';
import { becameWords, countWords, pounds } from './escalation-figure-words.ts';
import { type AssuranceQuestion, assuranceQuestions } from './line-fault.ts';
import { lastMonth, monthOf, parsePeriod, periodHolding, periodText } from './period.ts';
import { isOpen } from './promise.ts';
import { riskScores } from './risk-score.ts';
import { closedDates, isWorkingDay, workingDayAfter, workingDaysBetween } from './working-days.ts';

const nothingPromised = { promised: null, became: null, caveat: null };

/** A risk without a score or an appetite is not above it. Another review, or another score, is new. */
export const risksAboveAppetite = ({ registers, plan, rule }: Looking): readonly Case[] =>
  registers.risks.where('plan', plan).flatMap((risk) => {
    const { residual, target } = riskScores(risk);
    const { appetite } = risk;
    if (risk.state === 'closed' || residual === null || appetite === null) return [];
    if (residual - appetite < rule.threshold) return [];
    const line = lineName({ register: 'risks', key: risk.key });
    const aim = target === null ? '' : `, target ${target}`;
    return [
      {
        line,
        title: risk.title,
        period: `${risk.reviewedOn?.toString() ?? 'not reviewed'}, ${residual}`,
        return: newestReturn(registers, line)?.key ?? null,
        owner: risk.owner,
        team: risk.team,
        about: [risk],
        evidence: () => ({
          howBad: `Scores ${residual} with its controls, and the council accepts ${appetite}${aim}.`,
          howLong: reviewWords(risk),
          said: risk.commentary,
          ...nothingPromised,
        }),
      },
    ];
  });

const reviewWords = ({ reviewedOn }: Risk): string | null =>
  reviewedOn === null ? null : `Last reviewed on ${dateWords(reviewedOn)}.`;

/** More working days past its day than the threshold; one that went forward is looked at in its later plan. */
export const actionsOverdue = ({ registers, plan, rule, today }: Looking): readonly Case[] => {
  const closed = closedDates(registers);
  const last = isWorkingDay(today, closed) ? today : workingDayAfter(today, -1, closed);
  const latest = rule.threshold === 0 ? last : workingDayAfter(last, -rule.threshold, closed);
  const gone = wentForward(registers);
  return registers.actions.where('plan', plan).flatMap((action) => {
    const { dueOn } = action;
    if (dueOn === null || !isOpen(action) || gone.has(action.key.toLowerCase())) return [];
    if (Temporal.PlainDate.compare(dueOn, latest) >= 0) return [];
    const line = lineName({ register: 'actions', key: action.key });
    return [
      {
        line,
        title: action.title,
        period: dueOn.toString(),
        return: newestReturn(registers, line)?.key ?? null,
        owner: action.owner,
        team: action.team,
        about: [action],
        evidence: () => ({
          howBad: `${kindWords(action)} due on ${dateWords(dueOn)}: ${countWords(workingDaysBetween(dueOn, today, closed), 'working day')} overdue.`,
          howLong: null,
          said: action.commentary,
          promised: null,
          became: becameWords(registers, action, today),
          caveat: null,
        }),
      },
    ];
  });
};

const kindWords = ({ kind }: Action): string => kind.charAt(0).toUpperCase() + kind.slice(1);

const wentForward = (registers: Registers): ReadonlySet<string> => {
  const gone = new Set<string>();
  for (const { continues } of registers.actions.values())
    if (continues !== null) gone.add(continues.toLowerCase());
  return gone;
};

/** What each statement is called in a sentence. */
const statements: { readonly [Q in AssuranceQuestion]: string } = {
  probity: 'probity',
  control: 'regularity and control',
  budgets: 'budgets',
  risk: 'risk',
  audit: 'audit',
  statutoryDuty: 'statutory duty',
  peopleProcesses: 'people processes',
};

/** The newest statement of each team, where as many answers as the threshold say "not assured". */
export const notAssured = ({ registers, plan, rule }: Looking): readonly Case[] =>
  newestOfEachTeam(registers.assurance.where('plan', plan)).flatMap((given) => {
    const not = assuranceQuestions.filter((each) => given[each] === 'not assured');
    const partly = assuranceQuestions.filter((each) => given[each] === 'partly assured');
    if (not.length === 0 || not.length < rule.threshold) return [];
    const team = registers.teams.get(given.team);
    const words = (some: readonly AssuranceQuestion[]) =>
      some.map((each) => statements[each]).join(', ');
    const also = partly.length === 0 ? '' : ` Partly assured: ${words(partly)}.`;
    return [
      {
        line: lineName({ register: 'assurance', key: given.key }),
        title: `Assurance: ${team?.title ?? given.team}`,
        period: given.period,
        return: null,
        owner: given.manager,
        team: given.team,
        about: [given],
        evidence: () => ({
          howBad: `Not assured for ${given.period}: ${words(not)}.${also}`,
          howLong: null,
          said: given.statement,
          ...nothingPromised,
        }),
      },
    ];
  });

const newestOfEachTeam = (rows: readonly Assurance[]): readonly Assurance[] => {
  const newest = new Map<string, { row: Assurance; month: number }>();
  for (const row of rows) {
    const period = row.state === 'Given' ? parsePeriod(row.period) : null;
    if (period === null) continue;
    const month = lastMonth(period);
    const known = newest.get(row.team.toLowerCase());
    if (known === undefined || known.month < month)
      newest.set(row.team.toLowerCase(), { row, month });
  }
  return [...newest.values()].map(({ row }) => row);
};

/**
 * A saving of this financial year whose forecast is below what is required by more than the threshold, in
 * per cent of it. Without a forecast nothing is known. Another forecast is new evidence.
 */
export const savingsAtRisk = ({ registers, plan, rule, today }: Looking): readonly Case[] => {
  const thisYear = periodText(periodHolding('financial year', monthOf(today)));
  return registers.savings.where('plan', plan).flatMap((saving) => {
    const { required, forecast } = saving;
    if (required === null || required <= 0 || forecast === null) return [];
    if (saving.stage === 'complete' || yearOf(registers, saving) !== thisYear) return [];
    const short = ((required - forecast) / required) * 100;
    if (short <= rule.threshold) return [];
    const line = lineName({ register: 'savings', key: saving.key });
    const so = saving.achieved === null ? '' : ` ${pounds(saving.achieved)} is achieved so far.`;
    return [
      {
        line,
        title: saving.title,
        period: `${thisYear}, ${forecast}`,
        return: newestReturn(registers, line)?.key ?? null,
        owner: saving.owner,
        team: saving.team,
        about: [saving],
        evidence: () => ({
          howBad: `Forecast ${pounds(forecast)} of the ${pounds(required)} required in ${thisYear}: ${Math.round(short)}% short.${so}`,
          howLong: null,
          said: saving.commentary,
          ...nothingPromised,
        }),
      },
    ];
  });
};

/** Its own, or its plan's; null where neither says, and then it is this year's to no one's knowledge. */
const yearOf = (registers: Registers, { year, plan }: Saving): string | null =>
  year ?? registers.plans.get(plan)?.year ?? null;

/** The last that was reported of a line; null where nothing was. */
const newestReturn = (registers: Registers, line: string): Return | null => {
  let newest: Return | null = null;
  for (const row of registers.returns.where('about', line)) {
    if (row.state !== 'Returned' || !sameKey(row.about, line)) continue;
    if (newest === null || monthIn(row) > monthIn(newest)) newest = row;
  }
  return newest;
};

const monthIn = ({ period: text }: Return): number => {
  const period = parsePeriod(text);
  return period === null ? -1 : lastMonth(period);
};
