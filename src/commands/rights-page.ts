// `npx golden-thread rights`: writes the page of rights in docs from the table that the server and the tab
// ask.
import { verbRights } from '../../bot/handlers/verb-rights.ts';
import {
  type Action,
  actions,
  bars,
  parts,
  type Right,
  type Role,
  rights,
  roles,
} from '../rules/rights-table.ts';
import { type RightAsked, routeRights } from '../web/route-rights.ts';

/** The whole page, in Markdown. */
export const rightsPage = (): string =>
  [
    '# Who may do what',
    '',
    'Made from `src/rules/rights-table.ts` by `npx golden-thread rights`: change that, not this page. The server asks the same table at every action, and the tab offers what it gives.',
    '',
    ...reading,
    ...parts.flatMap((part) => grid(part)),
    ...asking,
    ...open,
    '',
  ].join('\n');

const reading = [
  'Who somebody is comes from the registers People and Teams, at the moment they act; a card, a page or an address carries no right. **Anybody in People** is whoever signs in with an account of the council and is on People. **Director** is SMT with a directorate, **SMT** is SMT without one, as a chief executive. **Stands in** is whoever deputises for another, or covers for somebody who is away that day; nobody stands in for the performance team, which is several people. A person has every right that any of what they are gives, and a dash is no.',
  '',
  'Refused at the door, whatever they ask for: nobody signed in, an account of another council, an account that is not on People, and whoever has left by the date in People.',
];

const named: { readonly [R in Role]: string } = {
  'in People': 'Anybody in People',
  owner: 'Owner',
  manager: 'Manager',
  director: 'Director',
  SMT: 'SMT',
  'performance team': 'Performance team',
  'section 151 officer': 'Section 151 officer',
  'monitoring officer': 'Monitoring officer',
  deputy: 'Stands in',
};

const grid = (part: Right['part']): readonly string[] => [
  '',
  `## ${part}`,
  '',
  row(['May', ...roles.map((role) => named[role]), 'But never']),
  row(['May', ...roles, 'But never'].map(() => '---')),
  ...actions.filter((action) => rights[action].part === part).map(line),
];

const line = (action: Action): string => {
  const { cells, never = [] }: Right = rights[action];
  const isEverybodys = cells['in People'] === 'yes';
  return row([
    action,
    ...roles.map((role) => (isEverybodys ? 'yes' : (cells[role] ?? '–'))),
    never.map((bar) => bars[bar]).join('; '),
  ]);
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const asksFor = (action: Action, asked: { readonly [name: string]: RightAsked }): string =>
  Object.entries(asked)
    .filter(([, right]) => (typeof right === 'string' ? right === action : right.includes(action)))
    .map(([name]) => `\`${name}\``)
    .join(', ');

const asking = [
  '',
  '## What asks for which',
  '',
  'Addresses are under `/api`; verbs are those of a button on a card. Where neither is named, the right decides what a page, a card or a command shows or takes.',
  '',
  row(['Right', 'Addresses', 'Verbs']),
  row(['---', '---', '---']),
  ...actions.map((action) =>
    row([action, asksFor(action, routeRights), asksFor(action, verbRights)]),
  ),
];

const open = [
  '',
  '## Addresses that ask for no person',
  '',
  row(['Address', 'Who may, and what it gives']),
  row(['---', '---']),
  row(['`/health` and what is under it', 'Anybody. Whether the app is well, without names.']),
  row([
    '`/tab` and what is under it',
    'Anybody. The files of the tab, without the council’s data.',
  ]),
  row(['`/consent`', 'Anybody. What the app asks Microsoft 365 for, and why.']),
  row([
    '`/api/messages`',
    'The bot channel, by its own token; the person is who Teams says pressed, and the verbs above are theirs to press.',
  ]),
  row([
    '`/api/notifications`',
    'Anybody. What is said there is believed of nobody: at most a list is asked whether it changed.',
  ]),
];
