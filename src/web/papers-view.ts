// The shelf of a quarter's papers by audience, and one paper with its timetable, its clearances and the words
// that may be changed. What each may do is worked out for whoever asks.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { datasetFaultWords, frozenRows } from '../rules/dataset/parts.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { holdInForce, holdOn, isPublicity } from '../rules/holds.ts';
import { paperFaultWords } from '../rules/paper-fault.ts';
import { heldBackIn } from '../rules/paper-held-back.ts';
import { printedIn } from '../rules/paper-printed.ts';
import { isIssued } from '../rules/paper-stages.ts';
import { wordedLines } from '../rules/paper-worded.ts';
import { newestWordings, wordingName } from '../rules/paper-wordings.ts';
import { isReadInPublic } from '../rules/papers/ordered.ts';
import type { Paper } from '../rules/papers/paper.ts';
import { parsePeriod } from '../rules/period.ts';
import { may } from '../rules/rights.ts';
import {
  type PaperOrder,
  type Prepared,
  papersOf,
  prepareOrder,
} from '../use-cases/paper-orders.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { PaperFiles } from '../use-cases/print-papers.ts';
import { frozenFault, mayReword } from '../use-cases/word-paper.ts';
import type { PaperLine, PapersView, PaperView, PaperWordingLine } from './api-papers.ts';
import { freshness } from './freshness.ts';
import { type Looking, whoAndWhen } from './paper-clearances.ts';
import { holdLine, paperLine, paperSteps } from './paper-lines.ts';
import { counted } from './words.ts';

type Asked = {
  readonly plan?: string | undefined;
  /** A quarter: '2020-21 Q2'. */
  readonly quarter?: string | undefined;
};

/** The quarter asked for, else the newest that has begun. Null where none has. */
export const papersView = (ports: Ports, person: Person, asked: Asked): PapersView | null => {
  const registers = ports.replica.registers();
  const cycles = quartersOf(registers);
  const of = cycles.filter(({ plan }) => asked.plan === undefined || sameKey(plan, asked.plan));
  const cycle = of.find(({ period }) => period === asked.quarter) ?? of[0] ?? cycles[0];
  if (!cycle) return null;
  const looking = lookingAt(ports, person, cycle);
  const orders = papersOf(registers, cycle).toSorted(byMeeting);
  const papers = orders.map((order) => paperLine(looking, order));
  const today = ports.clock.now().toPlainDate();
  return {
    cycle: cycle.key,
    name: cycle.title,
    title: titleOf(papers, cycle),
    note: noteOf(registers, cycle),
    cycles: cycles.map(({ key, title, plan, period }) => ({
      key,
      words: title,
      plan,
      period,
      group: registers.plans.get(plan)?.title ?? plan,
    })),
    hold: holdLine(looking, holdInForce(registers, { plan: cycle.plan, today })),
    groups: shelves
      .map((heading) => ({
        heading,
        papers: papers.filter((_, at) => {
          const order = orders[at];
          return order !== undefined && shelfOf(order) === heading;
        }),
      }))
      .filter((each) => each.papers.length > 0),
    freshness: freshness(ports.replica),
  };
};

const shelves = ['Inside the council', 'Cabinet and scrutiny', 'Residents'] as const;

/** A delivery plan report stands with its board's other papers. */
const shelfOf = ({ kind, board }: PaperOrder): (typeof shelves)[number] => {
  if (isPublicity(kind)) return 'Residents';
  return isReadInPublic({ kind, board }) ? 'Cabinet and scrutiny' : 'Inside the council';
};

/** Soonest first; what goes to no meeting comes last. Papers of one meeting keep their order. */
const byMeeting = (one: PaperOrder, other: PaperOrder): number => {
  if (one.meets === null || other.meets === null)
    return Number(one.meets === null) - Number(other.meets === null);
  return Temporal.PlainDate.compare(one.meets.meeting.meetsOn, other.meets.meeting.meetsOn);
};

/** Newest first; a month's collection has no papers of its own. */
const quartersOf = ({ cycles }: Registers): readonly Cycle[] =>
  [...cycles.values()]
    .filter(({ state, period }) => {
      const has = state !== 'Planned' && state !== 'Withdrawn';
      return has && parsePeriod(period)?.kind === 'quarter';
    })
    .toSorted((one, other) => Temporal.PlainDate.compare(other.opensOn, one.opensOn));

const lookingAt = ({ replica, clock }: Ports, person: Person, cycle: Cycle): Looking => {
  const registers = replica.registers();
  const isFrozen = cycle.state === 'Closed' && !('fault' in frozenRows(registers, cycle.key));
  return { registers, person, now: clock.now(), isFrozen };
};

