// Plays a plan of chaos: the app's own Outbox, landing and adapter against local Microsoft 365, and
// beside them a model of what the list must come to. Waiting for Graph is not waited for: the machine's
// clock goes on by as much.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openOutbox } from '../../../src/outbox/sqlite-outbox.ts';
import type { MachineClock } from '../../../src/sharepoint/graph/machine-clock.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { accept } from '../../../src/use-cases/accept.ts';
import { landChanges } from '../../../src/use-cases/land-changes.ts';
import type { Outbox, Pending, Ports } from '../../../src/use-cases/ports.ts';
import { whatDiffers } from './chaos-end.ts';
import { cellOf, fieldOf, type Model, openModel, type Waiting } from './chaos-model.ts';
import {
  type ColumnName,
  columns,
  keyOf,
  list,
  type Operation,
  rowOf,
  timeLimit,
} from './chaos-plan.ts';
import { maya, openTwoHands, type TwoHands } from './two-hands.ts';

/** An edit made in the list after an answer was accepted stays, in the columns both set. */
const policy = { laterHandStands: true };

/** What no list goes without; the app says it with every change, so that a row can come again. */
const required = (row: number) => ({
  title: `Measure ${row}`,
  plan: 'chaos',
  measure: `chaos|${row}`,
  period: '2020-21 Q2',
  state: 'Due',
});

type House = {
  readonly two: TwoHands;
  readonly file: string;
  readonly model: Model;
  readonly clock: MachineClock & { goOn(milliseconds: number): void };
  outbox: Outbox;
  sharepoint: SharePoint;
  /** A writing behind that goes on while other things happen. */
  landing: Promise<unknown> | null;
  /** What went wrong on the way that never should. */
  readonly wrong: string[];
};

/** What was wrong at the end, in sentences; none where the list came to what it must. */
export const playChaos = async (plan: readonly Operation[]): Promise<readonly string[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'golden-thread-chaos-'));
  const two = await openTwoHands();
  const file = path.join(folder, 'outbox.sqlite');
  const clock = hurriedClock();
  const first = await made(two, clock);
  const outbox = openOutbox(file);
  const [model, wrong] = [openModel(policy), [] as string[]];
  const house: House = {
    two,
    file,
    model,
    clock,
    outbox,
    sharepoint: first,
    landing: null,
    wrong,
  };
  try {
    for (const operation of plan) await play(house, operation);
    return [...wrong, ...(await comesTo(house))];
  } finally {
    house.sharepoint.close();
    await landed(house);
    house.outbox.close();
    await two.close();
    await rm(folder, { recursive: true, force: true });
  }
};

const openOn = (two: TwoHands, clock: MachineClock): Promise<SharePoint> =>
  two.open({ kept: ['returns', 'journal'], timeLimit, clock });

/** The lists made, in as long as it takes, and the app open on them in its hurry. */
const made = async (two: TwoHands, clock: MachineClock): Promise<SharePoint> => {
  const patient = await two.open({ kept: ['returns', 'journal'] });
  await patient.provision();
  patient.close();
  return opened(two, clock);
};

/** Open and read, however often it takes. */
const opened = async (two: TwoHands, clock: MachineClock): Promise<SharePoint> =>
  untilDone(async () => {
    const sharepoint = await openOn(two, clock);
    await sharepoint.load();
    return sharepoint;
  });

/** On a busy machine a call may miss its short time limit with nothing wrong at all. */
const untilDone = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (fault) {
      passing(fault);
      if (tries > 30) throw fault;
    }
  }
};

/** Goes on by whatever is waited for, at once. */
const hurriedClock = (): House['clock'] => {
  let skipped = 0;
  return {
    now: () => performance.now() + skipped,
    wait: async (milliseconds, signal) => {
      await pause(1, undefined, signal && { signal });
      skipped += milliseconds;
    },
    goOn: (milliseconds) => {
      skipped += milliseconds;
    },
  };
};

const play = async (house: House, operation: Operation): Promise<void> => {
  await house.two.local.faults(operation.trouble.faults);
  const acts: Readonly<Record<Operation['does'], () => Promise<unknown>>> = {
    answer: () => answer(house, operation, 1),
    'several answers': () => answer(house, operation, 3),
    'edit by hand': () => editByHand(house, operation),
    'delete by hand': () => deleteByHand(house, operation),
    'add by hand': () => addByHand(house, operation),
    'write behind': () => landed(house).then(() => land(house)),
    'begin to write behind': async () => {
      house.landing ??= land(house).finally(() => {
        house.landing = null;
      });
    },
    refresh: () => house.sharepoint.refresh().catch(passing),
    restart: () => restart(house),
    'disagree, seconds apart': async () => {
      await answer(house, operation, 1);
      await pause(2_100);
      await editByHand(house, { ...operation, value: -operation.value });
    },
  };
  await acts[operation.does]();
};

