// Takes in what is reported of a line that is not a measure: once, from someone who may, while its cycle
// is open. The return and the register's own row are written in one entry, or neither is.
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { type About, aboutOf } from '../rules/about.ts';
import type { LineFault } from '../rules/line-fault.ts';
import { forecastLines } from '../rules/lines-due.ts';
import { parsePeriod } from '../rules/period.ts';
import { change } from './change.ts';
import { draftsAnswered } from './keep-draft.ts';
import type { LineAnswer } from './line-answer.ts';
import {
  assuranceOf,
  financeOf,
  type LineReported,
  progressOf,
  riskOf,
  savingOf,
} from './line-changes.ts';
import type { Entry, Ports } from './ports.ts';
import { readNoData } from './read-answer.ts';
import { isFault } from './read-line.ts';
import {
  readAssurance,
  readFinance,
  readProgress,
  readRisk,
  readSaving,
} from './read-line-answer.ts';
import { type Refused, refused } from './refused.ts';
import { mayNotAnswer, takeOnce } from './take-answer.ts';

export type LineReport = {
  /** Person key. */
  readonly by: string;
  readonly return: string;
  /** The revision the person saw when they answered: 0 before anyone has. */
  readonly revision: number;
  readonly answer: LineAnswer;
};

/** `already`: this very report was taken before; nothing changed. */
export type Reported = { readonly outcome: 'reported' | 'already'; readonly return: Return };

/** Durable when it resolves. A refusal leaves the registers as they were. */
export const reportLine = async (ports: Ports, report: LineReport): Promise<Reported | Refused> => {
  const registers = ports.replica.registers();
  const row = registers.returns.get(report.return);
  const about = row && aboutOf(registers, row);
  if (row === undefined || !about || about.of === 'measure')
    return refused({ reason: 'unknown return' });
  const now = ports.clock.now();
  const barred = mayNotAnswer(registers, row, { by: report.by, today: now.toPlainDate() });
  if (barred !== null) return barred;
  const said = answered(registers, { row, about, now }, report);
  if ('outcome' in said) return said;
  const entry = reportEntry(registers, row, { ...report, ...said, now });
  const taken = await takeOnce(ports, report, { entry, isSame: isSameReport });
  if (taken.outcome === 'refused') return taken;
  const outcome = taken.outcome === 'submitted' ? 'reported' : 'already';
  return { outcome, return: ports.replica.registers().returns.get(row.key) ?? row };
};

type Asked = {
  readonly row: Return;
  readonly about: Exclude<About, { of: 'measure' }>;
  readonly now: Temporal.ZonedDateTime;
};

type Said = Pick<LineReported, 'said' | 'changes'>;

/** What a return holds of a report, blank where this one does not say. */
const blank = {
  state: 'Returned',
  value: null,
  forecast: null,
  status: null,
  expectedOn: null,
  likelihood: null,
  impact: null,
  commentary: null,
  doubted: null,
  confirmedBecause: null,
  noDataUntil: null,
  noDataReason: null,
} as const satisfies Partial<Return>;

const answered = (registers: Registers, asked: Asked, report: LineReport): Said | Refused => {
  const { answer } = report;
  if (answer.kind === 'no data') return noNews(answer, asked.now.toPlainDate());
  const read = readLine(registers, asked, answer);
  if (read === null) return refused({ reason: 'unknown return' });
  if (isFault(read)) return refused({ reason: 'line', fault: read });
  // From a card that is older than the last answer nothing is asked besides: it can save nothing.
  const isStale = report.revision !== (asked.row.revision ?? 0);
  const right = ('right' in answer ? answer.right : null)?.trim() ?? null;
  const settled = settle(isStale ? [] : read.doubts, right);
  if ('outcome' in settled) return settled;
  return { said: { ...blank, ...read.said, ...settled }, changes: read.changes };
};

const noNews = (
  answer: Extract<LineAnswer, { kind: 'no data' }>,
  today: Temporal.PlainDate,
): Said | Refused => {
  const read = readNoData(answer, today);
  if ('outcome' in read) return read;
  const { state, noDataUntil, noDataReason } = read;
  return { said: { ...blank, state, noDataUntil, noDataReason }, changes: [] };
};

