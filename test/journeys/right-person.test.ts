// The right person is asked: somebody away, a measure that is not theirs any more, somebody who has left.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { answerAll } from './answering.ts';
import { ask, buttons, partWithId, type Seat, wordsOf } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';
import { until } from './witness.ts';

let house: House;
const { row, idsOf, received, ledger, returnsOf } = whatCameOf(() => house);
const open = async (...owners: readonly string[]): Promise<void> => {
  house = await openHouse(smallCouncil(owners));
  await house.moveClock('next');
};
const newestWords = async (seat: Seat): Promise<string> => wordsOf((await seat.newestCard()).card);
const journalOf = async (line: string) =>
  (await house.list('Journal')).filter((each) => each['Row'] === line);

describe('somebody who is away', () => {
  beforeAll(() => open('p-voids', 'p-repairs', 'p-rents'));
  afterAll(() => house.close());

  test('is asked for the day they are back, and told where it is blank, past or no date', async () => {
    const seat = house.seat('p-voids');
    expect((await seat.press('away')).words).toContain('covers for you');
    expect((await seat.press('away', { until: '' })).words).toContain(
      'Choose the day you are back',
    );
    const past = await seat.press('away', { until: '2020-10-01' });
    expect(past.words).toContain('Thu 1 October 2020 is not ahead of today');
    expect(partWithId(past.card ?? { type: '' }, 'until')?.['value']).toBe('2020-10-01');
    expect((await seat.press('away', { until: 'Monday' })).words).toContain('“Monday”');
    expect((await row('People', 'p-voids'))['AwayUntil']).toBeUndefined();
  });

  test('is covered for: the deputy, who has their own card, gets one about it at once', async () => {
    const seat = house.seat('p-voids');
    const { card } = await seat.newestCard();
    const save = buttons(card).find((each) => each.verb === 'away');
    const { id } = await seat.newestCard();
    const twice = [1, 2].map(() =>
      seat.pressAction(id, save ?? { type: '' }, { until: '2020-10-12' }),
    );
    const [told] = await Promise.all(twice);
    expect(told?.words).toContain('You are away until Mon 12 October.');
    expect(told?.words).toContain('covers for you');
    await house.app.beatNow();
    expect(await received('Hand-over')).toEqual(idsOf(['p-repairs']));
    const words = await newestWords(house.seat('p-repairs'));
    expect(words).toContain('You cover for Voids and Lettings Lead');
    expect(words).toContain('who is away until Mon 12 October');
    expect((await row('People', 'p-voids'))['AwayUntil']).toBe('2020-10-12');
    const told2 = await journalOf('People: p-voids');
    expect(told2).toMatchObject([{ By: 'p-voids', Source: 'card', To: 'Away until: 2020-10-12' }]);
  });

  test('is not reminded: the deputy is, and answers for them', async () => {
    await house.moveClockTo('2020-10-09T09:30');
    expect(await received('Reminder')).toEqual(idsOf(['p-rents', 'p-repairs']));
    expect(await received('Hand-over')).toEqual(idsOf(['p-repairs']));
    await answerAll(house.seat('p-repairs'), house.council);
    for (const each of await returnsOf('p-voids'))
      expect(each).toMatchObject({ State: 'Returned', ReturnedBy: 'p-repairs' });
  });

  test('says they are back, and is asked themselves from then on', async () => {
    const seat = house.seat('p-voids');
    await seat.say('hello');
    expect(await newestWords(seat)).toContain('You are away until Mon 12 October');
    const told = await seat.press('back');
    expect(told.words).not.toContain('You are away');
    expect((await row('People', 'p-voids'))['AwayUntil'] ?? null).toBeNull();
    expect(await journalOf('People: p-voids')).toHaveLength(2);
    await house.moveClock('deadline');
    expect(await received('Deadline')).toEqual(idsOf(['p-rents']));
  });
});

