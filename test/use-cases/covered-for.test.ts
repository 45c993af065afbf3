// Whoever covers for somebody away is told once, also where the owner is named while they are away.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { nameOwner } from '../../src/use-cases/name-owner.ts';
import { notMine } from '../../src/use-cases/not-mine.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { sayAway } from '../../src/use-cases/say-away.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
const cycle = 'plan|2020-21 Q2';
const measure = 'plan|1';
const asked: Partial<Row<'returns'>> = {
  measure,
  period: '2020-21 Q2',
  cycle,
  owner: 'ann',
  state: 'Due',
};

/** Bob covers for Ann, and for Cat, who is away. Everybody has had their opening card but for Cat. */
const council = (): Ports =>
  councilWith(
    own.outbox,
    registersOf({
      teams: [{ key: 'team', manager: 'head' }],
      people: [
        { key: 'ann', objectId: 'a', team: 'team', deputy: 'bob' },
        { key: 'bob', objectId: 'b', team: 'team' },
        {
          key: 'cat',
          objectId: 'c',
          team: 'team',
          deputy: 'bob',
          awayUntil: Temporal.PlainDate.from('2020-11-02'),
        },
        { key: 'head', objectId: 'h', team: 'team', roles: ['manager'] },
      ],
      measures: [{ code: '1', owner: 'ann' }],
      cycles: [{}],
      returns: [asked],
      notifications: ['ann', 'bob', 'head'].map((person) => ({
        person,
        cycle,
        step: 'Opening' as const,
      })),
    }),
    '2020-10-05T10:00',
  ) as Ports;

const messages = async (): Promise<string[]> =>
  (await own.outbox.waiting(50)).map(
    ({ key, message }) => `${message.replaces === null ? '' : 'again: '}${key}`,
  );

describe('whoever covers for somebody away', () => {
  it('learns in the card they have that it is for longer, not in a second one', async () => {
    const ports = council();
    await sayAway(ports, { by: 'ann', until: '2020-10-12' });
    const first = `bob|${cycle}|Hand-over|ann|2020-10-12`;
    const set = { state: 'Sent', activity: 'card', conversation: 'chat' };
    await own.outbox.settle([
      { key: first, changes: [{ register: 'notifications', key: first, set }] },
    ]);
    ports.replica.lay(await own.outbox.pending(100));
    await sayAway(ports, { by: 'ann', until: '2020-10-14' });
    await sayAway(ports, { by: 'ann', until: '2020-10-20' });
    expect(await messages()).toEqual([
      `again: ${first}|until 2020-10-14`,
      `again: ${first}|until 2020-10-20`,
    ]);
  });

  it('is told of a measure that somebody is named for while they are away', async () => {
    const ports = council();
    await notMine(ports, { by: 'ann', return: `${measure}|2020-21 Q2`, because: 'It moved.' });
    await nameOwner(ports, { by: 'head', cycle, measure, owner: 'cat' });
    expect(await messages()).toEqual([
      `head|${cycle}|Hand-over|ann|2020-10-05`,
      `bob|${cycle}|Hand-over|cat|2020-10-05`,
    ]);
    expect(ports.replica.registers().returns.get(`${measure}|2020-21 Q2`)?.owner).toBe('cat');
  });
});
