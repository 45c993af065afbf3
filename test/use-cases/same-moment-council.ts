// A council on the day its second quarter closes, with something of everything that two may do at one moment:
// a figure due, one that waits for approval, escalations, a quarter to open and one that closed before.
import { reasonMark } from '../../src/rules/escalation-evidence-figures.ts';
import { acceptNoAction } from '../../src/use-cases/accept-no-action.ts';
import {
  acknowledgeEscalation,
  acknowledgeEscalations,
  acknowledgeListed,
} from '../../src/use-cases/acknowledge-escalations.ts';
import { approveReturns } from '../../src/use-cases/approve-returns.ts';
import { askAbout } from '../../src/use-cases/ask-about.ts';
import { changeAfterClose } from '../../src/use-cases/change-after-close.ts';
import { closeCycle } from '../../src/use-cases/close-cycle.ts';
import { notMine } from '../../src/use-cases/not-mine.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import { requirePlan } from '../../src/use-cases/require-plan.ts';
import { sayAway } from '../../src/use-cases/say-away.ts';
import { sendBack } from '../../src/use-cases/send-back.ts';
import { signDirectorate } from '../../src/use-cases/sign-directorate.ts';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { suspendCycle } from '../../src/use-cases/suspend-cycle.ts';
import { tick } from '../../src/use-cases/tick.ts';
import { withdrawCycle } from '../../src/use-cases/withdraw-cycle.ts';
import type { Rows } from '../rules/table-of.ts';
import { approvingRows, cycle, day, returnOf } from './approving-council.ts';
import type { Act } from './two-hands.ts';
import { typedAnswer } from './typed-answer.ts';

const instant = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant();
const answered = { revision: 1, returnedBy: 'ann', returnedAt: instant('2020-10-10T09:00') };
const quarter = approvingRows({
  people: { director: { deputy: 'chief' } },
  cycle: { title: 'Quarter 2', revision: 1, openedAt: instant('2020-10-01T09:00') },
  returns: {
    '2': { ...answered, state: 'Returned', value: 400, approval: 'awaiting' },
    '3': { ...answered, state: 'Returned', value: 900, noActionBecause: 'It ends.' },
  },
});
const before = 'plan|2020-21 Q1';
const next = 'plan|2020-21 Q3';
const waiting = 'plan|3|2020-21 Q1';

const red = 'red|Measures: plan|3|2020-21 Q2|director';
/** By its rule it goes on; red does not, and the next tick closes it. */
const reason = `2020-21 Q2, reason ${reasonMark('It ends.')}`;
const quiet = `quiet|Measures: plan|3|${reason}|director`;
const raised = {
  title: 'Measure 3',
  line: 'Measures: plan|3',
  period: '2020-21 Q2',
  return: returnOf('3'),
  level: 'SMT',
  person: 'director',
  owner: 'ann',
  cycle,
  raisedAt: instant('2020-10-12T09:00'),
} as const;
const missing = { cycle, level: 'manager', person: 'head', raisedAt: raised.raisedAt } as const;

export const rows: Rows = {
  ...quarter,
  plans: [{ key: 'plan' }],
  cycles: [
    ...(quarter.cycles ?? []),
    { period: '2020-21 Q3', title: 'Q3', opensOn: day('2020-10-20'), state: 'Planned' },
    { period: '2020-21 Q1', state: 'Closed', revision: 2, closedAt: instant('2020-07-21T09:00') },
  ],
  returns: [
    ...(quarter.returns ?? []),
    {
      measure: 'plan|3',
      period: '2020-21 Q1',
      cycle: before,
      owner: 'ann',
      revision: 1,
      state: 'No data until',
      noDataUntil: day('2020-10-20'),
    },
  ],
  decisions: [{ key: 'D1', title: 'Stop', decidedOn: day('2020-10-01') }],
  escalationRules: [
    { key: 'red', kind: 'red on new figures running', route: 'SMT' },
    { key: 'quiet', kind: 'no further action', route: 'director' },
  ],
  escalations: [
    { ...raised, key: red, rule: 'red' },
    { ...raised, key: quiet, rule: 'quiet', period: reason },
    { ...missing, title: 'Measure 1', return: returnOf('1') },
    // Its return has been given: the next tick closes it.
    { ...missing, title: 'Measure 2', return: returnOf('2') },
  ],
};

