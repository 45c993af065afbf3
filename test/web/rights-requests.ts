// A request to each address that changes as little as it can: it goes as far as the right and no further than
// what was typed. A table, so that a new address does not compile without one.
import { type Route, routeRights } from '../../src/web/route-rights.ts';
import { cycle, directorates, numbers, period, type Thing } from './rights-council.ts';

export type Request = { readonly path: string; readonly body?: unknown };
type Asks = (thing: Thing) => Request;

const plain =
  (path: string, body: unknown = {}): Asks =>
  () => ({ path, body });
const ofCycle = (what: string, body: unknown = {}) => plain(`/cycles/nowhere/${what}`, body);
const escalation =
  (what: string, body: unknown): Asks =>
  (thing) => ({
    path: `/escalations/${encodeURIComponent(`red|Measures: plan|${numbers[thing]}`)}/${what}`,
    body,
  });
const line = (thing: Thing) => `plan|${numbers[thing]}`;
const exempt = (thing: Thing) => `plan|x${numbers[thing]}`;
const answered = (thing: Thing) => `plan|a${numbers[thing]}|${period}`;
const target = (thing: Thing) => `plan|${numbers[thing]}|2020-04-01`;
const path = encodeURIComponent;
const stale = 7;
const nothingTyped = { because: '' };

