// Reports through the tab: the shelf, one paper, its files, and who is refused what in words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPaperPrinter } from '../../src/documents/paper-printer.ts';
import { change } from '../../src/use-cases/change.ts';
import { freezeCycle } from '../../src/use-cases/freeze-cycle.ts';
import type { PaperPrinter } from '../../src/use-cases/paper-printer-port.ts';
import type { PapersView, PaperView } from '../../src/web/api-papers.ts';
import { asPending } from '../pending.ts';
import { closedDayRows } from '../rules/bank-holidays.ts';
import {
  cabinet,
  cycle,
  day,
  directors,
  papersRows,
  residents,
} from '../use-cases/papers-council.ts';
import { ask, askAs, postAs } from './asking.ts';
import { type Council, openCouncil, tokenFor } from './council.ts';

const hold = {
  key: 'council|2020-10-20',
  title: 'Pre-election period',
  kind: 'pre-election' as const,
  startsOn: day('2020-10-20'),
  endsOn: day('2020-11-05'),
};

let council: Council;
/** Until it is done nothing is printed. */
let printsAfter: Promise<void> = Promise.resolve();
const printer = openPaperPrinter();
const paperPrinter: PaperPrinter = {
  print: (paper, as) => printsAfter.then(() => printer.print(paper, as)),
};
beforeAll(async () => {
  const rows = papersRows({ holds: [hold], closedDays: closedDayRows });
  council = await openCouncil(rows, '2020-10-26T10:00+00:00[Europe/London]', {
    paperPrinter,
  });
  const atTheClose = Temporal.ZonedDateTime.from('2020-10-21T10:00[Europe/London]');
  await freezeCycle({ ...council.ports, clock: { now: () => atTheClose } }, { key: cycle });
});
afterAll(() => council.close());

const shelf = async (by: string) =>
  (await askAs(council, by, '/api/papers')).body as unknown as PapersView;
const one = async (by: string, paper: string) =>
  (await askAs(council, by, `/api/papers/one?paper=${encodeURIComponent(paper)}`))
    .body as unknown as PaperView;
const fileOf = (by: string, paper: string, more = '') =>
  askAs(council, by, `/api/papers/file?paper=${encodeURIComponent(paper)}&as=html${more}`);
const press = (by: string, what: string, body: unknown) =>
  postAs(council, by, { path: `/api/papers/${what}`, body });

describe('the shelf', () => {
  it('has each audience’s papers in order, with what each waits for', async () => {
    const { groups, title, hold: held } = await shelf('pat');
    expect(groups.map(({ heading, papers }) => [heading, papers.length])).toEqual([
      // A delivery plan report stands with its board's own paper.
      ['Inside the council', 2],
      ['Cabinet and scrutiny', 2],
      ['Residents', 1],
    ]);
    const [first] = groups.find(({ heading }) => heading === 'Cabinet and scrutiny')?.papers ?? [];
    expect(first).toMatchObject({
      key: cabinet,
      audience: 'Cabinet, Tue 24 November 2020',
      stage: 'Draft',
      mayIssue: false,
    });
    expect(first?.waits).toMatch(
      /^Waits to be cleared: finance by \w+ \d+ \w+ 2020, then legal, then portfolio holder\.$/,
    );
    // All of them wait for finance first: whose clearance comes after waits for nothing of theirs yet.
    expect(title).toBe('5 papers of Quarter 2 2020-21');
    expect((await shelf('solicitor')).title).toBe('5 papers of Quarter 2 2020-21');
    expect((await shelf('treasurer')).title).toBe('5 papers of Quarter 2 2020-21 wait for you');
    expect(held).toMatchObject({ words: 'Held until Thu 5 November 2020: Pre-election period.' });
  });
  it('is read by everyone in People; what may be pressed is each one’s own', async () => {
    const seen = await shelf('ann');
    expect(seen.groups.flatMap(({ papers }) => papers.map(({ key }) => key))).toContain(cabinet);
    const may = async (by: string) =>
      (await one(by, cabinet)).paper.clearances
        .filter((each) => each.may)
        .map((each) => each.words);
    expect(await may('ann')).toEqual([]);
    expect(await may('treasurer')).toEqual(['Finance']);
    expect(await may('solicitor')).toEqual(['Legal']);
    expect(await may('pat')).toEqual(['Portfolio holder']);
    expect((await shelf('solicitor')).hold?.mayRelease).toBe(true);
    expect((await shelf('pat')).hold?.mayRelease).toBe(false);
  });
});

