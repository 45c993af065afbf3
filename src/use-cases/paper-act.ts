// What clearing, rewording and issuing a paper have in common: who asks, that its figures are frozen, and that
// its row is changed by one at a time.
import type { Paper as PaperRow, PaperState } from '../registers/papers.ts';
import type { Person } from '../registers/people.ts';
import { frozenRows } from '../rules/dataset/parts.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { holdOn } from '../rules/holds.ts';
import { longestReason, type PaperFault } from '../rules/paper-fault.ts';
import { lastRewording } from '../rules/paper-reworded.ts';
import { stageOf } from '../rules/paper-stages.ts';
import { paperTitles } from '../rules/papers/ordered.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { type PaperOrder, paperOrder } from './paper-orders.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

export type PaperPorts = Pick<Ports, 'clock' | 'outbox' | 'replica'>;

export type PaperRefused = {
  readonly outcome: 'refused';
  readonly reason: 'paper';
  readonly fault: PaperFault;
};
export type NotDone = Refused | PaperRefused;

export const paperRefused = (fault: PaperFault): PaperRefused => ({
  outcome: 'refused',
  reason: 'paper',
  fault,
});

export type PaperAsked = { readonly by: string; readonly paper: string };

/** Who asks, of which paper. */
export type Asked = { readonly person: Person; readonly order: PaperOrder };

/**
 * Refused to whoever is not in People, has left, or may not do it (`barred`: why not); then of a paper whose
 * figures are not frozen.
 */
export const askedOf = (
  ports: PaperPorts,
  { by, paper }: PaperAsked,
  barred: (person: Person) => NotDone | null,
): Asked | NotDone => {
  const registers = ports.replica.registers();
  const person = registers.people.get(by);
  if (person === undefined) return refused({ reason: 'not allowed' });
  const left = leftAlready(person, ports.clock.now().toPlainDate());
  if (left !== null) return left;
  const isBarred = barred(person);
  if (isBarred !== null) return isBarred;
  const order = paperOrder(registers, paper);
  if (order === null) return paperRefused({ kind: 'unknown' });
  if (order.cycle.state !== 'Closed') return paperRefused({ kind: 'not closed' });
  const frozen = frozenRows(registers, order.cycle.key);
  return 'fault' in frozen
    ? paperRefused({ kind: 'figures', fault: frozen.fault })
    : { person, order };
};

/** Null where a reason may stand. */
export const faultInReason = (typed: string, what: 'reworded' | 'released'): PaperFault | null => {
  const { length } = typed.trim();
  if (length === 0) return { kind: 'blank', what };
  return length > longestReason
    ? { kind: 'too long', what: 'reason', by: length - longestReason }
    : null;
};

/** Others are answered between: a large council's paper takes some hundredths of a second. */
export const turn = async ({ outbox, replica }: PaperPorts): Promise<void> => {
  replica.lay(await outbox.settle([]));
};

export const rowOf = ({ replica }: Pick<Ports, 'replica'>, { key }: PaperOrder): PaperRow | null =>
  replica.registers().papers.get(key) ?? null;

type Set = Partial<Omit<PaperRow, 'key'>>;
type Changing<Done> = {
  readonly by: string;
  readonly why: string | null;
  /** From the row as it stands: what to set, or why nothing is. It is asked again where another came first. */
  readonly from: (row: PaperRow | null) => { readonly set: Set } | Done;
};

/**
 * Changes a paper's row once: two who press together are one after the other, each from what the other left.
 * Null: what was set.
 */
export const changePaper = async <Done extends { readonly outcome: string }>(
  ports: PaperPorts,
  order: PaperOrder,
  { by, why, from }: Changing<Done>,
): Promise<Done | null> => {
  for (let revision = (rowOf(ports, order)?.revision ?? 0) + 1; ; revision += 1) {
    const asked = from(rowOf(ports, order));
    if (!('set' in asked)) return asked;
    const [taken] = await accept(ports, [
      {
        key: `paper|${fingerprintOfLines([order.key.toLowerCase()])}|${revision}`,
        by,
        at: ports.clock.now().toInstant(),
        changes: [change('papers', order.key, { ...headOf(ports, order, asked.set), revision })],
        message: null,
        journal: { source: 'tab', why },
      },
    ]);
    if (taken?.outcome === 'accepted') return null;
  }
};

const headOf = (ports: PaperPorts, order: PaperOrder, set: Set): Set => {
  const { cycle, kind, board, meets } = order;
  const registers = ports.replica.registers();
  const before = rowOf(ports, order);
  const after = { ...(before ?? blank), ...set, key: order.key } as PaperRow;
  return {
    title: paperName(order),
    plan: cycle.plan,
    cycle: cycle.key,
    kind,
    board: board?.key ?? null,
    ...(before?.wordsFrozenAt ? {} : { meeting: meets?.meeting.key ?? null }),
    dataset: cycle.key,
    hash: registers.datasets.get(cycle.key)?.hash ?? null,
    state: stageNow(ports, order, after),
    ...set,
  };
};

/** How far a paper has come, with its words as they are now. */
export const stageNow = (
  { clock, replica }: Pick<Ports, 'clock' | 'replica'>,
  order: PaperOrder,
  row: PaperRow,
): PaperState => {
  const registers = replica.registers();
  const today = clock.now().toPlainDate();
  const isHeld = holdOn(registers, { kind: order.kind, plan: order.cycle.plan, today }) !== null;
  return stageOf(row, { order, isHeld, worded: lastRewording(registers, { order, row }) });
};

const blank = { finance: null, legal: null, portfolio: null, issuedAt: null } as const;

/** 'Performance report for scrutiny, Quarter 2 2020-21: Overview and Scrutiny committees' */
export const paperName = ({ kind, board, cycle }: PaperOrder): string => {
  const name = `${paperTitles[kind]}, ${cycle.title}`;
  return (board === null ? name : `${name}: ${board.title}`).slice(0, 255).toWellFormed();
};