describe('a measure that is not theirs any more', () => {
  beforeAll(() => open('p-voids', 'p-repairs', 'p-rents'));
  afterAll(() => house.close());
  const voids = 'operating-plan-2020-21|COM 9';
  const manager = async (): Promise<string> =>
    String((await row('Teams', String((await row('Measures', voids))['Team'])))['Manager']);

  test('is chosen with a reason, and without one nothing is let go', async () => {
    const seat = house.seat('p-voids');
    expect((await seat.press('not-mine')).words).toContain('Which is not yours any more?');
    const refused = await seat.press('not-mine', { return: `${voids}|2020-21 Q2`, because: ' ' });
    expect(refused.words).toContain('Say in a few words why');
    expect((await row('Measures', voids))['Owner']).toBe('p-voids');
  });

  test('leaves its manager with one card that asks for another owner, and says why', async () => {
    const because = 'Re-letting moved to Repairs in September.';
    const told = await house.seat('p-voids').press('not-mine', { because });
    expect(told.words).toContain('Not yours any more');
    await house.app.beatNow();
    expect(await received('Hand-over')).toEqual(idsOf([await manager()]));
    expect(await received('Opening')).not.toContain(house.objectIdOf(await manager()));
    expect(await ledger(await manager(), 'Opening')).toBe('Passed over');
    const words = await newestWords(house.seat(await manager()));
    expect(words).toContain('A measure needs an owner');
    expect(words).toContain(because);
    expect(words).toContain('Until one is named, you are asked for what is due: 1 return');
    expect((await row('Measures', voids))['Owner'] ?? null).toBeNull();
    expect((await row('Returns', `${voids}|2020-21 Q2`))['Owner'] ?? null).toBeNull();
    const [told2] = await journalOf(`Measures: ${voids}`);
    expect(told2).toMatchObject({ By: 'p-voids', Why: because, From: 'Owner: p-voids' });
  });

  test('cannot be given away by one who does not lead its team, nor to one who has left', async () => {
    await house.editByHand('People', 'p-rents', { LeftOn: '2020-09-30' });
    await house.app.beatNow();
    const seat = house.seat(await manager());
    const form = (await seat.chat()).findLast(
      (each) => each.card !== null && wordsOf(each.card).includes('2 measures need an owner'),
    );
    const name = buttons(form?.card ?? { type: '' }).find((each) => each.verb === 'name-owner');
    const press = (who: Seat, owner: string) =>
      who.pressAction(form?.id ?? '', name ?? { type: '' }, { owner, measure: voids });
    expect((await press(seat, 'p-rents')).words).toContain('Choose who answers');
    expect((await press(seat, '')).words).toContain('Choose who answers');
    const { id } = await house.seat('p-repairs').newestCard();
    const other = await house
      .seat('p-repairs')
      .pressAction(id, name ?? { type: '' }, { owner: 'p-repairs', measure: voids });
    expect(other.words).toContain('You may not do this');
    expect((await row('Measures', voids))['Owner'] ?? null).toBeNull();
  });

  test('goes to whoever the manager names, who gets one card about it at once', async () => {
    const seat = house.seat(await manager());
    const before = (await received('Hand-over')).length;
    const naming = { owner: 'p-repairs', measure: voids };
    const done = await seat.press('name-owner', naming);
    expect(done.words).toContain('answers from now on');
    await house.app.beatNow();
    const after = await received('Hand-over');
    expect(after).toHaveLength(before + 1);
    expect(after).toContain(house.objectIdOf('p-repairs'));
    expect(await newestWords(house.seat('p-repairs'))).toContain('named you to answer for');
    expect((await row('Measures', voids))['Owner']).toBe('p-repairs');
    expect((await row('Returns', `${voids}|2020-21 Q2`))['Owner']).toBe('p-repairs');
    const told = await journalOf(`Measures: ${voids}`);
    expect(told.at(-1)).toMatchObject({
      By: await manager(),
      Why: 'Not theirs any more: Re-letting moved to Repairs in September.',
      To: 'Owner: p-repairs',
    });
    await house.restart();
    await house.app.beatNow();
    expect(await received('Hand-over')).toHaveLength(after.length);
  });
});

describe('somebody who has left', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-schools', 'p-inclusion']));
    await house.editByHand('People', 'p-schools', { LeftOn: '2020-09-30' });
    await house.moveClock('next');
  });
  afterAll(() => house.close());

  test('is asked for nothing: their manager is, and is asked once to name others', async () => {
    expect(await received('Opening')).not.toContain(house.objectIdOf('p-schools'));
    const [told] = await received('Hand-over');
    const manager = (house.council.rows.people ?? []).find((each) => each.objectId === told);
    expect(await ledger(manager?.key ?? '', 'Hand-over|p-schools')).toBe('Sent');
    const cards = (await house.seat(manager?.key ?? '').chat()).map((each) =>
      each.card === null ? '' : wordsOf(each.card),
    );
    expect(cards.join(' ')).toMatch(/left on Wed 30 September/);
    await house.restart();
    await house.moveClockTo('2020-10-09T09:30');
    expect(await received('Hand-over')).toEqual([told]);
    expect(await received('Reminder')).toContain(told);
    expect(await received('Reminder')).not.toContain(house.objectIdOf('p-schools'));
  });

  test('is replaced for all their measures at once, where the manager says so', async () => {
    const [told] = await received('Hand-over');
    const manager = (house.council.rows.people ?? []).find((each) => each.objectId === told);
    const seat = house.seat(manager?.key ?? '');
    const form = (await seat.chat()).findLast(
      (each) => each.card !== null && buttons(each.card).some(({ verb }) => verb === 'name-owner'),
    );
    const name = buttons(form?.card ?? { type: '' }).find((each) => each.verb === 'name-owner');
    const done = await seat.pressAction(form?.id ?? '', name ?? { type: '' }, {
      owner: 'p-inclusion',
      ...(name?.data?.['measure'] === undefined ? { measure: 'all' } : {}),
    });
    expect(done.words).toContain('answers from now on');
    expect(await returnsOf('p-schools')).toEqual([]);
    const measures = (await house.list('Measures'))
      .filter((each) => each['Plan'] === 'operating-plan-2020-21')
      .map((each) => each['Owner']);
    expect(new Set(measures)).toEqual(new Set(['p-inclusion']));
    expect((await returnsOf('p-inclusion')).every((each) => each['Cycle'] === cycle)).toBe(true);
  });
});

describe('somebody whose account is gone from the directory', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-schools', 'p-inclusion']));
    await house.moveClock('next');
  });
  afterAll(() => house.close());

  test('has left, from the day the directory is asked', async () => {
    const gone = house.objectIdOf('p-schools');
    await ask('PUT', `${house.localUrl}/local/directory`, {
      people: house.council.directory.filter((each) => each.id !== gone),
    });
    await house.moveClockTo('2020-10-02T10:00');
    await until('they are down as having left', async () => {
      await house.app.beatNow();
      return (await row('People', 'p-schools'))['LeftOn'] === '2020-10-02';
    });
    await house.app.beatNow();
    expect(await received('Hand-over')).toHaveLength(1);
    expect((await row('People', 'p-inclusion'))['LeftOn'] ?? null).toBeNull();
  });
});
