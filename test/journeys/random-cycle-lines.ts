// What is typed on the card of an action, a saving, a risk or a service in a story of any order, and what
// the lists hold of it afterwards.
import type { Said } from './random-cycle-model.ts';
import type { Way } from './random-cycle-story.ts';
import { buttons, type Card } from './seat.ts';

/** The button a question is answered with, of a figure or a line; undefined where nothing is asked. */
export const asking = (card: Card | null): Card | undefined =>
  card === null
    ? undefined
    : buttons(card).find(({ verb }) => verb === 'answer' || verb === 'report');

/** The list a return's line is in; null of a measure's. */
const listOf = (key: string): string | null =>
  /^(Actions|Savings|Risks|Teams): /.exec(key)?.[1] ?? null;
export const isLine = (key: string): boolean => listOf(key) !== null;
export const isAssurance = (key: string): boolean => listOf(key) === 'Teams';

const statements = [
  'probity',
  'control',
  'budgets',
  'risk',
  'audit',
  'statutoryDuty',
  'peopleProcesses',
];
const each = (answer: string): Said => Object.fromEntries(statements.map((name) => [name, answer]));

/** `far off` is doubted of work that goes backwards and of money; of a risk and a service it is bad news. */
const usual: { readonly [list: string]: { readonly [W in Way]: Said } } = {
  Actions: {
    'as usual': { status: 'on track', percent: '50' },
    'far off': { status: 'on track', percent: '20' },
    nothing: { status: '', percent: '' },
    'in words': { status: 'on track', percent: 'about half' },
    bare: { status: 'on track', percent: '55' },
  },
  Savings: {
    'as usual': { achieved: '10000', forecast: '90000', status: 'at risk' },
    'far off': { achieved: '1750000', forecast: '1750000', status: 'on track' },
    nothing: { achieved: '', forecast: '', status: '' },
    'in words': { achieved: 'some', forecast: 'all of it', status: 'on track' },
    bare: { achieved: '10001', forecast: '90000', status: 'on track' },
  },
  Risks: {
    'as usual': { likelihood: '2', impact: '3' },
    'far off': { likelihood: '5', impact: '5' },
    nothing: { likelihood: '', impact: '' },
    'in words': { likelihood: 'likely', impact: '3' },
    bare: { likelihood: '1', impact: '4' },
  },
  Teams: {
    'as usual': { ...each('assured'), audit: 'partly assured' },
    'far off': each('not assured'),
    nothing: each(''),
    'in words': each('quite sure'),
    bare: each('assured'),
  },
};

/** Its words go in the statement of an assurance, and in what has changed of any other. */
export const wordsField = (key: string): string => (isAssurance(key) ? 'statement' : 'commentary');

export const typedOfLine = (key: string, way: Way, count: number): Said => ({
  ...usual[listOf(key) ?? '']?.[way],
  ...(way === 'bare' ? {} : { [wordsField(key)]: `As it stands. (${count})` }),
});

/** The columns of a return that holds it. */
export const heldOfLine = (said: Said): Record<string, string> => {
  const { percent, achieved, likelihood, impact, status, statement } = said;
  const number = (typed: string | undefined) => String(Number(typed));
  return {
    ...(percent === undefined ? {} : { Value: number(percent) }),
    ...(achieved === undefined ? {} : { Value: number(achieved) }),
    ...(likelihood === undefined
      ? {}
      : { Likelihood: likelihood, Value: String(Number(likelihood) * Number(impact)) }),
    ...(status === undefined ? {} : { Status: status }),
    ...(statement === undefined ? {} : { Commentary: statement }),
  };
};
