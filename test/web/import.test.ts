// A file taken in from the tab: shown first, agreed to as shown, and only by the performance team.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportTaken, ImportView } from '../../src/web/api-registers.ts';
import { importNames } from '../../src/web/import-names.ts';
import type { Rows } from '../rules/table-of.ts';
import { ask, askAs, type Said } from './asking.ts';
import { type Council, openCouncil, tokenFor } from './council.ts';
import { friday16, manager, performanceTeam, sample } from './sample.ts';

const rows: Rows = {
  ...sample,
  risks: [{ key: 'plan|R1', plan: 'plan', code: 'R1', title: 'Flood', controls: 'Pumps.' }],
};

const csv = (...lines: readonly string[]): string =>
  ['Key,Name,Plan,Code,Controls,Appetite', ...lines].join('\r\n');
const flood = csv('plan|R1,Flood,plan,R1,Pumps and walls.,9', 'plan|R2,Fire,plan,R2,Sprinklers.,6');

let council: Council;
beforeEach(async () => {
  council = await openCouncil(rows, friday16);
});
afterEach(() => council.close());

const send = async (
  what: 'preview' | 'take',
  body: string | Uint8Array,
  { oid = performanceTeam, file = 'risks.csv', ...more }: Record<string, string> = {},
): Promise<Said> => {
  const asked = new URLSearchParams({ file, plan: 'plan', ...more });
  return ask(council, `/api/import/${what}?${asked}`, {
    token: await tokenFor(oid),
    method: 'POST',
    body: body as NonNullable<RequestInit['body']>,
    headers: { 'content-type': 'application/octet-stream' },
  });
};
const preview = async (body: string, more = {}): Promise<ImportView> =>
  (await send('preview', body, more)).body as unknown as ImportView;
const controls = (key: string) =>
  council.ports.replica.registers().risks.get(key)?.controls ?? null;

describe('what a file was understood to say', () => {
  it('is told in a title, by sheet and column, and as it was and becomes', async () => {
    const view = await preview(flood);
    expect(view).toMatchObject({
      title: '2 rows would change in 1 register',
      mayTake: true,
      stops: 0,
      counts: [{ register: 'risks', list: 'Risks', new: 1, changed: 1, same: 0 }],
    });
    expect(view.sheets[0]?.columns[4]).toEqual({ at: 'E', heading: 'Controls', means: 'Controls' });
    const changed = view.changes.find(({ key }) => key === 'plan|R1');
    expect(changed?.cells).toContainEqual({
      words: 'Controls',
      was: 'Pumps.',
      becomes: 'Pumps and walls.',
    });
  });

  it('changes nothing', async () => {
    await preview(flood);
    expect([controls('plan|R1'), controls('plan|R2')]).toEqual(['Pumps.', null]);
  });

  it('names the cell of each doubt, and what stops comes first', async () => {
    const view = await preview(csv('plan|R1,Flood,plan,R1,Pumps.,lots'));
    expect(view).toMatchObject({ mayTake: false, stops: 1 });
    expect(view.doubts[0]).toMatchObject({ cell: 'F2', stops: true });
    expect(view.title).toMatch(/put right in the file first$/);
  });

  it('says that nothing would change where the registers say it all already', async () => {
    const view = await preview(csv('plan|R1,Flood,plan,R1,Pumps.,'));
    expect(view).toMatchObject({
      title: 'The registers say all of this already: nothing would change',
      mayTake: false,
    });
  });

  it('names who and what a row points at, not their Keys', async () => {
    const view = await preview(
      'Key,Name,Plan,Code,Threatens,Owner\r\nplan|R2,Fire,plan,R2,Measures: plan|1,officer',
    );
    expect(view.changes[0]?.cells).toEqual(
      expect.arrayContaining([
        { words: 'Plan', was: '', becomes: 'Operating Plan 2020-21' },
        { words: 'Threatens', was: '', becomes: 'Homes let' },
        { words: 'Owner', was: '', becomes: 'Housing Officer' },
      ]),
    );
  });

  it('names a row that the same file begins, and leaves a Key it does not know', () => {
    const measure = { register: 'measures', key: 'plan|N1', title: 'Visits' } as const;
    const begun = [{ ...measure, state: 'new' as const, was: {}, becomes: {} }];
    const named = importNames(council.ports.replica.registers(), begun);
    expect(named('targets', 'Measure', 'plan|N1')).toBe('Visits');
    expect(named('targets', 'Measure', 'plan|N2')).toBe('plan|N2');
    expect(named('targets', 'Target', '90')).toBe('90');
  });

  it('says at the top that a file was not understood, not that a cell is wrong', async () => {
    const { title, mayTake } = await preview('hello,this\nis,nonsense');
    expect({ title, mayTake }).toEqual({
      title: 'Nothing in this file was understood',
      mayTake: false,
    });
  });

  it('refuses in its own words a file that is none', async () => {
    const { status, body } = await send('preview', 'not a workbook', { file: 'risks.xlsx' });
    expect(status).toBe(422);
    expect(body['message']).toMatch(/\w+ .*\.$/);
  });
});

