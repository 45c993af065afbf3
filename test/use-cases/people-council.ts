// A team with its manager, deputies and two measures due, for tests of who answers.
import type { Row } from '../../src/registers/registers.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';

export const cycle = 'plan|2020-21 Q2';
export const today = Temporal.PlainDate.from('2020-10-05');
const due = (code: string, owner: string): Partial<Row<'returns'>> => ({
  measure: `plan|${code}`,
  period: '2020-21 Q2',
  cycle,
  owner,
  state: 'Due',
});
/** Over the Outbox given. Everybody here has had their opening card, but for Cat. */
export const peopleOver = (
  outbox: Outbox,
  people: { readonly [person: string]: Partial<Row<'people'>> } = {},
): Ports =>
  councilWith(
    outbox,
    registersOf({
      teams: [{ key: 'team', manager: 'head' }],
      people: [
        { key: 'ann', objectId: 'a', team: 'team', deputy: 'bob', title: 'Head of Voids' },
        { key: 'bob', objectId: 'b', team: 'team' },
        { key: 'cat', objectId: 'c', team: 'team' },
        { key: 'head', objectId: 'h', team: 'team', roles: ['manager'], deputy: 'second' },
        { key: 'second', objectId: 's' },
        { key: 'perf', objectId: 'p', roles: ['performance team'] },
      ].map((each) => ({ ...each, ...people[each.key] })),
      measures: [
        { code: '1', owner: 'ann' },
        { code: '2', owner: 'ann' },
      ],
      cycles: [{}],
      returns: [due('1', 'ann'), due('2', 'ann')],
      notifications: ['ann', 'bob', 'head'].map((person) => ({
        person,
        cycle,
        step: 'Opening' as const,
        activity: `card of ${person}`,
        conversation: `chat of ${person}`,
      })),
    }),
    '2020-10-05T10:00',
  ) as Ports;
