// Which right is asked for where that depends on what is cleared, signed or done: each has its own line in
// the table.
import type { Return } from '../registers/returns.ts';
import type { EscalationAct } from './escalations-may.ts';
import type { Clearance } from './paper-stages.ts';
import type { PlainAction } from './rights.ts';
import type { Action } from './rights-table.ts';
import type { Signed } from './sign-off.ts';
import { asksForTarget } from './targets-due.ts';

/** What a return asks for is a year's target, or an answer. */
export const answering = (asked: Pick<Return, 'kind'>) =>
  asksForTarget(asked) ? 'propose a target' : 'answer a return';

/** What the portfolio holder has agreed is recorded by the performance team: councillors do not sign in. */
export const clearing = {
  finance: 'clear a paper for finance',
  legal: 'clear a paper for legal',
  portfolio: 'record the portfolio holder’s clearance',
} as const satisfies { readonly [C in Clearance]: PlainAction };

/** A directorate’s quarter by its director; where no directorate is named it is the plan’s finance. */
export const signing = ({ directorate }: Pick<Signed, 'directorate'>) =>
  directorate === null ? 'sign a plan’s finance' : 'sign a directorate’s quarter';

/** By what is done about an escalation. */
export const escalating = {
  acknowledge: 'acknowledge an escalation',
  ask: 'ask about an escalation',
  reply: 'answer a question about an escalation',
  'require plan': 'require a recovery plan',
  'give plan': 'give a recovery plan',
  accept: 'accept that nothing further is done',
  'offer support': 'offer support',
} as const satisfies { readonly [A in EscalationAct]: Action };
