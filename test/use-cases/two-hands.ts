// Two instances of the app over one Outbox: one decides on what it knows and is held up before that is accepted,
// while the other does all of its own; as an instance does, it sees what others did once it is told that they
// were first (src/instance/laying.ts). Then all of it is looked at together, and what no moment may leave is found.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { isAppendOnly, type RegisterName, type Registers } from '../../src/registers/registers.ts';
import { fold } from '../../src/registers/same-key.ts';
import type { Outbox, Pending, Ports } from '../../src/use-cases/ports.ts';
import { arrives, councilWith, quiet } from './given-ports.ts';

export type Council = { readonly registers: Registers; readonly moment: string };

/** What somebody does, and what came of it as they were told. */
export type Act = (ports: Ports) => Promise<unknown>;

export type Raced = {
  /** What each was told: the one held up first. */
  readonly told: readonly [unknown, unknown];
  /** The registers once everything has been accepted. */
  readonly ports: Ports;
  readonly changes: readonly Pending[];
  /** Whether the one held up came as far as where it was to be. */
  readonly wasHeld: boolean;
};

const everything = Number.MAX_SAFE_INTEGER;

/** An instance that stands still before its nth acceptance until it is let go on; null: never. */
const instance = (outbox: Outbox, { registers, moment }: Council, hold: Hold | null): Ports => {
  const ports = councilWith(outbox, registers, moment);
  const look = async () => ports.replica.lay(await outbox.pending(everything));
  let nth = 0;
  const accept: Outbox['accept'] = async (entries) => {
    nth += 1;
    if (nth === hold?.before) await hold.stands();
    const taken = await outbox.accept(entries);
    if (taken.some(({ outcome }) => outcome === 'already')) await look();
    return taken;
  };
  const settle: Outbox['settle'] = async (settled) => {
    const kept = await outbox.settle(settled);
    if (settled.length === 0) await look();
    return kept;
  };
  const messenger: Ports['messenger'] = { deliver: () => Promise.resolve(arrives) };
  return { ...ports, outbox: { ...outbox, accept, settle }, messenger, log: quiet } as Ports;
};

type Hold = { readonly before: number; readonly stands: () => Promise<void> };

/** `held` stands still before its `before`th acceptance, while `other` does all it does. */
export const race = async (
  council: Council,
  acts: { readonly held: Act; readonly other: Act; readonly before?: number },
  look: (raced: Raced) => Promise<void> | void,
): Promise<void> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-race-'));
  const outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
  try {
    const stood = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    let wasHeld = false;
    const stands = () => {
      wasHeld = true;
      stood.resolve();
      return goOn.promise;
    };
    const hold = { before: acts.before ?? 1, stands };
    const first = acts.held(instance(outbox, council, hold)).finally(() => stood.resolve());
    await stood.promise;
    const theirs = instance(outbox, council, null);
    theirs.replica.lay(await outbox.pending(everything));
    const second = await acts.other(theirs);
    goOn.resolve();
    const told = [await first, second] as const;
    const ports = instance(outbox, council, null);
    ports.replica.lay(await outbox.pending(everything));
    await look({ told, ports, changes: await outbox.pending(everything), wasHeld });
  } finally {
    outbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Rows that may only be added, and that two accepted changes would write: no list takes the second. */
export const writtenTwice = (changes: readonly Pending[]): readonly string[] => {
  const added = changes.filter(({ register }) => isAppendOnly(register));
  const rows = Map.groupBy(added, ({ register, key }) => `${register} ${fold(key)}`);
  return [...rows].filter(([, all]) => all.length > 1).map(([row]) => row);
};

/** How far a row comes: nothing puts it back but what is said to. */
const climbs: { readonly [column: string]: readonly unknown[] } = {
  'escalations state': ['Open', 'Acknowledged', 'Answered', 'Closed'],
  'cycles state': ['Planned', 'Open', 'Suspended', 'Closed', 'Withdrawn'],
  'papers state': ['Draft', 'In clearance', 'Cleared', 'Held', 'Issued'],
  'targets state': ['proposed', 'sent back', 'endorsed', 'agreed'],
  'signOffs state': ['Waiting', 'Not in time', 'Signed'],
  'returns approval': ['awaiting', 'not in time', 'sent back', 'approved'],
};

/** Rows that do not end as far as they had come, or whose count of changes went back. */
export const wentBack = (before: Registers, changes: readonly Pending[]): readonly string[] => {
  const rows = Map.groupBy(changes, ({ register, key }) => `${register} ${fold(key)}`);
  return [...rows].flatMap(([row, all]) => {
    const [{ register, key }] = all as [Pending];
    const was = before[register as RegisterName].get(key) as Record<string, unknown> | undefined;
    return (['state', 'approval', 'revision'] as const).flatMap((column) => {
      const said = [was?.[column] ?? null, ...all.flatMap(({ set }) => set[column] ?? [])];
      const ranks = climbs[`${register} ${column}`];
      const far = said.map((each) =>
        column === 'revision' ? Number(each ?? 0) : (ranks?.indexOf(each) ?? 0),
      );
      const isBack =
        column === 'revision'
          ? far.some((each, at) => each < (far[at - 1] ?? 0))
          : (far.at(-1) ?? 0) < Math.max(...far);
      return isBack ? [`${row}: ${column} ${said.join(' > ')}`] : [];
    });
  });
};
