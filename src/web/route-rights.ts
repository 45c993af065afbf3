// Which right each address of the tab's API asks for. An address that is not here does not compile where it
// is served (rights-door.ts), and an app that serves one all the same does not start.
import type { Action } from '../rules/rights-table.ts';

/** Several where what is pressed decides: each is asked for by its use case. */
export type RightAsked = Action | readonly Action[];

const look = 'use the tab and the chat';
const answering = 'approve a return or send it back';
const endorsing = 'endorse a target or send it back';

/** A right in nothing is asked for at the door, any other where it is known what it is about. */
export const routeRights = {
  'GET /me': look,
  'GET /my-work': look,
  'GET /plan': look,
  'GET /plan/work': look,
  'GET /thread': look,
  'GET /measures/:key': 'read a row',
  'GET /measures/:key/benchmarks': 'read a row',
  'POST /measures/:key/rebase': 'begin control limits again',
  'GET /history': 'read a row',
  'GET /registers': look,
  'GET /registers/:name': look,
  'GET /registers/:name/file': 'take registers out as files',
  'POST /import/preview': 'take a file in',
  'POST /import/take': 'take a file in',
  'GET /cycle': 'see a cycle and its messages',
  'GET /cycles/:key/messages': 'see a cycle and its messages',
  'GET /cycles/:key/opening': 'see a cycle and its messages',
  'POST /cycles/:key/open': 'run a cycle',
  'POST /cycles/:key/close': 'run a cycle',
  'POST /cycles/:key/withdraw': 'run a cycle',
  'POST /cycles/:key/suspend': 'run a cycle',
  'POST /cycles/:key/resume': 'run a cycle',
  'POST /cycles/:key/nudge/preview': 'run a cycle',
  'POST /cycles/:key/nudge': 'run a cycle',
  'POST /cycles/:key/cancel-sends': 'run a cycle',
  'POST /cycles/:key/deliver-again': 'run a cycle',
  'GET /hand-over/people': 'name an owner',
  'POST /hand-over/name': 'name an owner',
  'GET /targets': 'weigh targets',
  'POST /targets/endorse': endorsing,
  'POST /targets/send-back': endorsing,
  'POST /targets/agree': 'agree a target',
  'POST /targets/propose': 'propose a target',
  'POST /targets/change': 'change a target by a decision',
  'GET /sign-off': look,
  'POST /sign-off/approve': answering,
  'POST /sign-off/send-back': answering,
  'POST /sign-off/sign': ['sign a directorate’s quarter', 'sign a plan’s finance'],
  'POST /sign-off/verify': 'record a verification',
  'POST /sign-off/change': 'change a figure after the close',
  'GET /escalations': look,
  'POST /escalations/:key/acknowledge': 'acknowledge an escalation',
  'POST /escalations/:key/ask': 'ask about an escalation',
  'POST /escalations/:key/reply': 'answer a question about an escalation',
  'POST /escalations/:key/require-plan': 'require a recovery plan',
  'POST /escalations/:key/give-plan': 'give a recovery plan',
  'POST /escalations/:key/accept': 'accept that nothing further is done',
  'POST /escalations/:key/offer-support': 'offer support',
  'GET /papers': look,
  'GET /papers/one': look,
  'GET /papers/file': [look, 'read the confidential part of a paper'],
  'POST /papers/clear': [
    'clear a paper for finance',
    'clear a paper for legal',
    'record the portfolio holder’s clearance',
  ],
  'POST /papers/words': 'change the words of a paper',
  'POST /papers/issue': 'issue a paper',
  'POST /papers/release': 'release a hold',
} as const satisfies { readonly [route: `${'GET' | 'POST'} /${string}`]: RightAsked };

/** Under /api; `:key` and the like stand for one part of the path. */
export type Route = keyof typeof routeRights;
