// A year's end over real HTTP: the review sheet is filled in, the next year is made from it, and in its
// first quarter owners set their targets by card.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newYearCommand } from '../../src/commands/new-year.ts';
import { endorsersOf } from '../../src/rules/endorsing.ts';
import { reviewHeadings } from '../../src/rules/new-year/review-sheet.ts';
import { valueOfCell } from '../../src/rules/workbook.ts';
import { type House, openHouse } from '../given.ts';
import { answerFully } from './answering.ts';
import { addByHand } from './lists-by-hand.ts';
import { decision, fillIn, spreadsheets } from './review-filled-in.ts';
import { buttons, type Card, type Pressed, partsOf, type Seat, wordsOf } from './seat.ts';
import { smallCouncil } from './small-council.ts';

const old = 'operating-plan-2020-21';
const next = 'operating-plan-2021-22';
const owner = 'p-housing-needs';
const ranged = 'p-children-in-care';

let house: House;
let folder: string;
let said: string[] = [];

const newYear = async (...args: string[]): Promise<string> => {
  said = [];
  const openCouncil = () =>
    Promise.resolve({ ports: house.app.ports, close: () => Promise.resolve() });
  const say = (words: string) => void said.push(words);
  const run = newYearCommand({ openCouncil, spreadsheets, say });
  await run(args, {}).catch((error: unknown) => {
    said.push(error instanceof Error ? error.message : String(error));
  });
  return said.join('\n');
};

const asks = (card: Card | null, verb: string): Card | undefined =>
  card === null ? undefined : buttons(card).find((each) => each.verb === verb);

/** Answers figures until a target is asked for. */
const untilTarget = async (seat: Seat, started: Pressed): Promise<Card> => {
  let { card } = started;
  for (let tries = 0; tries < 12 && asks(card, 'answer'); tries += 1)
    ({ card } = await answerFully(seat, {
      value: '12',
      numerator: '150',
      denominator: '200',
      commentary: 'Demand rose. Two staff start in June.',
    }));
  if (!card || !asks(card, 'target')) throw new Error(`No target: ${card && wordsOf(card)}`);
  return card;
};

/** The new measure at a period, as the tab shows it to its owner. */
const inHistory = async (period: string) => {
  const key = encodeURIComponent(`${next}|VUL 6`);
  const answer = await fetch(`${house.appUrl}/api/measures/${key}?quarter=2021-22%20Q1`, {
    headers: { authorization: `Bearer ${await house.tabToken(owner)}` },
  });
  const view = (await answer.json()) as {
    history: { period: string; value: number | null; standing: string; target: number | null }[];
  };
  return view.history.find((each) => each.period === period);
};

const target = async (key: string) =>
  (await house.list('Targets')).find((each) => each['Key'] === key);

