// Which right each verb of a card asks for. A verb that is not here does not compile; whether its presser has
// the right is asked by its use case, of what the press is about.
import type { Action } from '../../src/rules/rights-table.ts';
import type { Verb } from '../cards/adaptive-card.ts';

const look = 'use the tab and the chat';
const answering = 'answer a return';
const proposing = 'propose a target';
const endorsing = 'endorse a target or send it back';
const approving = 'approve a return or send it back';

/** Several where what is pressed decides. */
export const verbRights = {
  start: look,
  owed: look,
  open: answering,
  correct: answering,
  keep: answering,
  answer: answering,
  confirm: answering,
  'confirm-figure': answering,
  'no-data': answering,
  report: answering,
  'no-news': answering,
  'keep-line': answering,
  target: proposing,
  'no-target': proposing,
  'baseline-year': proposing,
  targets: look,
  endorse: endorsing,
  'send-target-back': endorsing,
  approve: approving,
  review: approving,
  'send-back': approving,
  sign: ['sign a directorate’s quarter', 'sign a plan’s finance'],
  acknowledge: 'acknowledge what is missing from a cycle',
  seen: 'acknowledge an escalation',
  escalations: look,
  escalation: 'see an escalation',
  ask: 'ask about an escalation',
  reply: 'answer a question about an escalation',
  'require-plan': 'require a recovery plan',
  'give-plan': 'give a recovery plan',
  accept: 'accept that nothing further is done',
  'offer-support': 'offer support',
  away: 'say when they are away',
  back: 'say when they are away',
  'not-mine': 'let go of a line',
  'name-owner': 'name an owner',
} as const satisfies { readonly [V in Verb]: Action | readonly Action[] };
