// People: who is asked, who is told, and how the bot reaches them. A person is known by tenant and
// object id, never by name or e-mail.
import { date, keys, type RowOf, register, text, title } from './register.ts';

export const personRoles = [
  'owner',
  'manager',
  'SMT',
  'performance team',
  'section 151 officer',
  'monitoring officer',
] as const;
export type PersonRole = (typeof personRoles)[number];

export const people = register({
  list: 'People',
  row: 'a person or post',
  keyIs: 'person code',
  busy: true,
  columns: {
    title: title('Name'),
    objectId: text('Entra object id', { required: true, indexed: true }),
    upn: text('User principal name', { indexed: true }),
    roles: keys('Roles', {
      note: 'owner, manager, SMT, performance team, section 151 officer, monitoring officer: one to a line.',
    }),
    team: text('Team', { indexed: true, pointsAt: 'Teams' }),
    manager: text('Manager', { pointsAt: 'People' }),
    deputy: text('Deputy', { pointsAt: 'People' }),
    awayUntil: date('Away until', { note: 'Until then the deputy is asked.' }),
    workingDays: text('Working days', {
      note: 'Such as Mon Tue Wed: on other days nothing is sent. Blank is Monday to Friday.',
    }),
    leftOn: date('Left on', { note: 'From then on their manager is asked to name another.' }),
    conversation: text('Teams conversation', { note: 'Filled in by the bot.' }),
    serviceUrl: text('Teams service', { note: 'Filled in by the bot.' }),
  },
  views: [
    {
      name: 'Away',
      columns: ['title', 'team', 'deputy', 'awayUntil'],
      where: [{ column: 'awayUntil', blank: false }],
      sort: [{ by: 'awayUntil' }],
    },
  ],
});
export type Person = RowOf<typeof people>;
