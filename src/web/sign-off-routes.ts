// The addresses of sign-off. Everybody may ask; each is shown what is theirs, and every press is weighed by
// its use case from the person's own key.
import type { Response, Router } from 'express';
import { z } from 'zod';
import type { Registers } from '../registers/registers.ts';
import { verificationOutcomes } from '../registers/verifications.ts';
import { aboutOf } from '../rules/about.ts';
import { askedName } from '../rules/asked-name.ts';
import { type Approved, approveReturns } from '../use-cases/approve-returns.ts';
import { changeAfterClose } from '../use-cases/change-after-close.ts';
import { orNotKept } from '../use-cases/or-not-kept.ts';
import type { Ports } from '../use-cases/ports.ts';
import { recordVerification } from '../use-cases/record-verification.ts';
import type { Refused } from '../use-cases/refused.ts';
import { sendBack } from '../use-cases/send-back.ts';
import { signDirectorate } from '../use-cases/sign-directorate.ts';
import { signFinance } from '../use-cases/sign-finance.ts';
import type { SignOffDone } from './api-sign-off.ts';
import { parsed } from './parsed.ts';
import { type Addresses, addresses } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { signOffView } from './sign-off-view.ts';
import { answerTrouble } from './trouble.ts';
import { counted, refusedStatus, refusedWords } from './words.ts';

const key = z.string().min(1).max(255);
const words = z.string().max(10_000);
const short = z.string().max(200).default('');
const revision = z.number().int().min(0).max(10_000);
const looked = z.strictObject({ return: key, revision });
const shapes = {
  view: z.object({ cycle: key.optional() }),
  approve: z.strictObject({ returns: z.array(looked).min(1).max(1_000) }),
  back: z.strictObject({ return: key, revision, because: words }),
  sign: z.strictObject({ cycle: key, directorate: z.string().max(255).nullable(), remarks: words }),
  check: z.strictObject({
    verification: key,
    was: z.string().max(100),
    outcome: z.enum(verificationOutcomes),
    evidence: words,
    remarks: words,
  }),
  change: z.strictObject({
    return: key,
    revision,
    because: words,
    value: short,
    numerator: short,
    denominator: short,
    commentary: z.string().max(10_000).default(''),
    noAction: z.string().max(10_000).default(''),
    right: z.string().max(10_000).nullable().default(null),
  }),
};

export const signOffRoutes = (ports: Ports): Router => {
  const routes = addresses(ports);
  routes.get('/sign-off', (request, response) => {
    const asked = parsed(shapes.view, request.query, response);
    if (!asked) return;
    const view = signOffView(ports, personAsking(ports, response), asked.cycle);
    if (view) response.json(view);
    else answerTrouble(response, 404, 'No cycle has been opened yet.');
  });
  approvalRoutes(ports, routes);
  signingRoutes(ports, routes);
  afterRoutes(ports, routes);
  return routes.router;
};

const byOf = (ports: Ports, response: Response): string => personAsking(ports, response).key;

const approvalRoutes = (ports: Ports, routes: Addresses): void => {
  routes.post('/sign-off/approve', async (request, response) => {
    const asked = parsed(shapes.approve, request.body ?? {}, response);
    if (!asked) return;
    const approving = { by: byOf(ports, response), source: 'tab' as const, ...asked };
    const done = await orNotKept(approveReturns(ports, approving));
    if (done.outcome === 'refused')
      return answerTrouble(response, refusedStatus(done), refusedWords(done));
    const said = approvedWords(ports.replica.registers(), done);
    const isTheirs = said.did || done.refused.some(({ why }) => refusedStatus(why) !== 403);
    if (isTheirs) response.json(said);
    else answerTrouble(response, 403, said.words);
  });
  routes.post('/sign-off/send-back', async (request, response) => {
    const asked = parsed(shapes.back, request.body ?? {}, response);
    if (!asked) return;
    const sending = { by: byOf(ports, response), source: 'tab' as const, ...asked };
    told(response, await orNotKept(sendBack(ports, sending)), ({ told: to }) => ({
      words:
        to === null
          ? 'Sent back. Nobody is there to be told: name an owner.'
          : `Sent back. ${ports.replica.registers().people.get(to)?.title ?? 'Its owner'} gets your reason in Teams.`,
      did: true,
    }));
  });
};

const signingRoutes = (ports: Ports, routes: Addresses): void => {
  routes.post('/sign-off/sign', async (request, response) => {
    const asked = parsed(shapes.sign, request.body ?? {}, response);
    if (!asked) return;
    const { cycle, directorate, remarks } = asked;
    const signing = { by: byOf(ports, response), source: 'tab' as const, cycle, remarks };
    const done = await orNotKept(
      directorate === null
        ? signFinance(ports, signing)
        : signDirectorate(ports, { ...signing, directorate }),
    );
    told(response, done, ({ outcome }) => ({
      words: outcome === 'signed' ? 'Signed, as it stands now.' : 'It was signed already.',
      did: outcome === 'signed',
    }));
  });
};

const afterRoutes = (ports: Ports, routes: Addresses): void => {
  routes.post('/sign-off/verify', async (request, response) => {
    const asked = parsed(shapes.check, request.body ?? {}, response);
    if (!asked) return;
    const recording = { by: byOf(ports, response), ...asked };
    told(response, await orNotKept(recordVerification(ports, recording)), () => ({
      words: 'Recorded.',
      did: true,
    }));
  });
  routes.post('/sign-off/change', async (request, response) => {
    const asked = parsed(shapes.change, request.body ?? {}, response);
    if (!asked) return;
    const { return: of, revision: from, because, ...typed } = asked;
    const answer = { ...notTyped, ...typed };
    const by = byOf(ports, response);
    const changing = { by, return: of, revision: from, because, answer };
    told(response, await orNotKept(changeAfterClose(ports, changing)), () => ({
      words: 'Changed. The figure says why beside itself, and the closed report stays as it was.',
      did: true,
    }));
  });
};

/** What is not asked of a figure that is changed after the close. */
const notTyped = {
  kind: 'value',
  finality: 'final',
  forecast: '',
  limits: '',
  source: '',
  action: '',
  actionOwner: '',
  actionBy: '',
  promise: '',
} as const;

/** "7 returns approved."; where some were not, why the first was not. */
const approvedWords = (registers: Registers, done: Approved): SignOffDone => {
  const count = done.approved.length + done.already.length;
  const [left] = done.refused;
  const said = count === 0 ? [] : [`${counted(count, 'return')} approved.`];
  if (left === undefined) return { words: said.join(' '), did: true };
  const asked = registers.returns.get(left.return);
  const about = asked && aboutOf(registers, asked);
  const name = asked && about ? askedName(asked, about) : 'One return';
  const more = done.refused.length - 1;
  return {
    words: [
      ...said,
      `${name}: ${refusedWords(left.why)}`,
      ...(more > 0
        ? [`${counted(more, 'other')} ${more === 1 ? 'was' : 'were'} left as well.`]
        : []),
    ].join(' '),
    did: count > 0,
  };
};

/** A refusal in words; else what was done. */
const told = <Done extends { readonly outcome: string }>(
  response: Response,
  result: Done | Refused,
  worded: (done: Done) => SignOffDone,
): void => {
  if (result.outcome === 'refused') {
    const refusal = result as Refused;
    return answerTrouble(response, refusedStatus(refusal), refusedWords(refusal));
  }
  response.json(worded(result as Done));
};