describe('a paper', () => {
  it('shows the words that may be changed, the exempt ones to their readers alone', async () => {
    const names = async (by: string) => (await one(by, cabinet)).lines.map(({ line }) => line);
    // Measure 2 is on target, and what is said of it is not printed.
    expect(await names('pat')).toEqual(['Measures: plan|1', 'Measures: plan|3']);
    expect(await names('dep')).toEqual(['Measures: plan|1']);
    const appendix = async (by: string, paper: string) => (await one(by, paper)).appendix;
    expect(await appendix('dep', cabinet)).toBe(false);
    expect(await appendix('pat', cabinet)).toBe(true);
    expect(await appendix('pat', residents)).toBe(false);
  });
  it('is fetched again when its words have changed', async () => {
    const before = (await one('ann', directors)).version;
    const body = {
      paper: directors,
      line: 'Measures: plan|1',
      was: 0,
      words: 'Later.',
      because: 'x',
    };
    expect((await press('ann', 'words', body)).status).toBe(403);
    expect((await one('ann', directors)).version).toBe(before);
    expect((await press('pat', 'words', body)).status).toBe(200);
    expect((await one('ann', directors)).version).not.toBe(before);
    expect((await fileOf('ann', directors)).body).toContain('Later.');
  });
  it('keeps half a character as the sign for one that cannot be read: no list could hold it', async () => {
    const line = 'Measures: plan|2';
    const body = { paper: directors, line, was: 0, words: 'Half \ud83d.', because: '\ude00 typed' };
    expect((await press('pat', 'words', body)).status).toBe(200);
    const kept = council.ports.replica.registers().paperWords.where('cycle', cycle);
    expect(kept.find((each) => each.line === line)).toMatchObject({
      words: 'Half \ufffd.',
      because: '\ufffd typed',
    });
    // Measure 2 is on target: what is said of it is not printed, changed or not.
    expect((await one('pat', directors)).lines.map((each) => each.line)).not.toContain(line);
  });
  it('whose words changed since it was cleared waits to be cleared again, and says which they are', async () => {
    const paper = directors;
    await press('treasurer', 'clear', { paper, clearance: 'finance' });
    expect((await one('pat', paper)).paper).toMatchObject({ stage: 'Cleared', mayIssue: true });
    const change = async (line: string) =>
      press('pat', 'words', {
        paper,
        line,
        was: (await one('pat', paper)).lines.find((each) => each.line === line)?.revision ?? 0,
        words: 'Other words.',
        because: 'x',
      });
    expect((await change('Measures: plan|1')).status).toBe(200);
    expect((await change('Measures: plan|3')).status).toBe(200);
    const asRead = async (by: string) => {
      const { stage, waits, mayIssue, clearances } = (await one(by, paper)).paper;
      return { stage, waits, mayIssue, ...clearances[0] };
    };
    expect(await asRead('pat')).toMatchObject({
      stage: 'In clearance',
      waits: 'Waits to be cleared: finance again.',
      mayIssue: false,
      reworded: 'Words changed since: 1 Measure 1; 3 Measure 3.',
    });
    // Measure 3 is exempt.
    expect((await asRead('ann')).may).toBe(false);
    expect(await asRead('dep')).toMatchObject({
      reworded: 'Words changed since: 1 Measure 1; 1 line of the confidential part.',
    });
    expect((await asRead('treasurer')).may).toBe(true);
    expect(await press('pat', 'issue', { paper })).toMatchObject({
      status: 409,
      body: {
        message:
          'It waits for finance to clear it, with its words as they are now. Nothing was issued.',
      },
    });
    await press('treasurer', 'clear', { paper, clearance: 'finance' });
    expect(await asRead('pat')).toMatchObject({ stage: 'Cleared', mayIssue: true, reworded: null });
  });
  it('is told of in words where there is none, and where what was sent cannot be used', async () => {
    const gone = await fileOf('pat', `${cycle}|Cabinet|nobody`);
    expect([gone.status, gone.body]).toMatchObject([
      404,
      { message: expect.stringContaining('no such paper') },
    ]);
    expect((await askAs(council, 'pat', '/api/papers/file?paper=x&as=exe')).status).toBe(400);
    expect((await ask(council, '/api/papers')).status).toBe(401);
    const forged = await tokenFor('pat', {}, { forged: true });
    expect((await ask(council, '/api/papers/file?paper=x&as=html', { token: forged })).status).toBe(
      401,
    );
  });
});

