// A backup of all registers, taken by export, is put back exactly in a site whose lists are empty; what is not
// a whole backup is refused in a sentence, and nothing of it is taken.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportRegisters } from '../../src/commands/export.ts';
import { restoreCommand } from '../../src/commands/restore.ts';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { type Registers, registerNames, registers } from '../../src/registers/registers.ts';
import { type BackedUp, backedUp } from '../../src/rules/export/backup.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { landChanges } from '../../src/use-cases/land-changes.ts';
import type { Outbox } from '../../src/use-cases/ports.ts';
import { backupOf, readBackup } from '../../src/use-cases/restore.ts';
import { soaking } from '../counts.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { openLocalSite } from '../sharepoint/local-site.ts';
import { councilWith } from '../use-cases/given-ports.ts';

let folder: string;
let outbox: Outbox;
beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-backup-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
});
afterEach(() => {
  vi.restoreAllMocks();
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const log = { info: () => undefined, fault: () => undefined };
const hostile = ' =1+1\r\n\u202e👩‍👩‍👧 \u0000 "a", b\n\n  ends with a space ';
const told = {
  datasetParts: [
    { key: 'part|1', title: 'Part 1', plan: 'p', dataset: 'd', part: 1, content: hostile },
  ],
  journal: [
    {
      key: 'j|1',
      title: 'Told',
      register: 'Measures',
      row: 'Measures: x',
      at: Temporal.Instant.from('2020-10-05T09:30:00.123Z'),
      to: hostile,
      source: 'card',
      access: 'exempt',
    },
  ],
} satisfies Rows;
/** The sample, whole in soak, and what is hard to keep. */
const council = () => {
  const { people, teams, cycles, measures: all, decisions, risks } = stokeOnTrent().rows;
  const some = { people, teams, cycles, measures: all, decisions, risks };
  return registersOf({ ...(soaking ? stokeOnTrent().rows : some), ...told } as Rows);
};
const measures: Rows['measures'] = [
  { key: 'plan|1', code: '1', title: 'Homes', definition: 'Counted by hand' },
  { key: 'plan|2', code: '2', title: 'Visits' },
];
const small = (rows: Rows['measures'] = measures) => registersOf({ ...told, measures: rows ?? [] });

const everything = (held: Registers): ReadonlyMap<string, BackedUp> => {
  const rows = new Map<string, BackedUp>();
  for (const name of registerNames.filter((each) => !('apart' in registers[each])))
    for (const row of held[name].values())
      rows.set(`${name} ${row.key}`, backedUp(name, row as never));
  return rows;
};

const backUp = async (held: Registers, ...more: readonly string[]): Promise<string> => {
  const file = path.join(folder, 'backup.jsonl');
  const ports = councilWith(outbox, held);
  await exportRegisters(['all', '--exempt', '--force', '--to', file, ...more], {}, () =>
    Promise.resolve({ ports, close: () => Promise.resolve() }),
  );
  return file;
};

type PortsLike = ReturnType<typeof councilWith>;
const putBack = async (
  ports: PortsLike,
  args: readonly string[],
  land: () => Promise<number> = () => Promise.resolve(0),
): Promise<string> => {
  const said: string[] = [];
  await restoreCommand(
    args,
    {},
    {
      openCouncil: () =>
        Promise.resolve({ ports: ports as never, land, close: () => Promise.resolve() }),
      say: (words) => said.push(words),
    },
  );
  return said.join('\n');
};

test('a council’s lists, lost whole, are put back row for row and letter for letter', async () => {
  const held = council();
  const file = await backUp(held);
  const local = await openLocalSite();
  try {
    const sharepoint = await local.open();
    await sharepoint.provision();
    await sharepoint.load();
    const clock = { now: () => Temporal.ZonedDateTime.from('2021-03-10T10:00[Europe/London]') };
    const { replica, lists } = sharepoint;
    const ports = { clock, outbox, replica, lists, log };
    const land = async () => {
      await landChanges(ports, () => false);
      return outbox.depth().changes;
    };
    expect(await putBack(ports as never, [file])).toContain('say the same with --agree');
    expect(outbox.depth().changes).toBe(0);
    expect(await putBack(ports as never, [file, '--agree'], land)).not.toContain('on the way');
    const other = await local.open();
    await other.load();
    const [was, is] = [everything(held), everything(other.replica.registers())];
    for (const [name, row] of was) expect([name, is.get(name)]).toEqual([name, row]);
    expect(is.size).toBe(was.size + 1);
    expect(await putBack(ports as never, [file, '--agree'], land)).toContain(
      'Nothing to put back.',
    );
  } finally {
    await local.close();
  }
}, 120_000);

test('what was changed since stays, unless it is said to be put back too', async () => {
  const file = await backUp(small());
  const edited = [{ key: 'plan|1', code: '1', title: 'Renamed since', source: 'partner' as const }];
  const ports = councilWith(outbox, small(edited));
  expect(await putBack(ports, [file, '--agree'])).toContain('1 row left as they are');
  const now = () => ports.replica.registers().measures.get('plan|1');
  expect(now()?.title).toBe('Renamed since');
  expect(ports.replica.registers().measures.get('plan|2')?.title).toBe('Visits');
  await putBack(ports, [file, '--agree', '--replace']);
  expect(now()).toMatchObject({ title: 'Homes', definition: 'Counted by hand', source: null });
});

test('exempt rows are in a backup where that is said', async () => {
  const { text } = await backupOf([]);
  expect(await readBackup(text)).toMatchObject({ rows: [] });
  const whole = readFileSync(await backUp(small()), 'utf8');
  expect(whole).toContain('"exempt"');
});

test.each([
  ['cut short', (text: string) => text.slice(0, -40)],
  ['cut off at the end of a row', (text: string) => text.slice(0, text.indexOf('\n') + 1)],
  ['changed by hand', (text: string) => text.replace('Homes', 'HomeS')],
  ['empty', () => ''],
  ['some other file', () => '{"a":1}\n'],
  ['a line short', (text: string) => text.replace(/^.*\n/, '')],
])('a backup that is %s is refused, and nothing is taken', async (_what, spoil) => {
  const file = await backUp(small());
  writeFileSync(file, spoil(readFileSync(file, 'utf8')));
  const ports = councilWith(outbox, registersOf({}));
  await expect(putBack(ports, [file, '--agree'])).rejects.toThrow(/is not taken/);
  expect(outbox.depth().changes).toBe(0);
});

test.each([
  [{ register: 'nowhere', key: 'k', set: {} }, 'no register'],
  [{ register: '__proto__', key: 'k', set: {} }, 'no register'],
  [{ register: 'measures', key: 'k', set: { nothing: 1 } }, 'no column'],
  [{ register: 'measures', key: 'k', set: { constructor: 1 } }, 'no column'],
  [{ register: 'measures', key: 'k', set: { decimals: 'many' } }, 'cannot hold'],
  [{ register: 'measures', key: '', set: {} }, 'not a row'],
  [{ register: 'closedDays', key: 'k', set: { date: '31/02/2020' } }, 'cannot hold'],
  [null, 'not a row'],
])('a row no list could hold is named: %j', async (row, words) => {
  const body = `${JSON.stringify(row)}\n`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  const end = { goldenThread: 1, rows: 1, sha256: Buffer.from(digest).toString('hex') };
  const read = await readBackup(`${body}${JSON.stringify(end)}\n`);
  expect('refused' in read ? read.refused : '').toContain(words);
});
