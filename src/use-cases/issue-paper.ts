// A paper is issued: from then on it is as it is, and what it says stands in Paper lines. What it is made of is
// fixed first, so that an issue cut short is finished with the same words.
import type { Paper as PaperRow } from '../registers/papers.ts';
import type { Change } from '../registers/registers.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { holdOn } from '../rules/holds.ts';
import type { PaperFault } from '../rules/paper-fault.ts';
import { exemptUnder } from '../rules/paper-readers.ts';
import { leftToClear } from '../rules/paper-reworded.ts';
import { type PaperRow as Line, paperRows } from '../rules/paper-rows.ts';
import { wordsFreezeAt } from '../rules/paper-stages.ts';
import { lastChange } from '../rules/paper-wordings.ts';
import { composePaper } from '../rules/papers/compose-paper.ts';
import { isReadInPublic } from '../rules/papers/ordered.ts';
import { may } from '../rules/rights.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import {
  askedOf,
  changePaper,
  type NotDone,
  type PaperAsked,
  type PaperPorts,
  paperRefused,
  rowOf,
  turn,
} from './paper-act.ts';
import { type PaperOrder, type Prepared, prepareOrder } from './paper-orders.ts';
import { refused } from './refused.ts';

export type Issued = {
  readonly outcome: 'issued' | 'already';
  /** Rows of Paper lines. */
  readonly lines: number;
};

/**
 * By the performance team, once it is cleared with its words as they are and no hold is on it; by two at once, or again after it was cut
 * short, it is issued once.
 */
export const issuePaper = async (
  ports: PaperPorts,
  asked: PaperAsked,
): Promise<Issued | NotDone> => {
  const registers = ports.replica.registers();
  const found = askedOf(ports, asked, (person) =>
    may({ registers, person, today: null }, 'issue a paper')
      ? null
      : refused({ reason: 'not allowed' }),
  );
  if ('outcome' in found) return found;
  const { order } = found;
  const fixed = await fixWords(ports, order, asked.by);
  if (fixed !== null && fixed.outcome !== 'fixed') return fixed;
  const written = await writeLines(ports, order);
  if ('outcome' in written) return written;
  const { lines, marks } = written;
  const done = await changePaper<Issued | NotDone>(ports, order, {
    by: asked.by,
    why: null,
    from: (row) => {
      if (row?.issuedAt) return { outcome: 'already', lines: row.lines ?? lines };
      // A hold may have come while its lines were written.
      const barred = notToIssue(ports, order, row);
      if (barred !== null) return paperRefused(barred);
      const issuedAt = ports.clock.now().toInstant();
      return { set: { issuedAt, issuedBy: asked.by, lines, marked: marks } };
    },
  });
  return done ?? { outcome: 'issued', lines };
};

/** Why it cannot be issued now; null where it can. */
export const notToIssue = (
  { clock, replica }: PaperPorts,
  order: PaperOrder,
  row: PaperRow | null,
): PaperFault | null => {
  const today = clock.now().toPlainDate();
  const registers = replica.registers();
  const hold = holdOn(registers, { kind: order.kind, plan: order.cycle.plan, today });
  const left = leftToClear(registers, { order, row });
  if (left.length > 0) return { kind: 'not cleared', left };
  return hold === null ? null : { kind: 'held', until: hold.endsOn, title: hold.title };
};

/** The moment its words froze, and the corrections known by then. */
const fixWords = (
  ports: PaperPorts,
  order: PaperOrder,
  by: string,
): Promise<Issued | NotDone | { readonly outcome: 'fixed' } | null> =>
  changePaper<Issued | NotDone | { readonly outcome: 'fixed' }>(ports, order, {
    by,
    why: null,
    from: (row) => {
      if (row?.issuedAt) return { outcome: 'already', lines: row.lines ?? 0 };
      const barred = notToIssue(ports, order, row);
      if (barred !== null) return paperRefused(barred);
      if (row?.wordsFrozenAt) return { outcome: 'fixed' };
      const now = ports.clock.now().toInstant();
      const sent = wordsFreezeAt(null, order.meets?.wordsFreezeOn ?? null);
      const wordsFrozenAt = sent !== null && Temporal.Instant.compare(sent, now) < 0 ? sent : now;
      const known = ports.replica.registers().restatements.where('dataset', order.cycle.key);
      const wordsUpTo = lastChange(ports.replica.registers(), {
        cycle: order.cycle.key,
        upTo: null,
        before: sent,
      });
      const corrections = known.map(({ key }) => key).toSorted();
      const meetsOn = order.meets?.meeting.meetsOn ?? null;
      return { set: { wordsFrozenAt, wordsUpTo, corrections, meetsOn } };
    },
  });

/** Rows accepted together: others have their turn between. */
const together = 100;

type Written = Pick<Issued, 'lines'> & Pick<Prepared, 'marks'>;

const writeLines = async (ports: PaperPorts, order: PaperOrder): Promise<Written | NotDone> => {
  const prepared = await prepareOrder(ports.replica.registers(), order, {
    now: ports.clock.now(),
    mayReadExempt: () => true,
    notices: [],
  });
  if ('fault' in prepared) return paperRefused({ kind: 'figures', fault: prepared.fault });
  // Others have their turn between: each takes some hundredths of a second.
  await turn(ports);
  const paper = composePaper(prepared.dataset, prepared.ordered);
  await turn(ports);
  const lines = paperRows(paper);
  const under = exemptUnder(prepared.dataset);
  const changes = [
    ...lines.map((line, at) => lineChange(order, line, { position: at + 1, under })),
    ...leftOver(ports, order, lines.length),
  ];
  for (let from = 0; from < changes.length; from += together) {
    const some = changes.slice(from, from + together);
    const of = fingerprintOfLines(some.map((each) => JSON.stringify(each)));
    const at = ports.clock.now().toInstant();
    const entry = { by: null, at, changes: some, message: null };
    await accept(ports, [{ ...entry, key: `paper lines|${of}` }]);
    await turn(ports);
  }
  return { lines: lines.length, marks: prepared.marks };
};

const lineKey = ({ key }: PaperOrder, position: number): string => `${key}|${position}`;

const lineChange = (
  order: PaperOrder,
  { isExempt, ...line }: Line,
  { position, under }: { readonly position: number; readonly under: string | null },
): Change =>
  change('paperLines', lineKey(order, position), {
    title: titleOf(line, position),
    plan: order.cycle.plan,
    paper: order.key,
    position,
    ...line,
    ...(isExempt
      ? { access: 'exempt', exemptUnder: under }
      : isReadInPublic(order) && { access: 'public' }),
  });

const titleOf = ({ section, cells, words }: Omit<Line, 'isExempt'>, position: number): string => {
  const says = (cells ?? words ?? section ?? '').replace(/\s+/g, ' ').trim();
  return `${position}. ${says}`.slice(0, 120).toWellFormed();
};

/** An issue cut short by an earlier version may have written more lines than there are. */
const leftOver = (ports: PaperPorts, order: PaperOrder, count: number): readonly Change[] =>
  ports.replica
    .registers()
    .paperLines.where('paper', rowOf(ports, order)?.key ?? order.key)
    .filter(({ position }) => position > count)
    .map(({ key }) =>
      change('paperLines', key, { title: 'No line of the paper', words: null, cells: null }),
    );