const source = 'tab' as const;
const acting = { by: 'director', escalation: red, source };
const looked = { return: returnOf('2'), revision: 1 };
const answer =
  (code: string, value: string, revision: number): Act =>
  (ports) =>
    submitReturn(ports, {
      by: 'ann',
      return: returnOf(code),
      revision,
      answer: typedAnswer({ value }),
    });

export const acts = {
  'a figure is given': answer('1', '400', 0),
  'another figure is given': answer('1', '300', 0),
  'its owner lets go of it': (ports) =>
    notMine(ports, { by: 'ann', return: returnOf('1'), because: 'Moved.' }),
  'an answer is approved': (ports) =>
    approveReturns(ports, { by: 'head', source, returns: [looked] }),
  'it is sent back': (ports) => sendBack(ports, { by: 'head', source, ...looked, because: 'No.' }),
  'it is given anew': answer('2', '300', 1),
  'the quarter is signed': (ports) =>
    signDirectorate(ports, {
      by: 'director',
      cycle,
      directorate: 'Housing',
      source,
      remarks: 'As it is.',
    }),
  'an escalation is acknowledged': (ports) => acknowledgeEscalation(ports, acting),
  'all of them are acknowledged': (ports) =>
    acknowledgeListed(ports, { by: 'director', source, escalations: [red, quiet] }),
  'what is missing is acknowledged': (ports) =>
    acknowledgeEscalations(ports, { by: 'head', cycle, level: 'manager' }),
  'a question is asked': (ports) => askAbout(ports, { ...acting, question: 'Why?', asked: 0 }),
  'a plan is required': (ports) =>
    requirePlan(ports, { ...acting, dueOn: '2020-12-01', because: 'It is late.', required: 0 }),
  'no action is accepted': (ports) =>
    acceptNoAction(ports, { ...acting, escalation: quiet, because: 'It is small.' }),
  'the quarter is suspended': (ports) => suspendCycle(ports, { by: 'pat', cycle, decision: 'D1' }),
  'the quarter is closed': (ports) => closeCycle(ports, { by: 'pat', cycle }),
  'the quarter is withdrawn': (ports) =>
    withdrawCycle(ports, { by: 'pat', cycle, because: 'By mistake.' }),
  'the next quarter is opened': (ports) => openCycle(ports, { by: 'pat', cycle: next }),
  'a late figure is put down': (ports) =>
    changeAfterClose(ports, {
      by: 'pat',
      return: waiting,
      revision: 1,
      because: 'It came.',
      answer: typedAnswer({ value: '450' }),
    }),
  'its director is away, and the clock ticks': async (ports) => {
    await sayAway(ports, { by: 'director', until: '2020-11-30' });
    return tick(ports);
  },
  'the clock ticks': tick,
} satisfies Record<string, Act>;
export type Doing = keyof typeof acts;

/** What touches the same rows: of each, any two may come at one moment, and one of them twice. */
export const together: readonly (readonly Doing[])[] = [
  [
    'a figure is given',
    'another figure is given',
    'its owner lets go of it',
    'the quarter is closed',
    'the quarter is withdrawn',
  ],
  [
    'an answer is approved',
    'it is sent back',
    'it is given anew',
    'the quarter is signed',
    'the clock ticks',
  ],
  [
    'an escalation is acknowledged',
    'all of them are acknowledged',
    'a question is asked',
    'a plan is required',
    'no action is accepted',
    'the clock ticks',
  ],
  [
    'what is missing is acknowledged',
    'it is sent back',
    'the quarter is withdrawn',
    'the clock ticks',
  ],
  ['the quarter is suspended', 'the quarter is closed', 'the quarter is withdrawn'],
  ['the next quarter is opened', 'a late figure is put down', 'the clock ticks'],
  ['its director is away, and the clock ticks', 'the clock ticks'],
];
