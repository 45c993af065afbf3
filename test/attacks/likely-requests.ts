// What the tab and the cards really send, with real keys: what a mutation begins from, so that it gets past
// the first check and not only to it. An address or a button with none here is tried with made-up fields.
import type { RealRoute } from './real-routes.ts';

const cycle = 'operating-plan-2020-21|2020-21 Q2';
const plan = 'operating-plan-2020-21';
const measure = `${plan}|COM 9`;
const asked = `${measure}|2020-21 Q2`;
const paper = `${cycle}|SMT`;
const mark = '0123456789abcdef';

type Fields = Readonly<Record<string, unknown>>;
const answer = {
  v: 1,
  cycle,
  return: asked,
  revision: 0,
  value: '281',
  finality: 'final',
  commentary: 'Two teams were short of staff.',
  action: 'Recruit.',
  actionBy: '2020-12-01',
};
const target = { v: 1, cycle, return: asked, revision: 0, value: '90', low: '', high: '' };
const report = { v: 1, cycle, return: asked, revision: 0, commentary: 'On course.' };

/** By the verb of the button. */
export const likelyPresses: Readonly<Record<string, Fields>> = {
  start: { v: 1, cycle },
  owed: { v: 1 },
  open: { v: 1, return: asked },
  correct: { v: 1, cycle, return: asked },
  answer,
  confirm: { ...answer, right: 'It is.' },
  keep: { ...answer, to: 'later' },
  'no-data': { v: 1, cycle, return: asked, revision: 0, until: '2020-11-04', because: 'Late.' },
  'confirm-figure': answer,
  report,
  'no-news': report,
  'keep-line': report,
  target,
  'no-target': { ...target, because: 'None is set.' },
  'baseline-year': { ...target, because: 'The first year.' },
  targets: { v: 1, cycle },
  endorse: { v: 1, cycle, seen: 'none' },
  'send-target-back': { v: 1, cycle, target: measure, because: 'Too low.' },
  approve: { v: 1, cycle, return: asked, revision: 0, shown: '1' },
  review: { v: 1, cycle, return: asked, remarks: '' },
  'send-back': { v: 1, cycle, return: asked, revision: 0, because: 'Look again.' },
  sign: { v: 1, cycle, directorate: 'Housing', remarks: '', return: '' },
  acknowledge: { v: 1, cycle, level: 'manager' },
  escalations: { v: 1 },
  escalation: { v: 1, escalation: mark, form: 'ask' },
  seen: { v: 1, shown: mark, from: 'all' },
  ask: { v: 1, escalation: mark, asked: 0, question: 'Why?' },
  reply: { v: 1, escalation: mark, question: mark, answer: 'So.' },
  'require-plan': { v: 1, escalation: mark, required: 0, dueOn: '2020-12-01', because: 'Red.' },
  'give-plan': { v: 1, escalation: mark, required: 0, what: 'More staff.', dueOn: '2020-12-01' },
  accept: { v: 1, escalation: mark, because: 'Known.' },
  'offer-support': { v: 1, escalation: mark, support: 'A day.', on: '2020-12-01' },
  away: { v: 1, until: '2020-10-20' },
  back: { v: 1 },
  'not-mine': { v: 1, cycle, return: asked, because: 'It moved.' },
  'name-owner': { v: 1, cycle, measure, owner: 'p-repairs' },
};

const seen = { target: `${measure}|2020-04-01`, revision: 0 };
const likelyBodies: Readonly<Record<string, Fields>> = {
  rebase: { period: '2019-20 Q1', because: 'A new system.' },
  open: {},
  withdraw: { because: 'A mistake.' },
  suspend: { decision: 'None' },
  preview: { people: ['p-voids'] },
  nudge: { people: ['p-voids'], agreed: [{ person: 'p-voids', returns: [asked] }] },
  'cancel-sends': { because: 'Too many.' },
  'deliver-again': { messages: [`p-voids|${cycle}|Opening`] },
  endorse: { targets: [seen] },
  agree: { targets: [seen], decision: '', because: '' },
  propose: {
    return: asked,
    revision: 0,
    answer: { kind: 'target', value: '9', low: '', high: '' },
  },
  change: { return: asked, revision: 0, because: 'A slip.', value: '4' },
  approve: { returns: [{ return: asked, revision: 0 }] },
  'send-back': { return: asked, revision: 0, because: 'Look again.' },
  sign: { cycle, directorate: null, remarks: '' },
  verify: { verification: asked, was: '', outcome: 'Confirmed', evidence: '', remarks: '' },
  acknowledge: {},
  ask: { question: 'Why?', asked: 0 },
  reply: { question: mark, answer: 'So.' },
  'require-plan': { dueOn: '2020-12-01', because: 'Red.', required: 0 },
  'give-plan': { what: 'More.', owner: 'p-voids', dueOn: '2020-12-01', required: 0 },
  accept: { because: 'Known.' },
  'offer-support': { support: 'A day.', on: '2020-12-01' },
  clear: { paper, clearance: 'legal' },
  words: { paper, line: 'summary', was: 0, words: 'All is well.', because: 'Clearer.' },
  issue: { paper },
  release: { hold: 'None', because: 'Over.' },
};

/** By the end of the address; made-up fields where it is a new one. */
export const likelyBody = ({ path }: RealRoute): Fields =>
  likelyBodies[path.split('/').at(-1) ?? ''] ?? { cycle, return: asked, because: 'So.' };

export const likelyQuery: Fields = {
  plan,
  team: 't-housing',
  quarter: '2020-21 Q2',
  cycle,
  paper,
  register: 'measures',
  key: measure,
  line: `Measures: ${measure}`,
  as: 'csv',
  search: 'homes',
  page: '1',
  oldest: '3',
  q: 'Jo',
};

/** Keys there are, for an address that names a thing. */
export const likelyKeys = [cycle, measure, asked, 'people', 'returns', 'registers', mark] as const;
