// The words councils head their columns with, by what they mean. To teach the import another word,
// add it here: lower case, without punctuation or the period it may stand beside.

const words = (said: string): readonly string[] => said.split(',').map((each) => each.trim());

/** What a column is of a measure, whatever the period. */
export const factWords = {
  key: words('key'),
  code: words(`
    code, ref, reference, ref no, ref number, no, number, id, pi ref, pi reference, pi code,
    pi no, pi number, pi id, kpi ref, kpi reference, kpi code, kpi no, kpi number, kpi id,
    measure no, measure number, measure ref, measure reference, measure code, measure id,
    indicator no, indicator number, indicator ref, indicator reference, indicator code,
    indicator id`),
  name: words(`
    performance measure, measure, measures, indicator, indicators, performance indicator,
    key performance indicator, kpi, kpis, pi, name, measure name, indicator name, pi name,
    kpi name, title, measure title, indicator title, description, pi description,
    measure description, indicator description, kpi description, short name, metric,
    what we measure, key measure, measure of success, success measure, strategic measure`),
  polarity: words(`
    good is, polarity, aim to, aim, good performance, good performance is, what is good,
    what good looks like, desired direction, preferred direction, good to be,
    good to be high or low, high or low is good, is high or low good, direction of good,
    maximise or minimise`),
  biggerIsBetter: words(
    'bigger is better, high is good, higher is better, higher is good, bigger better, high good',
  ),
  smallerIsBetter: words('smaller is better, low is good, lower is better, lower is good'),
  unit: words('unit, units, unit of measure, unit of measurement, measured in, format, data type'),
  decimals: words('decimals, decimal places, dp'),
  frequency: words(`
    frequency, reporting frequency, collection frequency, how often, reported,
    frequency of reporting, collected`),
  basis: words('period basis, year basis, basis'),
  tolerance: words(
    'tolerance, tolerance %, amber tolerance, threshold, amber threshold, target tolerance',
  ),
  owner: words(`
    owner, lead officer, lead, measure owner, indicator owner, pi owner, kpi owner,
    responsible officer, accountable officer, officer, data owner, responsible, assigned to,
    contact, contact officer, lead manager`),
  team: words(`
    team, service, service area, responsible service, service team, department, division,
    section, unit responsible, responsible team`),
  directorate: words('directorate, group, portfolio'),
  priority: words(`
    priority, corporate priority, council priority, strategic priority, plan priority, theme,
    corporate theme, objective, corporate objective, strategic objective, outcome,
    corporate outcome, aim priority, priority theme`),
  definition: words('definition, measure definition, full definition, rationale, purpose'),
  period: words(`
    period, quarter, reporting period, month, time period, period end, period ending,
    quarter ending, date, qtr`),
  year: words('year, financial year, reporting year, fy, academic year, calendar year'),
} as const;

/** What a column says of one period: the one it names, the row's, or the sheet's. */
export const perPeriodWords = {
  figure: words(`
    , actual, actuals, actual performance, actual value, actual figure, actual result,
    actual outturn, result, results, outturn, out turn, performance, value, figure, figures,
    achieved, score, data, current performance, current value, current, annual outturn,
    year end outturn, year end, year end actual, reported value, latest, latest value,
    latest result, latest performance, final outturn, full year, annual, annual actual`),
  target: words(`
    target, targets, target value, goal, profile, profiled target, quarterly target,
    quarter target, target for, target profile, current target, period target, monthly target`),
  annualTarget: words(`
    annual target, year end target, full year target, yearly target, target annual,
    target for year, target for the year, year target, target full year`),
  numerator: words('numerator'),
  denominator: words('denominator'),
  finality: words(
    'provisional or final, final or provisional, provisional, data status, status of data',
  ),
  commentary: words(`
    comment, comments, commentary, narrative, notes, note, officer comments,
    performance comments, performance commentary, explanation, analysis, latest note,
    service comments, manager comments, managers comments, update, supporting commentary`),
  decision: words('decision, decision ref, decision reference, target decision'),
} as const;