describe('taking it in', () => {
  it('takes what was shown, once', async () => {
    const { fingerprint } = await preview(flood);
    const first = (await send('take', flood, { fingerprint })).body as unknown as ImportTaken;
    expect(first).toEqual({ outcome: 'taken', rows: 2 });
    expect([controls('plan|R1'), controls('plan|R2')]).toEqual(['Pumps and walls.', 'Sprinklers.']);
    const again = await preview(flood);
    expect(again.mayTake).toBe(false);
    const second = await send('take', flood, { fingerprint: again.fingerprint });
    expect(second.body).toMatchObject({ outcome: 'nothing to change' });
  });

  it('keeps the reason given, and the file’s name, in the Journal', async () => {
    const { fingerprint } = await preview(flood);
    await send('take', flood, { fingerprint, why: 'Agreed at the board' });
    const [line] = [...council.ports.replica.registers().journal.values()];
    expect(line?.why).toBe('Agreed at the board. From risks.csv.');
  });

  it('refuses another file than the one that was shown', async () => {
    const { fingerprint } = await preview(flood);
    const other = flood.replace('Sprinklers', 'Hoses');
    const { status, body } = await send('take', other, { fingerprint });
    expect(status).toBe(409);
    expect(body['message']).toContain('nothing was changed');
    expect(controls('plan|R2')).toBeNull();
  });

  it('refuses what has cells to put right, whatever is agreed to', async () => {
    const bad = csv('plan|R1,Flood,plan,R1,Walls.,lots');
    const { fingerprint } = await preview(bad);
    expect((await send('take', bad, { fingerprint })).status).toBe(422);
    expect(controls('plan|R1')).toBe('Pumps.');
  });
});

describe('what is refused before it is read', () => {
  it.each(['preview', 'take'] as const)('a file from anyone else (%s)', async (what) => {
    const { status, body } = await send(what, flood, { oid: manager, fingerprint: 'x' });
    expect(status).toBe(403);
    expect(body['message']).toBe(
      'Files are taken in by the performance team. Nothing was changed.',
    );
  });

  it('a file of more than 50 MB, in words that say so', async () => {
    const { status, body } = await send('preview', new Uint8Array(51 * 1024 * 1024));
    expect(status).toBe(413);
    expect(body['message']).toContain('larger than 50 MB');
  });

  it('a file with no name or no plan', async () => {
    const { status } = await ask(council, '/api/import/preview', {
      token: await tokenFor(performanceTeam),
      method: 'POST',
      body: flood,
    });
    expect(status).toBe(400);
    expect((await askAs(council, performanceTeam, '/api/import/preview')).status).toBe(404);
  });
});
