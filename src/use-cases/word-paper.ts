// What somebody typed is changed through clearance: in every paper of the quarter that has not been sent out,
// with who did it and why. What the owner wrote stays in the return and in the dataset. What had been cleared
// with the words of before is to be cleared again: clear-again.ts.
import { lineName } from '../registers/line-name.ts';
import type { PaperWording } from '../registers/paper-words.ts';
import type { Person } from '../registers/people.ts';
import { zone } from '../rules/calendar.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { longestWords, type PaperFault } from '../rules/paper-fault.ts';
import { wordsFreezeAt } from '../rules/paper-stages.ts';
import { wordedLines } from '../rules/paper-worded.ts';
import { lastChange, noEnd, wordingOf } from '../rules/paper-wordings.ts';
import { may } from '../rules/rights.ts';
import type { TypedLine } from '../rules/typed-lines.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { clearAgain, papersTold } from './clear-again.ts';
import {
  askedOf,
  faultInReason,
  type NotDone,
  type PaperAsked,
  type PaperPorts,
  paperRefused,
  rowOf,
} from './paper-act.ts';
import { type PaperOrder, prepareOrder } from './paper-orders.ts';
import type { Entry } from './ports.ts';

export type Wording = PaperAsked & {
  /** 'Measures: plan|code', or with what of it: 'Measures: plan|code (source)'. */
  readonly line: string;
  /** The revision that was looked at; 0: its owner's own words. */
  readonly was: number;
  /** Blank prints nothing. */
  readonly words: string;
  readonly because: string;
};
export type Worded = { readonly outcome: 'worded' | 'already'; readonly wording: PaperWording };

/** By the performance team, and whoever clears for finance or legal; refused once its agenda has been sent. */
export const wordPaper = async (ports: PaperPorts, wording: Wording): Promise<Worded | NotDone> => {
  const found = askedOf(ports, wording, (person) =>
    mayReword(ports, person) ? null : paperRefused({ kind: 'not a reworder' }),
  );
  if ('outcome' in found) return found;
  const { person, order } = found;
  const fault = frozenFault(ports, order) ?? faultInTyped(wording);
  if (fault !== null) return paperRefused(fault);
  const line = await lineOf(ports, { person, order, line: wording.line });
  if ('outcome' in line) return line;
  const told = await papersTold(ports, order, line);
  const kept = await keep(ports, { ...wording, order, line, told });
  if (kept.outcome !== 'refused') await clearAgain(ports, kept.wording, told);
  return kept;
};

/** Whoever has the right today, in their own name or in another's place. */
export const mayReword = ({ clock, replica }: PaperPorts, person: Person): boolean => {
  const today = clock.now().toPlainDate();
  return may({ registers: replica.registers(), person, today }, 'change the words of a paper');
};

/** Null while its words may be changed. */
export const frozenFault = (ports: PaperPorts, order: PaperOrder): PaperFault | null => {
  const row = rowOf(ports, order);
  if (row?.wordsFrozenAt) return { kind: 'issued' };
  const from = wordsFreezeAt(row, order.meets?.wordsFreezeOn ?? null);
  if (from === null || Temporal.Instant.compare(ports.clock.now().toInstant(), from) < 0)
    return null;
  return { kind: 'words frozen', on: from.toZonedDateTimeISO(zone).toPlainDate() };
};

const faultInTyped = ({ words, because }: Wording): PaperFault | null => {
  const { length } = words.trim();
  return length > longestWords
    ? { kind: 'too long', what: 'words', by: length - longestWords }
    : faultInReason(because, 'reworded');
};

type LineAsked = { readonly person: Person; readonly order: PaperOrder; readonly line: string };

/** A line that the paper, as this person may read it, is told of. */
const lineOf = async (
  ports: PaperPorts,
  { person, order, line }: LineAsked,
): Promise<TypedLine | NotDone> => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const prepared = await prepareOrder(registers, order, {
    now: ports.clock.now(),
    mayReadExempt: (dataset) =>
      may({ registers, person, today }, 'read the confidential part of a paper', dataset),
    notices: [],
  });
  if ('fault' in prepared) return paperRefused({ kind: 'figures', fault: prepared.fault });
  const found = wordedLines(prepared.dataset, prepared.ordered).find((each) => each.line === line);
  return found ?? paperRefused({ kind: 'unknown line' });
};

type Keeping = Omit<Wording, 'line'> & {
  readonly order: PaperOrder;
  readonly line: TypedLine;
  readonly told: readonly PaperOrder[];
};

/** Of two changes at once one is the next of the quarter; the other looks again at what stands. */
const keep = async (ports: PaperPorts, keeping: Keeping): Promise<Worded | NotDone> => {
  const { order, line, was, words } = keeping;
  const cycle = order.cycle.key;
  for (let nth = lastChange(ports.replica.registers(), { cycle, ...noEnd }) + 1; ; nth += 1) {
    // It may have been issued while it was worked out which papers are told of the line.
    const frozen = frozenFault(ports, order);
    if (frozen !== null) return paperRefused(frozen);
    const before = wordingOf(ports.replica.registers(), cycle, line.line);
    if ((before?.revision ?? 0) !== was) return settled(before, keeping);
    if (words.trim() === (before === null ? line.written.trim() : (before.words ?? '')))
      return paperRefused({ kind: 'same words' });
    const [taken] = await accept(ports, [entryOf(ports, keeping, nth)]);
    if (taken?.outcome !== 'accepted') continue;
    const wording = wordingOf(ports.replica.registers(), cycle, line.line);
    if (wording === null) throw new Error('Words were accepted and are not there.');
    return { outcome: 'worded', wording };
  }
};

/** The same change sent twice is one; another is for whoever looks at what stands now. */
const settled = (stands: PaperWording | null, { by, words, was }: Keeping): Worded | NotDone =>
  stands?.by === by && (stands.words ?? '') === words.trim() && stands.revision === was + 1
    ? { outcome: 'already', wording: stands }
    : paperRefused({ kind: 'reworded meanwhile', by: stands?.by ?? null });

const entryOf = (ports: PaperPorts, keeping: Keeping, nth: number): Entry => {
  const { by, order, line, was, words, because, told } = keeping;
  const { cycle } = order;
  const at = ports.clock.now().toInstant();
  const revision = was + 1;
  return {
    key: `words|${fingerprintOfLines([cycle.key.toLowerCase()])}|${nth}`,
    by,
    at,
    changes: [
      change('paperWords', wordingKey({ cycle: cycle.key, line: line.line, revision }), {
        title: line.name.slice(0, 255).toWellFormed(),
        plan: cycle.plan,
        cycle: cycle.key,
        line: lineName(line.of),
        part: line.part,
        words: words.trim() || null,
        by,
        at,
        because: because.trim(),
        revision,
        change: nth,
        papers: told.map(({ key }) => key),
        ...(line.isExempt && { access: 'exempt' as const, exemptUnder: line.exemptUnder }),
      }),
    ],
    message: null,
    journal: { source: 'tab', why: because.trim() },
  };
};

type Named = { readonly cycle: string; readonly line: string; readonly revision: number };

/** A Key holds 255 characters. */
const wordingKey = ({ cycle, line, revision }: Named): string => {
  const key = `${cycle}|${line}|${revision}`;
  return key.length <= 255 ? key : `${fingerprintOfLines([cycle, line])}|${revision}`;
};