const titleOf = (papers: readonly PaperLine[], { title }: Cycle): string => {
  const mine = papers.filter(({ isTheirTurn }) => isTheirTurn).length;
  if (mine > 0)
    return `${counted(mine, 'paper')} of ${title} ${mine === 1 ? 'waits' : 'wait'} for you`;
  return papers.length === 0
    ? `${title} has no papers`
    : `${counted(papers.length, 'paper')} of ${title}`;
};

const noteOf = (registers: Registers, { key, state }: Cycle): string | null => {
  if (state !== 'Closed')
    return 'Drafts: the quarter has not closed, and figures and words may still change.';
  const frozen = frozenRows(registers, key);
  if (!('fault' in frozen)) return null;
  return frozen.fault === 'not frozen'
    ? 'Drafts: the figures of this quarter were not frozen when it closed.'
    : datasetFaultWords[frozen.fault];
};

export type LookingAt = { readonly ports: Ports; readonly files: Pick<PaperFiles, 'paper'> };

export const paperView = async (
  { ports, files }: LookingAt,
  person: Person,
  order: PaperOrder,
): Promise<PaperView> => {
  const registers = ports.replica.registers();
  const { isFrozen, ...asked } = lookingAt(ports, person, order.cycle);
  const today = ports.clock.now().toPlainDate();
  const row = registers.papers.get(order.key) ?? null;
  // Nobody changes the words of a draft: its registers are not gathered for this alone.
  const prepared = isFrozen ? await prepareFor(ports, person, order) : null;
  const readsExempt = prepared?.ordered.mayReadExempt ?? false;
  const looking: Looking = { ...asked, isFrozen, readsExempt };
  const paper = prepared && files.paper(prepared);
  const frozen = frozenFault(ports, order);
  const hold = holdOn(registers, { kind: order.kind, plan: order.cycle.plan, today });
  const name = (key: string) => registers.people.get(key)?.title ?? 'Somebody';
  return {
    paper: paperLine(looking, order),
    steps: paperSteps(looking, order),
    lines: prepared && paper ? wordingsOf(registers, order.cycle, { prepared, paper }) : [],
    mayReword: looking.isFrozen && frozen === null && mayReword(ports, person),
    wordsFixed: isIssued(row) ? 'As they were issued.' : frozen && paperFaultWords(frozen, name),
    appendix: paper !== null && paper.confidential.length > 0,
    issued: isIssued(row)
      ? `By ${name(row.issuedBy ?? '')}: ${counted(row.lines ?? 0, 'line')} in the list Paper lines.`
      : null,
    hold: holdLine(looking, hold),
    version: fingerprintOfLines([
      prepared?.version ?? 'draft',
      `${row?.revision ?? 0} ${hold?.key ?? ''}`,
    ]),
    freshness: freshness(ports.replica),
  };
};

/** Null where its dataset cannot be read: the file says why. */
const prepareFor = async (
  { replica, clock }: Ports,
  person: Person,
  order: PaperOrder,
): Promise<Prepared | null> => {
  const registers = replica.registers();
  const asking = { registers, person, today: clock.now().toPlainDate() };
  const prepared = await prepareOrder(registers, order, {
    now: clock.now(),
    mayReadExempt: (dataset) => may(asking, 'read the confidential part of a paper', dataset),
    notices: [],
  });
  return 'fault' in prepared ? null : prepared;
};

type Composed = { readonly prepared: Prepared; readonly paper: Paper };

/** Those it prints, those of which a change prints nothing, and those held back for what they may tell. */
const wordingsOf = (
  registers: Registers,
  cycle: Cycle,
  { prepared: { dataset, ordered }, paper }: Composed,
): readonly PaperWordingLine[] => {
  const isPrinted = printedIn(paper);
  const held = heldBackIn(paper, dataset, ordered);
  const newestOf = newestWordings(registers, cycle.key);
  return wordedLines(dataset, ordered).flatMap(({ line, name, title, written }) => {
    const newest = newestOf(line);
    const printed = ordered.words.get(newest ? wordingName(newest) : line) ?? written;
    // Words blanked or held back leave none to find: they can be changed all the same.
    const isHeldBack = held.has(line);
    const isBlanked = newest !== null && printed.trim() === '';
    if (!isHeldBack && !isBlanked && !isPrinted({ title }, printed)) return [];
    return [
      {
        line,
        name,
        written,
        printed,
        isHeldBack,
        revision: newest?.revision ?? 0,
        changed: newest && `Changed by ${whoAndWhen(registers, newest)}: ${newest.because ?? ''}`,
        isNewer: newest !== null && (newest.words ?? '') !== printed,
      },
    ];
  });
};