/** What is never taken in, with the reason that is given for it. */
export const neverWords = {
  'RAG is worked out here from the figure and its target.': words(`
    rag, rag status, rag rating, status, traffic light, performance status, current rag,
    on target, colour, current status, rag rated, r a g`),
  'Direction of travel is worked out here from the figures.': words(`
    dot, d o t, direction of travel, direction, trend, short trend, long trend, short term trend,
    long term trend, travel, arrow, change, improving`),
  'Year to date is worked out here, or is the figure of the quarter.': words(`
    ytd, year to date, cumulative, ytd actual, ytd target, ytd value, actual ytd, target ytd,
    ytd performance, ytd outturn, ytd result, year to date actual, year to date target`),
  'Variance is worked out here.': words(`
    variance, var, difference, gap, variance to target, variance from target, % variance,
    against target`),
  'No period is named, so it is not known which figure it is.': words(`
    previous, last quarter, previous quarter, last year, previous year, prior year,
    same quarter last year, same period last year, previous value, previous outturn, last period,
    previous period`),
  'A forecast is no return.': words(`
    forecast, projected, projection, year end forecast, forecast outturn, predicted,
    predicted outturn, projected outturn, forecast year end`),
  'Comparisons with others are kept in Benchmarks: take them in from its own sheet.': words(`
    benchmark, benchmarking, england, england average, national average, national,
    regional average, cipfa, nearest neighbours, comparator, statistical neighbours, quartile`),
} as const;

/** Good is high, low or between, as it is written in a cell. */
export const polarityWords = {
  maximise: words(`
    maximise, max, high, higher, bigger, big, up, increase, increasing, higher is better,
    high is good, bigger is better, aim to maximise, more, +, ↑, rise, upwards, above, h`),
  minimise: words(`
    minimise, min, low, lower, smaller, small, down, decrease, decreasing, lower is better,
    low is good, smaller is better, aim to minimise, less, reduce, reduction, ↓, fall, downwards,
    below, l`),
  'stay in range': words(`
    stay in range, range, in range, within range, plan is best, goldilocks, stay within range,
    between`),
  none: words(`
    none, neither, n a, na, not applicable, data only, contextual, monitor, monitoring, context,
    no polarity, neutral`),
} as const;

export const frequencyWords = {
  monthly: words('monthly, month, m, every month, months'),
  quarterly: words('quarterly, quarter, q, every quarter, quarters, three monthly'),
  annual: words('annual, annually, yearly, year, a, y, once a year, every year, annual measure'),
} as const;

const saying = (what: string, all: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(all.map((word) => [word, what]));

/** A cell that says there is no figure: it reads as blank, never as nought. */
export const noFigureWords: Readonly<Record<string, string>> = {
  ...saying(
    'no figure',
    words('na, n/a, n.a., n.a, not applicable, not due, not measured, not reported, none'),
  ),
  ...saying(
    'no figure yet',
    words(`
    tbc, tba, t.b.c., to be confirmed, to follow, awaited, awaiting data, pending, due, data due,
    not yet available, not yet due, not available, not yet known, no data, no data available,
    data not available, data not yet available, unavailable, unknown, x, :, missing, nya`),
  ),
  ...saying('no figure', words('-, --, –, —, …, ..., .., ., ?, /')),
  ...saying('a figure that was suppressed', words('*, **, [c], c, suppressed, supp, [x], <5, < 5')),
};

/** A target cell that says there is none. */
export const noTargetWords: readonly string[] = words(`
    data only, monitor, monitor only, monitoring, monitoring only, contextual, context,
    no target, no target set, not set, trend, baseline, baseline year, track, tracking,
    for information, information only, to be set, to be agreed, not targeted, improve, reduce,
    increase, maintain`);

/** A row that adds others up, when it has no reference of its own. */
export const totalWords: readonly string[] = words(`
    total, totals, grand total, sub total, subtotal, overall, overall total, average,
    council total, total measures, total indicators, total kpis, number of measures,
    number of indicators`);

/** How a note beneath a table begins. */
export const noteStarts: readonly string[] = words(`
    note, notes, source, sources, key, legend, footnote, p =, (p), *, †, **, prepared by,
    produced by, page , last updated, data as at, figures are, please note, n.b., nb`);
