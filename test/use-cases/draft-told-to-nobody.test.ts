// What somebody has typed and not said is told to nobody, whatever is done by hand to the row it waits in.
import { expect, it } from 'vitest';
import { openHandEditJournal } from '../../src/use-cases/journal-hand-edits.ts';
import { journalWhatStood } from '../../src/use-cases/journal-what-stood.ts';
import type { HandEdit, HandVersion, Ports } from '../../src/use-cases/ports.ts';
import { asPending } from '../pending.ts';
import { type Rows, registersOf, rowOf } from '../rules/table-of.ts';
import { councilWith, quiet } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
type Kept = 'drafts' | 'risks';
const key = 'maya|plan|1|2020-21 Q2';
const said = { key, title: 'A row', plan: 'plan', commentary: 'Between ourselves' };
const rows = { drafts: [said], risks: [said] } as Rows;

/** How many rows of the Journal there are once the row was edited and removed by hand. */
const toldOf = async (register: Kept): Promise<number> => {
  const before = rowOf(register, said);
  const edits: HandEdit[] = [
    { before, after: rowOf(register, { ...said, commentary: 'Something else' }), etag: '2' },
    { before, after: null, etag: null },
  ].map((each) => ({ ...each, register, key, item: '1' }));
  const editor = { objectId: null, name: 'Tom Reid', isThisApp: false };
  const ports = councilWith(own.outbox, registersOf(rows));
  const handed = {
    ...ports,
    replica: { ...ports.replica, takeEdits: () => edits.splice(0) },
    lists: {
      whoEdited: async (some: readonly HandEdit[]): Promise<HandVersion[][]> =>
        some.map(({ before: was, after }) => [{ before: was, after, editor, at: null }]),
    },
    log: quiet,
  } as unknown as Ports;
  await openHandEditJournal(handed)(() => false);
  const change = asPending({ register, key, set: { commentary: 'Mine' } }, 1);
  const stood = [{ column: 'commentary', ours: 'Mine', theirs: 'Something else' }];
  await journalWhatStood(handed, [change], [{ sequence: 1, fault: null, stood, again: true }]);
  return handed.replica.registers().journal.size;
};

it('an edit, a removal and a row written again leave no word of a draft in the Journal', async () => {
  expect(await toldOf('drafts')).toBe(0);
});

it('as they do of any other row', async () => {
  expect(await toldOf('risks')).toBe(4);
});