describe('its file', () => {
  it('is a download in which nothing can run, kept by nobody', async () => {
    const { status, headers, body } = await fileOf('ann', cabinet);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w ,-]+\.html"$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('script-src');
    expect(body).toContain('<!DOCTYPE html>');
    expect(body).not.toContain('<script');
  });
  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('comes as %s too', async (as, type) => {
    const { status, headers, body } = await askAs(
      council,
      'ann',
      `/api/papers/file?paper=${encodeURIComponent(cabinet)}&as=${as}`,
    );
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(String(body).startsWith('PK')).toBe(true);
  });
  it('has exempt rows only where they are asked for by whoever may read them', async () => {
    const secret = 'The contractor is being replaced.';
    expect((await fileOf('pat', cabinet)).body).not.toContain(secret);
    const whole = await fileOf('pat', cabinet, '&exempt=with');
    expect(whole.headers.get('content-disposition')).toContain('NOT FOR PUBLICATION');
    expect((await fileOf('dep', cabinet, '&exempt=with')).body).not.toContain('Measure 3');
    expect((await fileOf('pat', residents, '&exempt=with')).body).not.toContain('Measure 3');
  });
  it('says at its head that it is not issued; that residents’ is held', async () => {
    expect((await fileOf('ann', cabinet)).body).toContain('Not issued yet.');
    expect((await fileOf('ann', residents)).body).toContain('Held until Thu 5 November 2020');
    expect((await fileOf('ann', cabinet)).body).not.toContain('Held until');
  });
  it('for publication is of what was issued and is not held, without a word of the inside', async () => {
    const publish = (paper: string) => fileOf('ann', paper, '&copy=publication');
    expect((await publish(cabinet)).status).toBe(409);
    expect((await publish(directors)).status).toBe(409);
    for (const paper of [cabinet, residents]) {
      await press('treasurer', 'clear', { paper, clearance: 'finance' });
      await press('solicitor', 'clear', { paper, clearance: 'legal' });
      await press('pat', 'clear', { paper, clearance: 'portfolio' });
    }
    expect(await press('pat', 'issue', { paper: residents })).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('Nothing is published until Thu 5 November 2020') },
    });
    expect((await press('pat', 'issue', { paper: cabinet })).status).toBe(200);
    const { status, body } = await publish(cabinet);
    expect(status).toBe(200);
    expect(body).not.toContain('Not issued yet.');
    const released = await press('solicitor', 'release', { hold: hold.key, because: 'No contest' });
    expect(released.status).toBe(200);
    expect((await press('pat', 'issue', { paper: residents })).status).toBe(200);
    expect((await publish(residents)).status).toBe(200);
    const { key: _, ...days } = hold;
    const again = change('holds', 'again', { ...days, releasedAt: null });
    council.ports.replica.lay([asPending(again, 9_000_000)]);
    expect((await publish(residents)).status).toBe(409);
    expect((await publish(cabinet)).status).toBe(200);
    expect((await fileOf('ann', residents)).status).toBe(200);
  });
  it('of a quarter that has not closed is made for so many at once, and the others are asked to wait', async () => {
    const opened = change('cycles', 'plan|2020-21 Q3', {
      title: 'Quarter 3 2020-21',
      plan: 'plan',
      period: '2020-21 Q3',
      state: 'Open',
      opensOn: day('2020-10-26'),
    });
    council.ports.replica.lay([asPending(opened, 9_000_001)]);
    const draft = 'plan|2020-21 Q3|Cabinet|cabinet';
    const begin = Promise.withResolvers<void>();
    printsAfter = begin.promise;
    const asked = Array.from({ length: 20 }, () => fileOf('ann', draft));
    expect((await Promise.race(asked)).status).toBe(503);
    begin.resolve();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(8);
    expect((await fileOf('ann', draft)).status).toBe(200);
    const frozen = await Promise.all(Array.from({ length: 60 }, () => fileOf('ann', cabinet)));
    expect(frozen.every(({ status }) => status === 200)).toBe(true);
  });
});
