// Cases on the figures of measures: red on so many new figures running, a fall of so many RAG steps, and
// "no further action" that a director has not accepted. Counted on figures, not on quarters: an annual
// figure that is red is one figure all year.
import type { Action } from '../registers/actions.ts';
import type { Escalation } from '../registers/escalations.ts';
import { lineName } from '../registers/line-name.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import type { RatedAgainst, Standing } from '../registers/words.ts';
import { wordsOfStanding } from '../registers/words.ts';
import type { Case, Looking } from './escalation-case.ts';
import type { EscalationEvidence } from './escalation-evidence-words.ts';
import { aimWords, countWords, figureWords, promiseWords } from './escalation-figure-words.ts';
import { fingerprintOfLines } from './fingerprint.ts';
import { lineage, valueOf } from './history.ts';
import { lastMonth, type Period, parsePeriod, periodWords } from './period.ts';
import { ratedAt } from './rated-at.ts';
import { ratedAgainst } from './rated-by.ts';

type Figure = {
  readonly row: Return;
  readonly period: Period;
  readonly standing: Standing;
  readonly aim: Target | null;
  readonly against: RatedAgainst;
};

/** Off target on as many figures running as the threshold says, the newest of them given in a cycle. */
export const redRunning = (looking: Looking): readonly Case[] =>
  measuresOf(looking).flatMap((measure) => {
    const wanted = looking.rule.threshold;
    const figures = newFigures(looking.registers, measure, wanted);
    const isRed =
      figures.length === wanted && figures.every(({ standing }) => standing === 'off target');
    const [newest] = figures;
    if (!isRed || newest === undefined) return [];
    const howBad = `${capital(standing(newest))} on ${countWords(wanted, 'figure')} running: ${figures.map((each) => inWords(measure, each)).join('; ')}.`;
    return [caseOf(looking, measure, { newest, howBad })];
  });

/** How far up the scale a standing is; undefined where it is on none. */
const steps: { readonly [S in Standing]?: number } = {
  'off target': 0,
  'within tolerance': 1,
  'on target': 2,
  'better than target': 3,
};

/** From one figure to the next, the newer of them given in a cycle. */
export const fallsOfSteps = (looking: Looking): readonly Case[] =>
  measuresOf(looking).flatMap((measure) => {
    const [newest, before] = newFigures(looking.registers, measure, 2);
    if (newest === undefined || before === undefined) return [];
    const is = steps[newest.standing];
    const was = steps[before.standing];
    if (is === undefined || was === undefined || was - is < looking.rule.threshold) return [];
    const howBad = `Fell from ${standing(before)} to ${standing(newest)}: ${inWords(measure, newest)}; before, ${inWords(measure, before)}.`;
    return [caseOf(looking, measure, { newest, howBad })];
  });

/** Off target, with a reason for doing nothing further that no director has accepted. */
export const nothingFurther = (looking: Looking): readonly Case[] =>
  measuresOf(looking).flatMap((measure) => {
    const [newest] = newFigures(looking.registers, measure, 1);
    const because = newest?.row.noActionBecause?.trim() ?? '';
    if (newest === undefined || because === '' || newest.row.noActionAcceptedOn !== null) return [];
    const howBad = `${capital(inWords(measure, newest))}. No further action is taken because: ${because}`;
    const found = caseOf(looking, measure, { newest, howBad });
    return [{ ...found, period: `${found.period}, reason ${reasonMark(because)}` }];
  });

/** Another reason is another thing to accept. */
export const reasonMark = (because: string): string => fingerprintOfLines([because]).slice(0, 8);

/** Whether the reason that was taken to somebody stands as it did then, and counts. */
export const reasonStands = (
  registers: Pick<Registers, 'returns'>,
  { return: key, period }: Pick<Escalation, 'return' | 'period'>,
): boolean => {
  const row = key === null ? undefined : registers.returns.get(key);
  const because = row?.noActionBecause?.trim() ?? '';
  if (row === undefined || because === '' || !countsNow(row)) return false;
  const [, mark] = /, reason (\w+)$/.exec(period ?? '') ?? [];
  return mark === undefined || mark === reasonMark(because);
};

/** Those still asked about: not retired, and with no figure of the measure they go on as in a later plan. */
const measuresOf = ({ registers, plan, today }: Looking): readonly Measure[] => {
  const gone = wentForward(registers);
  return registers.measures.where('plan', plan).filter(({ key, retiredOn }) => {
    const isAsked = retiredOn === null || Temporal.PlainDate.compare(retiredOn, today) > 0;
    return isAsked && !gone.has(fold(key));
  });
};