/** Null where it is the answer to another kind of question. */
const readLine = (
  registers: Registers,
  asked: Asked,
  answer: Exclude<LineAnswer, { kind: 'no data' }>,
): LineReported | LineFault | null => {
  const { about, now, row } = asked;
  const today = now.toPlainDate();
  switch (about.of) {
    case 'action':
    case 'project': {
      if (answer.kind !== 'progress') return null;
      const read = readProgress(answer, about.row.percent, today);
      if (isFault(read)) return read;
      return finished(about.row, row, read.status) ?? progressOf(about, read, today);
    }
    case 'saving': {
      if (answer.kind !== 'saving') return null;
      const read = readSaving(answer, about.row);
      if (isFault(read)) return read;
      return finished(about.row, row, read.status) ?? savingOf(about.row, read);
    }
    case 'risk': {
      if (answer.kind !== 'risk') return null;
      const read = readRisk(answer, about.row, today);
      return isFault(read) ? read : riskOf(about.row, read, today);
    }
    case 'assurance': {
      if (answer.kind !== 'assurance') return null;
      const read = readAssurance(answer);
      return isFault(read)
        ? read
        : assuranceOf(about.row, read, { return: row, at: now.toInstant() });
    }
    case 'finance':
      return answer.kind === 'finance' ? readMoney(registers, row, answer) : null;
    default:
      return null;
  }
};

const readMoney = (
  registers: Registers,
  row: Return,
  answer: Extract<LineAnswer, { kind: 'finance' }>,
): LineReported | LineFault | null => {
  const period = parsePeriod(row.period);
  if (period === null) return null;
  const budget = forecastLines(registers, row.plan, period);
  const read = readFinance(answer, budget, row.state === 'Returned');
  return isFault(read) ? read : financeOf(budget, read);
};

type Finishing = { readonly status: Return['status'] };

/**
 * Work that was finished since it was asked about: only that it is can be reported. What this return said
 * itself can be corrected.
 */
const finished = (
  { status }: Finishing,
  row: Finishing,
  reported: Return['status'],
): LineFault | null =>
  (status === 'complete' || status === 'stopped') && row.status !== status && reported !== status
    ? { kind: 'finished meanwhile', status }
    : null;

const longestReason = 500;

type Settled = Pick<Return, 'doubted' | 'confirmedBecause'>;

/** `right` null was not asked yet. A blank one is no reason. */
const settle = (doubts: readonly string[], right: string | null): Settled | Refused => {
  const [first, ...others] = doubts;
  if (first === undefined) return { doubted: null, confirmedBecause: null };
  if (right === null)
    return refused({ reason: 'line', fault: { kind: 'doubtful', doubts: [first, ...others] } });
  if (right === '') return refused({ reason: 'no reason given', field: 'right' });
  const length = right.length;
  if (length > longestReason)
    return refused({ reason: 'reason too long', length, most: longestReason, field: 'right' });
  return { doubted: doubts.join(' '), confirmedBecause: right };
};

const reportEntry = (
  registers: Registers,
  row: Return,
  { by, revision, said, changes, now }: LineReport & Said & Pick<Asked, 'now'>,
): Entry => ({
  key: `return|${row.key}|${revision}`,
  by,
  at: now.toInstant(),
  changes: [
    change('returns', row.key, {
      ...said,
      returnedBy: by,
      returnedAt: now.toInstant(),
      illustrative: false,
      revision: revision + 1,
    }),
    ...changes,
    ...draftsAnswered(registers, row.key),
  ],
  message: null,
  journal: {
    source: 'card',
    why: said.doubted
      ? `${said.doubted} Right all the same because: ${said.confirmedBecause}`
      : null,
  },
});

/** Days and moments of the press itself, and what follows from how the row stood, are no part of it. */
const notSaid = new Set(['completedOn', 'reviewedOn', 'givenAt', 'stage', 'variance']);

/** Whether two reports say the same of the register's own rows; of the return that is take-answer.ts's. */
const isSameReport = (first: Entry, again: Entry): boolean => rowsIn(first) === rowsIn(again);

const rowsIn = ({ changes }: Entry): string =>
  JSON.stringify(
    changes
      .filter(({ register }) => !['returns', 'journal', 'drafts'].includes(register))
      .map(({ key, set }) => [
        key,
        Object.entries(set)
          .filter(([name]) => !notSaid.has(name))
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ]),
  );
