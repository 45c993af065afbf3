// A press of each verb that changes as little as it can: it goes as far as the right and no further than what
// was typed. A table, so that a new verb does not compile without one.
import type { Verb } from '../../bot/cards/adaptive-card.ts';
import { markOf } from '../../src/rules/escalations-wanted.ts';
import { cycle, directorates, numbers, period, type Thing } from '../web/rights-council.ts';

type Asks = (thing: Thing) => object;

const due = (thing: Thing) => `plan|${numbers[thing]}|${period}`;
const answered = (thing: Thing) => `plan|a${numbers[thing]}|${period}`;
const target = (thing: Thing) => `plan|${numbers[thing]}|2020-04-01`;
const mark = (thing: Thing) => markOf(`red|Measures: plan|${numbers[thing]}`);
const asked = (thing: Thing) => markOf(`red|Measures: plan|${numbers[thing]}|asked|1`);
const stale = 7;

const figure: Asks = (thing) => ({
  cycle,
  return: due(thing),
  revision: stale,
  value: '5',
  finality: 'final',
});
const proposed: Asks = (thing) => ({
  cycle,
  return: `plan|${numbers[thing]}|2020-21 target`,
  revision: stale,
  because: 'x',
});
const reported: Asks = (thing) => ({
  cycle,
  return: `plan|l${numbers[thing]}|${period}`,
  revision: stale,
});

export const presses: { readonly [V in Verb]: readonly Asks[] } = {
  start: [() => ({ cycle })],
  owed: [() => ({})],
  open: [(thing) => ({ cycle, return: due(thing) })],
  correct: [(thing) => ({ cycle, return: due(thing) })],
  keep: [(thing) => ({ ...figure(thing), value: '' })],
  answer: [figure],
  confirm: [(thing) => ({ ...figure(thing), right: 'It is.' })],
  'confirm-figure': [figure],
  'no-data': [(thing) => ({ ...figure(thing), until: '2020-11-04', because: 'Late' })],
  report: [reported],
  'no-news': [reported],
  'keep-line': [reported],
  target: [(thing) => ({ ...proposed(thing), value: '5' })],
  'no-target': [proposed],
  'baseline-year': [proposed],
  targets: [() => ({ cycle })],
  endorse: [() => ({ cycle, seen: 'nothing' })],
  'send-target-back': [(thing) => ({ cycle, target: `0 ${target(thing)}`, because: 'x' })],
  approve: [(thing) => ({ cycle, return: answered(thing), revision: stale, shown: '' })],
  review: [(thing) => ({ cycle, return: answered(thing), remarks: '' })],
  'send-back': [(thing) => ({ cycle, return: answered(thing), revision: stale, because: 'x' })],
  sign: [
    (thing) => ({ cycle, directorate: directorates[thing], remarks: '', return: '' }),
    () => ({ cycle, directorate: '', remarks: '', return: '' }),
  ],
  acknowledge: [(thing) => ({ cycle, level: thing === 'theirs' ? 'SMT' : 'manager' })],
  seen: [(thing) => ({ shown: mark(thing), from: 'one' })],
  escalations: [() => ({})],
  escalation: [(thing) => ({ escalation: mark(thing), form: 'ask' })],
  ask: [(thing) => ({ escalation: mark(thing), asked: 0, question: '' })],
  reply: [(thing) => ({ escalation: mark(thing), question: asked(thing), answer: '' })],
  'require-plan': [(thing) => ({ escalation: mark(thing), required: 0, dueOn: '', because: '' })],
  'give-plan': [(thing) => ({ escalation: mark(thing), required: 0, what: '', dueOn: '' })],
  accept: [(thing) => ({ escalation: mark(thing), because: '' })],
  'offer-support': [(thing) => ({ escalation: mark(thing), support: '', on: '' })],
  away: [() => ({ until: '' })],
  back: [() => ({})],
  'not-mine': [(thing) => ({ cycle, return: due(thing), because: '' })],
  'name-owner': [(thing) => ({ cycle, measure: `plan|${numbers[thing]}`, owner: 'left' })],
};