const wentForward = (registers: Registers): ReadonlySet<string> => {
  const gone = new Set<string>();
  for (const { key, continues } of registers.measures.values())
    if (continues !== null && registers.returns.where('measure', key).some(isGiven))
      gone.add(fold(continues));
  return gone;
};

/** Somebody was asked for it in a cycle, and answered with a figure. */
const isGiven = (row: Return): boolean => row.cycle !== null && valueOf(row) !== null;

/**
 * The newest figures, newest first, at most so many; none where the newest came with the history that was
 * loaded, since nobody was asked for it. One that waits for its manager's word does not count yet.
 */
const newFigures = (registers: Registers, measure: Measure, most: number): readonly Figure[] => {
  const given = lineage(registers, measure).flatMap((key) =>
    registers.returns.where('measure', key),
  );
  // Asked at every tick: most measures have none yet.
  if (!given.some(isGiven)) return [];
  const rows = given
    .flatMap((row) => {
      const period = countsNow(row) ? parsePeriod(row.period) : null;
      return period === null ? [] : [{ row, period, month: lastMonth(period) }];
    })
    .toSorted((one, other) => other.month - one.month);
  const newest = rows[0]?.row;
  // A figure of the measure it goes on from was that one's, in its own plan.
  if (!newest || newest.cycle === null || !sameKey(newest.measure, measure.key)) return [];
  const once = rows.filter(({ month }, at) => month !== rows[at - 1]?.month);
  return once.slice(0, most).map(({ row, period }) => {
    const { standing, aim, rule } = ratedAt(registers, measure, { period, row });
    return { row, period, standing, aim, against: ratedAgainst(rule) };
  });
};

const countsNow = (row: Return): boolean =>
  valueOf(row) !== null && row.approval !== 'awaiting' && row.approval !== 'sent back';

type Found = { readonly newest: Figure; readonly howBad: string };

const caseOf = (looking: Looking, measure: Measure, found: Found): Case => ({
  line: lineName({ register: 'measures', key: measure.key }),
  title: measure.title,
  period: found.newest.row.period,
  return: found.newest.row.key,
  owner: measure.owner,
  team: measure.team,
  evidence: () => evidenceOf(looking, measure, found),
  about: [measure, found.newest.row],
});

const evidenceOf = (
  { registers, today }: Looking,
  measure: Measure,
  { newest, howBad }: Found,
): EscalationEvidence => {
  const promised = promisedBefore(registers, measure, newest);
  const caveats = [
    newest.row.finality === 'provisional' ? 'The newest is provisional.' : null,
    newest.row.illustrative || newest.aim?.illustrative ? 'Illustrative.' : null,
  ].filter((each) => each !== null);
  return {
    howBad,
    howLong: offSince(registers, measure),
    said: newest.row.commentary,
    ...promiseWords(registers, promised, today),
    caveat: caveats.length === 0 ? null : caveats.join(' '),
  };
};

/** "Off target since Q4 2019-20": as far back as figure after figure was. Null where the newest is not. */
const offSince = (registers: Registers, measure: Measure): string | null => {
  const figures = newFigures(registers, measure, furthest);
  const end = figures.findIndex((each) => each.standing !== 'off target');
  const oldest = figures[(end === -1 ? figures.length : end) - 1];
  return oldest === undefined
    ? null
    : `${capital(standing(oldest))} since ${periodWords(oldest.period, measure)}.`;
};
const furthest = 40;

/** The newest action promised with an earlier figure, open or not. */
const promisedBefore = (registers: Registers, measure: Measure, newest: Figure): Action | null => {
  const [found] = lineage(registers, measure)
    .flatMap((key) => registers.returns.where('measure', key))
    .filter((row) => row.action !== null && !sameKey(row.key, newest.row.key))
    .flatMap((row) => {
      const period = parsePeriod(row.period);
      const action = row.action === null ? undefined : registers.actions.get(row.action);
      return period && action && lastMonth(period) < lastMonth(newest.period)
        ? [{ month: lastMonth(period), action }]
        : [];
    })
    .toSorted((one, other) => other.month - one.month);
  return found?.action ?? null;
};

/** "61.2% in Q2 2020-21 against 85% or more" */
const inWords = (measure: Measure, { row, period, aim }: Figure): string => {
  const against = aimWords(measure, aim);
  return `${figureWords(measure, row.value)} in ${periodWords(period, measure)}${against === null ? '' : ` against ${against}`}`;
};

const standing = (figure: Pick<Figure, 'standing' | 'against'>): string =>
  wordsOfStanding(figure.standing, figure.against).words.toLowerCase();

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
