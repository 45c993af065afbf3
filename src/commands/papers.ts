// `golden-thread papers --cycle <plan|period> --out <folder>`: every paper of a cycle as a page, a Word file
// and a spreadsheet. Which papers there are is decided in use-cases/paper-orders.ts; nothing is issued here.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { datasetFaultWords, frozenRows } from '../rules/dataset/parts.ts';
import { holdOn } from '../rules/holds.ts';
import { readingNotices } from '../rules/paper-notices.ts';
import { wordsFreezeAt } from '../rules/paper-stages.ts';
import { composePaper } from '../rules/papers/compose-paper.ts';
import { hasAppendix } from '../rules/papers/ordered.ts';
import type { Environment } from '../settings/environment.ts';
import { type PaperOrder, papersOf, prepareOrder } from '../use-cases/paper-orders.ts';
import { type PaperPrinter, paperFormats } from '../use-cases/paper-printer-port.ts';
import type { Ports } from '../use-cases/ports.ts';
import { type Asked, readPapersArguments } from './papers-arguments.ts';
import { print } from './say.ts';
import { Unable } from './unable.ts';
import { makeFolder, writeWhole } from './whole-file.ts';
import { withBar } from './with-bar.ts';

type Joined = {
  readonly openCouncil: (env: Environment) => Promise<{
    readonly ports: Pick<Ports, 'replica' | 'clock'>;
    close(): Promise<void>;
  }>;
  readonly printer: PaperPrinter;
};

/** Throws Unable, in one plain sentence, where the arguments, the cycle or the folder are at fault. */
export const printPapers = async (
  args: readonly string[],
  env: Environment,
  { openCouncil, printer }: Joined,
): Promise<void> => {
  const asked = readPapersArguments(args);
  const council = await openCouncil(env);
  try {
    const { replica, clock } = council.ports;
    const registers = replica.registers();
    const cycle = cycleNamed(registers, asked.cycle);
    const orders = papersOf(registers, cycle);
    if (orders.length === 0) throw new Unable(`${cycle.key} has no papers: it is of no quarter.`);
    makeFolder(asked.folder);
    refuseToOverwrite(asked, orders);
    const work = { registers, now: clock.now(), printer, asked };
    const isDraft = await withBar('Papers', (progress) => printAll(work, orders, progress));
    print(summary(asked, cycle, { papers: orders.length, isDraft }));
  } finally {
    await council.close();
  }
};

const cycleNamed = (registers: Registers, name: string): Cycle => {
  const cycles = [...registers.cycles.values()];
  const found = cycles.filter(({ key, period }) => sameKey(key, name) || sameKey(period, name));
  const [only, other] = found;
  if (only === undefined)
    throw new Unable(
      `There is no cycle "${name.slice(0, 80)}"; there are ${cycles.map(({ key }) => key).join(', ') || 'none yet'}.`,
    );
  if (other !== undefined)
    throw new Unable(`Say which of them: ${found.map(({ key }) => key).join(', ')}.`);
  return only;
};

type Work = {
  readonly registers: Registers;
  readonly now: Temporal.ZonedDateTime;
  readonly printer: PaperPrinter;
  readonly asked: Asked;
};

/**
 * The next paper is composed while the one before is printed, and no more are held at once. Answers whether
 * they are drafts.
 */
const printAll = async (
  work: Work,
  orders: readonly PaperOrder[],
  progress: (done: number) => void,
): Promise<boolean> => {
  let done = 0;
  let isDraft = false;
  let before: Promise<unknown> = Promise.resolve();
  const told = () => {
    done += 1;
    progress(done / (orders.length * paperFormats.length));
  };
  for (const order of orders) {
    const prepared = await prepareOrder(work.registers, order, {
      now: work.now,
      mayReadExempt: () => work.asked.exempt,
      notices: noticesFor(work, order),
    });
    if ('fault' in prepared) throw new Unable(datasetFaultWords[prepared.fault]);
    isDraft ||= prepared.ordered.hash === null;
    const paper = composePaper(prepared.dataset, prepared.ordered);
    await before;
    before = Promise.all(
      paperFormats.map(async (format) => {
        const bytes = await work.printer.print(paper, format);
        await writeWhole(fileOf(work.asked, order, format), bytes, { replaces: true });
        told();
      }),
    );
    // Heard of where it is waited for.
    before.catch(() => {});
  }
  await before;
  return isDraft;
};

/** These are copies to be read inside: one that has not gone out, or may not yet, says so at its head. */
const noticesFor = ({ registers, now }: Work, { key, kind, cycle, meets }: PaperOrder) => {
  const row = registers.papers.get(key) ?? null;
  return readingNotices({
    row,
    isFrozen: !('fault' in frozenRows(registers, cycle.key)),
    freezesAt: wordsFreezeAt(row, meets?.wordsFreezeOn ?? null),
    hold: holdOn(registers, { kind, plan: cycle.plan, today: now.toPlainDate() }),
    now: now.toInstant(),
  });
};

/** '2020-21 Q2 scrutiny housing.docx'; no file that may hold exempt rows passes for one without. */
const fileOf = ({ folder, exempt }: Asked, order: PaperOrder, format: string): string => {
  const { cycle, kind, board } = order;
  const whose = board === null || sameKey(board.key, kind) ? '' : board.key;
  const name = `${cycle.period} ${kind} ${whose}`
    .replace(/[<>:"/\\|?*\p{Cc}\s]+/gu, ' ')
    .slice(0, 150)
    .trim();
  const marked = exempt && hasAppendix(kind) ? ' NOT FOR PUBLICATION' : '';
  return path.join(folder, `${name}${marked}.${format}`);
};

const refuseToOverwrite = (asked: Asked, orders: readonly PaperOrder[]): void => {
  if (asked.force) return;
  const there = orders
    .flatMap((order) => paperFormats.map((format) => fileOf(asked, order, format)))
    .find((file) => existsSync(file));
  if (there !== undefined)
    throw new Unable(
      `${there} is there already: choose another folder, or say --force to replace it.`,
    );
};

type Counted = { readonly papers: number; readonly isDraft: boolean };

const summary = ({ folder, exempt }: Asked, { key }: Cycle, { papers, isDraft }: Counted): string =>
  [
    `Printed ${papers} ${papers === 1 ? 'paper' : 'papers'} of ${key}, each as a page, a Word file and a spreadsheet, to ${folder}.`,
    ...(isDraft ? ['They are drafts: the figures of this cycle are not frozen.'] : []),
    exempt
      ? 'Exempt rows are in their confidential appendices: not for publication.'
      : 'Exempt rows are left out; --exempt adds the confidential appendices.',
  ].join(' ');
