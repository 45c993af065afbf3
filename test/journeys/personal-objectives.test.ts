// A person's own objectives: kept only where the council says so, and shown to two people.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import type { RegistersView, ThreadView } from '../../src/web/api-registers.ts';
import { type House, openHouse } from '../given.ts';

const list = 'Personal objectives';
const plan = 'operating-plan-2020-21';

const threadOf = async (house: House, person: string): Promise<ThreadView> => {
  const token = await house.tabToken(person);
  const answer = await fetch(`${house.appUrl}/api/thread?plan=${plan}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as ThreadView;
};

const aimsIn = (view: ThreadView) =>
  view.nodes.filter(({ kind }) => kind === 'Personal objective').map(({ title }) => title);

describe('personal objectives, switched on', () => {
  let house: House;
  const people = stokeOnTrent().rows.people ?? [];
  const owner = people.find(({ key }) => key === 'p-housing-needs');
  const manager = owner?.manager ?? '';
  const director = people.find(({ key }) => key === manager)?.manager ?? '';

  beforeAll(async () => {
    house = await openHouse(stokeOnTrent(), { personalObjectives: true });
    house.app.ports.replica.lay(
      (
        await house.app.ports.outbox.accept([
          {
            key: 'a-personal-objective',
            by: null,
            at: house.app.ports.clock.now().toInstant(),
            message: null,
            changes: [
              {
                register: 'personalObjectives',
                key: 'p-housing-needs|2020-21|1',
                set: {
                  title: 'Shorter stays in temporary housing',
                  plan,
                  person: 'p-housing-needs',
                  manager,
                  year: '2020-21',
                  serves: [`Measures: ${plan}|VUL 6`],
                },
              },
            ],
          },
        ])
      ).flatMap((each) => (each.outcome === 'accepted' ? each.pending : [])),
    );
  });
  afterAll(() => house.close());

  it('are shown to the person, on the thread from their own aim to the vision', async () => {
    const view = await threadOf(house, 'p-housing-needs');
    expect(aimsIn(view)).toEqual(['Shorter stays in temporary housing']);
    const at = new Map(view.nodes.map((node) => [node.id, node]));
    let line = view.nodes.find(({ kind }) => kind === 'Personal objective');
    const kinds: string[] = [];
    while (line) {
      kinds.push(line.kind);
      line = at.get(line.above[0] ?? '');
    }
    expect(kinds).toEqual(['Personal objective', 'Measure', 'Priority', 'Plan']);
  });

  it('are shown to their manager', async () => {
    expect(aimsIn(await threadOf(house, manager))).toHaveLength(1);
  });

  it('are shown to nobody else, whatever their role', async () => {
    const others = people
      .map(({ key }) => key)
      .filter((key) => key !== 'p-housing-needs' && key !== manager);
    expect(others).toContain(director);
    expect(others).toContain('p-performance');
    const some = [director, 'p-performance', ...others.slice(0, 5)];
    const seen = await Promise.all(some.map((person) => threadOf(house, person)));
    expect(seen.flatMap(aimsIn)).toEqual([]);
  });

  it('are on no shelf, in no export and at no address', async () => {
    const token = await house.tabToken('p-performance');
    const headers = { authorization: `Bearer ${token}` };
    const shelf = await fetch(`${house.appUrl}/api/registers`, { headers });
    const view = (await shelf.json()) as RegistersView;
    expect(view.registers.map((each) => each.list)).not.toContain(list);
    for (const path of ['personalObjectives', 'personalObjectives/file?as=csv'])
      expect((await fetch(`${house.appUrl}/api/registers/${path}`, { headers })).status).toBe(404);
  });

  it('reach their own list', async () => {
    await house.landed();
    expect(house.app.ports.replica.registers().personalObjectives.size).toBe(1);
  });
});

describe('personal objectives, as they are unless switched on', () => {
  it('have no list at all', async () => {
    const house = await openHouse();
    await expect(house.list(list)).rejects.toThrow('404');
    expect(aimsIn(await threadOf(house, 'p-housing-needs'))).toEqual([]);
    await house.close();
  });
});