describe('a year ends and the next begins', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-review-'));
    house = await openHouse(smallCouncil([owner, ranged]));
  });
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = () => path.join(folder, 'review.xlsx');

  test('the sheet has each strategic measure with its last figure, to be filled in', async () => {
    expect(await newYear('--plan', old, '--review', file())).toMatch(/to review/);
    const read = await spreadsheets.read({ name: 'review.xlsx', bytes: await readFile(file()) });
    const rows = 'sheets' in read ? (read.sheets[0]?.rows ?? []) : [];
    expect(rows[0]).toEqual(reviewHeadings);
    const vul6 = rows.find((each) => valueOfCell(each[1]) === 'VUL 6')?.map(valueOfCell);
    expect(vul6?.slice(3, 5)).toEqual([
      expect.stringMatching(/\d \(Q1 2020-21\)/),
      expect.stringMatching(/Off target/),
    ]);
    expect(await newYear('--plan', old, '--review', file())).toMatch(/there already/);
  });

  test('a sheet not filled in stops it, each measure named', async () => {
    const words = await newYear('--plan', old, '--with', file(), '--agree');
    expect(words).toMatch(/VUL 6 .*: has no verdict\./);
    expect(words).toMatch(/Nothing was changed/);
  });

  test('a Decision that is not in the register stops it', async () => {
    await fillIn(file());
    const words = await newYear('--plan', old, '--with', file(), '--agree');
    expect(words).toMatch(/its Decision is not in Decisions/);
    expect((await house.list('Plans')).some((each) => each['Key'] === next)).toBe(false);
  });

  test('it is shown first, then done once agreed', async () => {
    await addByHand(
      { localUrl: house.localUrl, site: house.council.site, list: 'Decisions' },
      { Key: decision, Title: 'Operating Plan 2021-22', Board: 'cabinet', DecidedOn: '2021-02-23' },
    );
    await house.moveClockTo('2021-03-10T10:00');
    // The lists are asked what has changed at every beat of ten seconds; here at once.
    await house.restart();
    expect(await newYear('--plan', old, '--with', file())).toMatch(/Nothing has been changed/);
    expect((await house.list('Plans')).some((each) => each['Key'] === next)).toBe(false);
    expect(await newYear('--plan', old, '--with', file(), '--agree')).toMatch(/has been made/);
    expect(await house.list('Plans')).toContainEqual(
      expect.objectContaining({ Key: next, Title: 'Operating Plan 2021-22', Succeeds: old }),
    );
    const measures = await house.list('Measures');
    expect(measures).toContainEqual(
      expect.objectContaining({
        Key: `${next}|VUL 6`,
        Title: 'Homeless households in temporary homes',
        Continues: `${old}|VUL 6`,
      }),
    );
    expect(measures.some((each) => each['Key'] === `${next}|HB 11`)).toBe(false);
    expect(measures).toContainEqual(
      expect.objectContaining({ Key: `${old}|HB 11`, RetiredOn: '2021-04-01', Decision: decision }),
    );
    expect(await house.list('Journal')).toContainEqual(
      expect.objectContaining({ Source: 'command', Why: expect.stringMatching(/by review/) }),
    );
  });

  test('the same command twice changes nothing', async () => {
    const lists = ['Plans', 'Measures', 'Objectives', 'Cycles', 'Journal', 'Decisions'];
    const before = await Promise.all(lists.map((each) => house.list(each)));
    expect(await newYear('--plan', old, '--with', file(), '--agree')).toMatch(
      /Nothing was changed/,
    );
    await house.restart();
    expect(await newYear('--plan', old, '--with', file(), '--agree')).toMatch(
      /Nothing was changed/,
    );
    expect(await Promise.all(lists.map((each) => house.list(each)))).toEqual(before);
  });

  test('when quarter 1 opens, owners are asked for their targets beside their figures', async () => {
    expect(await house.moveClockTo('2021-07-01T09:30')).toContainEqual(
      expect.stringMatching(/^Quarter 1 2021-22 opened/),
    );
    const asked = (await house.list('Returns')).filter((each) => each['Kind'] === 'target');
    expect(asked.map((each) => each['Key'])).toContain(`${next}|VUL 6|2021-22 target`);
    expect(asked.every((each) => each['State'] === 'Due' && each['Period'] === '2021-22')).toBe(
      true,
    );
    const { card } = await house.seat(owner).newestCard();
    expect(wordsOf(card)).toContain('Target for 2021-22: Homeless households in temporary homes');
  });

  test('a target is one question of the same sitting, with last year’s beside it', async () => {
    const seat = house.seat(owner);
    const card = await untilTarget(seat, await seat.press('start'));
    const words = wordsOf(card);
    expect(words).toMatch(/^Saved\./);
    expect(words).toContain('Target for 2021-22: Homeless households');
    expect(words).toMatch(/Last year's target: \d.*illustrative/);
    const fields = partsOf(card).filter((part) => part.type.startsWith('Input.'));
    expect(fields.map((each) => each.id)).toEqual(['value', 'because', 'next']);
    expect(String(fields[0]?.['label'])).toMatch(/^Target \(.+\)$/);
  });

  test('what is no number is refused with what was typed kept', async () => {
    const seat = house.seat(owner);
    const refused = await seat.press('target', { value: 'fewer' });
    expect(refused.words).toMatch(/"fewer" was not understood as a number/);
    expect(refused.words).toContain('Not saved.');
    const none = await seat.press('no-target', { value: '', because: ' ' });
    expect(none.words).toMatch(/why there is to be no target/);
  });

  test('its answer is a target from the year’s first day, with the tolerance of the last', async () => {
    const seat = house.seat(owner);
    const { card, words } = await seat.press('target', { value: '180', because: '' });
    expect(words).toMatch(/^Saved\. {1,2}Target for 2021-22: Homeless households.*: 180/);
    const last = (await house.list('Targets'))
      .filter((each) => each['Measure'] === `${old}|VUL 6`)
      .toSorted((one, other) =>
        String(one['AppliesFrom']) < String(other['AppliesFrom']) ? -1 : 1,
      )
      .at(-1);
    expect(last?.['Tolerance']).toBeGreaterThan(0);
    expect(await target(`${next}|VUL 6|2021-04-01`)).toMatchObject({
      Target: 180,
      SetOn: '2021-07-01',
      SetBy: owner,
      Tolerance: last?.['Tolerance'],
      ToleranceIs: last?.['ToleranceIs'],
    });
    expect(await house.list('Returns')).toContainEqual(
      expect.objectContaining({
        Key: `${next}|VUL 6|2021-22 target`,
        State: 'Returned',
        Value: 180,
      }),
    );
    await untilTarget(seat, { status: 200, card, words });
  });

  test('"no target, because" is an answer, kept with its reason', async () => {
    const seat = house.seat(owner);
    const because = 'The service changes in the autumn.';
    const { words } = await seat.press('no-target', { because });
    expect(words).toContain(`no target. ${because}`);
    expect(words).toContain('Thank you.');
    const key = `${next}|VUL 11|2021-22 target`;
    const kept = (await house.list('Returns')).find((each) => each['Key'] === key);
    expect(kept).toMatchObject({ State: 'Returned', NoDataReason: because });
    expect(kept?.['Value'] ?? null).toBeNull();
    const row = await target(`${next}|VUL 11|2021-04-01`);
    expect([row?.['Target'] ?? null, row?.['Because']]).toEqual([null, because]);
  });

  test('a measure to stay in range is asked for both ends', async () => {
    const seat = house.seat(ranged);
    const card = await untilTarget(seat, await seat.press('start'));
    const labels = partsOf(card).flatMap((part) => (part['label'] ? [part['label']] : []));
    expect(labels.slice(0, 2)).toEqual([
      expect.stringMatching(/^Range from/),
      expect.stringMatching(/^Range to/),
    ]);
    const turned = await seat.press('target', { low: '900', high: '800' });
    expect(turned.words).toMatch(/from a higher figure to a lower one/);
    expect((await seat.press('target', { low: '800', high: '900' })).words).toMatch(
      /between 800 and 900/,
    );
    expect(await target(`${next}|VUL 1|2021-04-01`)).toMatchObject({
      RangeLow: 800,
      RangeHigh: 900,
    });
  });

  test('until they are agreed its figure is rated against nothing', async () => {
    const now = await inHistory('2021-22 Q1');
    expect(now).toMatchObject({ value: 12, target: null, standing: 'target not yet agreed' });
  });

  test('the next morning their director has one card of them all, and endorses them', async () => {
    const registers = house.app.ports.replica.registers();
    const proposed = registers.targets.get(`${next}|VUL 6|2021-04-01`);
    const today = house.app.ports.clock.now().toPlainDate();
    const [director] = proposed ? endorsersOf(registers, proposed, today) : [];
    await house.moveClockTo('2021-07-02T12:00');
    const seat = house.seat(director?.key ?? '');
    const { card } = await seat.newestCard();
    expect(wordsOf(card)).toContain('targets wait for you to endorse');
    expect(wordsOf(card)).toContain('Homeless households in temporary homes, 2021-22');
    const { words } = await seat.press('endorse');
    expect(words).toContain('targets endorsed.');
    expect(await target(`${next}|VUL 6|2021-04-01`)).toMatchObject({
      State: 'endorsed',
      EndorsedBy: director?.key,
      EndorsedOn: '2021-07-02',
    });
  });

  test('recorded as agreed by a decision, it rates from then on', async () => {
    const answer = await fetch(`${house.appUrl}/api/targets/agree`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await house.tabToken('p-performance')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        targets: [{ target: `${next}|VUL 6|2021-04-01`, revision: 2 }],
        decision,
        because: '',
      }),
    });
    expect(await answer.json()).toEqual({ words: '1 target agreed.', did: true });
    expect(await inHistory('2021-22 Q1')).toMatchObject({ target: 180, standing: 'on target' });
  });

  test('the new measure’s history has the old plan’s figures, each against its own target', async () => {
    const before = await inHistory('2020-21 Q1');
    expect(before).toMatchObject({ standing: 'off target' });
    expect(before?.target).not.toBeNull();
  });
});