export const requests: { readonly [R in Route]: readonly Asks[] } = {
  'GET /me': [plain('/me')],
  'GET /my-work': [plain('/my-work')],
  'GET /plan': [plain('/plan')],
  'GET /plan/work': [plain('/plan/work')],
  'GET /thread': [plain('/thread')],
  'GET /measures/:key': [(thing) => ({ path: `/measures/${path(exempt(thing))}` })],
  'GET /measures/:key/benchmarks': [
    (thing) => ({ path: `/measures/${path(exempt(thing))}/benchmarks` }),
  ],
  'POST /measures/:key/rebase': [
    (thing) => ({
      path: `/measures/${path(line(thing))}/rebase`,
      body: { period, ...nothingTyped },
    }),
  ],
  'GET /history': [(thing) => ({ path: `/history?register=Measures&key=${path(exempt(thing))}` })],
  'GET /registers': [plain('/registers')],
  'GET /registers/:name': [plain('/registers/measures')],
  'GET /registers/:name/file': [plain('/registers/measures/file?as=csv')],
  'POST /import/preview': [plain('/import/preview?file=a.csv&plan=plan', '')],
  'POST /import/take': [plain('/import/take?file=a.csv&plan=plan&fingerprint=1', '')],
  'GET /cycle': [plain('/cycle')],
  'GET /cycles/:key/messages': [plain(`/cycles/${path(cycle)}/messages`)],
  'GET /cycles/:key/opening': [plain(`/cycles/${path(cycle)}/opening`)],
  'POST /cycles/:key/open': [ofCycle('open')],
  'POST /cycles/:key/close': [ofCycle('close')],
  'POST /cycles/:key/withdraw': [ofCycle('withdraw', nothingTyped)],
  'POST /cycles/:key/suspend': [ofCycle('suspend', { decision: '' })],
  'POST /cycles/:key/resume': [ofCycle('resume')],
  'POST /cycles/:key/nudge/preview': [ofCycle('nudge/preview', { people: ['owner'] })],
  'POST /cycles/:key/nudge': [ofCycle('nudge', { people: ['owner'], agreed: [] })],
  'POST /cycles/:key/cancel-sends': [ofCycle('cancel-sends', nothingTyped)],
  'POST /cycles/:key/deliver-again': [ofCycle('deliver-again', { messages: ['m'] })],
  'GET /hand-over/people': [(thing) => ({ path: `/hand-over/people?line=${path(line(thing))}` })],
  'POST /hand-over/name': [
    (thing) => ({ path: '/hand-over/name', body: { line: line(thing), who: { person: 'left' } } }),
  ],
  'GET /targets': [plain('/targets')],
  'POST /targets/endorse': [
    (thing) => ({
      path: '/targets/endorse',
      body: { targets: [{ target: target(thing), revision: 0 }] },
    }),
  ],
  'POST /targets/send-back': [
    (thing) => ({
      path: '/targets/send-back',
      body: { target: target(thing), revision: 0, because: 'Look again.' },
    }),
  ],
  'POST /targets/agree': [
    (thing) => ({
      path: '/targets/agree',
      body: { targets: [{ target: target(thing), revision: 0 }], decision: '', because: '' },
    }),
  ],
  'POST /targets/propose': [
    (thing) => ({
      path: '/targets/propose',
      body: {
        return: `plan|${numbers[thing]}|2020-21 target`,
        revision: stale,
        answer: { kind: 'no target', because: '' },
      },
    }),
  ],
  'POST /targets/change': [
    (thing) => ({
      path: '/targets/change',
      body: {
        measure: line(thing),
        from: '',
        answer: { kind: 'no target', because: '' },
        decision: '',
        because: '',
      },
    }),
  ],
  'GET /sign-off': [plain('/sign-off')],
  'POST /sign-off/approve': [
    (thing) => ({
      path: '/sign-off/approve',
      body: { returns: [{ return: answered(thing), revision: stale }] },
    }),
  ],
  'POST /sign-off/send-back': [
    (thing) => ({
      path: '/sign-off/send-back',
      body: { return: answered(thing), revision: stale, because: 'Look again.' },
    }),
  ],
  'POST /sign-off/sign': [
    (thing) => ({
      path: '/sign-off/sign',
      body: { cycle, directorate: directorates[thing], remarks: '' },
    }),
    plain('/sign-off/sign', { cycle, directorate: null, remarks: '' }),
  ],
  'POST /sign-off/verify': [
    (thing) => ({
      path: '/sign-off/verify',
      body: {
        verification: `check|${numbers[thing]}`,
        was: 'otherwise',
        outcome: 'borne out',
        evidence: '',
        remarks: '',
      },
    }),
  ],
  'POST /sign-off/change': [
    (thing) => ({
      path: '/sign-off/change',
      body: { return: answered(thing), revision: stale, because: '' },
    }),
  ],
  'GET /escalations': [plain('/escalations')],
  'POST /escalations/:key/acknowledge': [escalation('acknowledge', {})],
  'POST /escalations/:key/ask': [escalation('ask', { question: '', asked: 0 })],
  'POST /escalations/:key/reply': [escalation('reply', { question: 'none', answer: '' })],
  'POST /escalations/:key/require-plan': [
    escalation('require-plan', { dueOn: '', because: '', required: 0 }),
  ],
  'POST /escalations/:key/give-plan': [
    escalation('give-plan', { what: '', owner: '', dueOn: '', required: 0 }),
  ],
  'POST /escalations/:key/accept': [escalation('accept', nothingTyped)],
  'POST /escalations/:key/offer-support': [escalation('offer-support', { support: '', on: '' })],
  'GET /papers': [plain('/papers')],
  'GET /papers/one': [plain('/papers/one?paper=nothing')],
  'GET /papers/file': [plain('/papers/file?paper=nothing&as=html')],
  'POST /papers/clear': [
    plain('/papers/clear', { paper: 'nothing', clearance: 'finance' }),
    plain('/papers/clear', { paper: 'nothing', clearance: 'legal' }),
    plain('/papers/clear', { paper: 'nothing', clearance: 'portfolio' }),
  ],
  'POST /papers/words': [
    plain('/papers/words', { paper: 'nothing', line: 'x', was: 0, words: '', because: '' }),
  ],
  'POST /papers/issue': [plain('/papers/issue', { paper: 'nothing' })],
  'POST /papers/release': [plain('/papers/release', { hold: 'nothing', because: '' })],
};

export const routes = Object.keys(routeRights) as readonly Route[];