/** Graph away or busy is what chaos is; anything else is a fault of ours. */
const passing = (fault: unknown): void => {
  if ((fault as { name?: string }).name !== 'GraphFault') throw fault;
};

const portsOf = ({ outbox, sharepoint }: House): Ports => ({
  outbox,
  replica: sharepoint.replica,
  lists: sharepoint.lists,
  clock: { now: () => Temporal.Now.zonedDateTimeISO('Europe/London') },
  messenger: { deliver: () => Promise.reject(new Error('Nothing is sent in chaos.')) },
  log: { info: () => undefined, fault: () => undefined },
});

const land = (house: House): Promise<unknown> =>
  landChanges(portsOf(house), () => false).catch(passing);
const landed = async (house: House): Promise<void> => void (await house.landing);

const answer = async (house: House, { row, column, value }: Operation, times: number) => {
  for (let n = 0; n < times; n += 1) {
    const cell = cellOf(column, value + n / 10);
    const set = { ...required(row), [column]: cell };
    const entry = {
      key: `chaos|${row}|${column}|${value}|${n}`,
      by: 'p-owner',
      at: Temporal.Now.instant(),
      changes: [{ register: 'returns', key: keyOf(row), set }],
      message: null,
    } as const;
    await accept(portsOf(house), [entry]);
    house.model.answered(row, { [column]: cell }, Date.now());
    const shown = house.sharepoint.replica.registers().returns.get(keyOf(row));
    if (shown?.[column] !== cell)
      house.wrong.push(`row ${row}, ${column}: ${cell} was accepted, and ${shown?.[column]} shows`);
  }
};

/** Columns of the row that are yet to be written, and whether that may be happening now. */
const waitingFor = async ({ outbox, landing }: House, row: number): Promise<Waiting> => {
  const pending = (await outbox.pending(1_000_000)).filter(
    (each: Pending) => each.register === 'returns' && rowOf(each.key) === row,
  );
  const set = new Set(pending.flatMap((each) => Object.keys(each.set)));
  return { columns: set, unsure: landing !== null && set.size > 0 };
};

const hands = ({ two }: House) => two.hand(maya);

const inTheList = async (house: House, row: number): Promise<boolean> =>
  (await hands(house).rows(list, keyOf(row))).size > 0;

const editByHand = async (house: House, { row, column, value }: Operation): Promise<void> => {
  if (!(await inTheList(house, row))) return;
  const waiting = await waitingFor(house, row);
  const cell = cellOf(column, value);
  await hands(house).edit(list, keyOf(row), { [fieldOf(column)]: cell });
  house.model.edited(row, { column, value: cell, at: Date.now(), waiting });
};

const deleteByHand = async (house: House, { row }: Operation): Promise<void> => {
  if (!(await inTheList(house, row))) return;
  const waiting = await waitingFor(house, row);
  await hands(house).remove(list, keyOf(row));
  house.model.deleted(row, waiting);
};

const addByHand = async (house: House, { row, value }: Operation): Promise<void> => {
  await landed(house);
  if (await inTheList(house, row)) return;
  const column: ColumnName = columns.hand[value % 2] ?? 'commentary';
  const cell = cellOf(column, value);
  const key = value % 3 === 0 ? keyOf(row).toUpperCase() : keyOf(row);
  const { title, ...others } = required(row);
  const fields = Object.entries(others).map(([name, set]) => [fieldOf(name as ColumnName), set]);
  const made = { Title: title, Key: key, ...Object.fromEntries(fields), [fieldOf(column)]: cell };
  await hands(house).add(list, made);
  house.model.added(row, column, cell);
};

/** The process ends in the middle of whatever it was writing; its Outbox stays. */
const restart = async (house: House): Promise<void> => {
  house.sharepoint.close();
  await landed(house);
  house.outbox.close();
  house.outbox = openOutbox(house.file);
  house.sharepoint = await opened(house.two, house.clock);
  house.sharepoint.replica.lay(await house.outbox.pending(Number.MAX_SAFE_INTEGER));
};

const mostTurns = 30;

/** With nothing going wrong any more, all lands, and the list, the replica and the model agree. */
const comesTo = async (house: House): Promise<readonly string[]> => {
  await landed(house);
  await house.two.local.faults({});
  for (let turn = 0; turn < mostTurns && house.outbox.depth().changes > 0; turn += 1) {
    // Past the patience with which the lists ask again for what was refused.
    house.clock.goOn(130_000);
    await house.sharepoint.refresh().catch(passing);
    await land(house);
  }
  await untilDone(() => house.sharepoint.refresh());
  const left = house.outbox.depth().changes;
  return [...(left > 0 ? [`${left} changes never landed`] : []), ...(await whatDiffers(house))];
};
