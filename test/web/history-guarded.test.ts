// What a row's history keeps back: what may have been exempt, whose name is not known, and what one
// person may ask for at once.
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  action,
  council,
  moment,
  open,
  other,
  read,
  told,
  version,
} from './history-council.ts';
import { manager, officer, performanceTeam } from './sample.ts';

afterEach(() => council.close());

describe('who may read it', () => {
  it('not across a version that cannot be read: it may have been exempt, as may what came before it', async () => {
    const blind = (number: number) => version(number, {}, { row: null });
    const opened = async (from: object) => {
      await open({ journal: [] }, [
        version(4, { title: 'Open' }),
        blind(3),
        blind(2),
        version(1, from),
      ]);
      const theirs = (await read(other)).view;
      const team = (await read(performanceTeam)).view;
      return { theirs, team };
    };
    const closed = await opened({ access: 'exempt', title: 'Secret price' });
    expect(JSON.stringify(closed.theirs)).not.toContain('Secret');
    expect(closed.theirs).toMatchObject({ total: 0, withheld: 4 });
    expect(JSON.stringify(closed.team)).toContain('Secret price');
    await council.close();
    const { theirs, team } = await opened({ title: 'As it was' });
    expect(theirs.steps.map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable', 'begun']);
    expect(theirs.withheld).toBe(1);
    expect(team).toMatchObject({ total: 4, withheld: 0 });
  });

  it('what waits to open an exempt row is told to nobody else before it is open', async () => {
    const waiting = {
      register: 'actions' as const,
      key: action.key,
      set: { access: 'internal', title: 'Open' },
      sequence: 1,
      by: 'manager',
      acceptedAt: moment('2020-10-16T09:00:00Z'),
    };
    const secret = { access: 'exempt' as const, title: 'Secret price' };
    await open({ journal: [] }, [version(1, secret)], [waiting]);
    expect(JSON.stringify((await read(other)).view)).not.toContain('Secret');
    expect((await read(performanceTeam)).view.total).toBe(2);
  });
});

describe('what is told', () => {
  it('names nobody for an edit by hand of somebody not in People, and never the product', async () => {
    const why = 'Changed in the list by Tom Reid.';
    const source = 'list edited by hand' as const;
    await open({ journal: [{ ...told, by: null, why, source }] }, { fault: 'throttled' });
    const [step] = (await read(manager)).view.steps;
    expect(step).toMatchObject({ who: 'Somebody not in People', team: null, why });
  });

  it('is bounded in who and why too', async () => {
    const long = 'x'.repeat(60_000);
    await open({ journal: [{ ...told, by: long, why: long }] }, { fault: 'throttled' });
    const [step] = (await read(manager)).view.steps;
    expect(step?.who.length).toBeLessThan(6_100);
    expect(step?.why?.length).toBeLessThan(6_100);
  });

  it('has a removal, of a row that was made again since', async () => {
    const removed = { ...told, key: '2', from: 'Owner: officer', to: null };
    await open({ journal: [removed] }, [version(1, {})]);
    const { steps } = (await read(manager)).view;
    expect(steps.find(({ kind }) => kind === 'removed')).toMatchObject({ who: 'Housing Officer' });
  });
});

it('asks SharePoint three times at once for one person; past that it is what the Journal holds', async () => {
  const answer = Promise.withResolvers<Answer>();
  let asked = 0;
  await open({}, () => {
    asked += 1;
    return answer.promise;
  });
  const three = [read(manager), read(manager), read(manager)];
  await expect.poll(() => asked, { timeout: 10_000 }).toBe(3);
  const { view } = await read(manager);
  expect([asked, view.total]).toEqual([3, 1]);
  expect(view.note).toBe('SharePoint is slow to answer; this is what the Journal holds.');
  const others = read(officer);
  await expect.poll(() => asked, { timeout: 10_000 }).toBe(4);
  answer.resolve([version(1, {})]);
  for (const each of await Promise.all([...three, others])) expect(each.view.note).toBeNull();
  expect((await read(manager)).view.note).toBeNull();
});
