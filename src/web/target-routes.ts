// The addresses of targets, for SMT and the performance team: what waits, and each step taken, one or many.
// Who may take a step is worked out by the use case for each target, whatever the page showed.
import type { Response, Router } from 'express';
import { z } from 'zod';
import { agreeTargets } from '../use-cases/agree-target.ts';
import { changeTarget } from '../use-cases/change-target.ts';
import type { TargetLeft, TargetsDecided } from '../use-cases/decide-targets.ts';
import { endorseTargets, sendTargetBack } from '../use-cases/endorse-target.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Refused } from '../use-cases/refused.ts';
import { setTarget } from '../use-cases/set-target.ts';
import type { TargetsChanged } from './api-targets.ts';
import { parsed } from './parsed.ts';
import { type Addresses, addresses } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { targetsView } from './targets-view.ts';
import { answerTrouble } from './trouble.ts';
import { counted, refusedStatus, refusedWords } from './words.ts';

const key = z.string().min(1).max(255);
const seen = z.strictObject({ target: key, revision: z.number().int().min(0).max(10_000) });
const many = z.array(seen).min(1).max(1_000);
const words = z.string().max(10_000);
const short = z.string().max(200);
const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('target'), value: short, low: short, high: short }),
  z.strictObject({ kind: z.literal('no target'), because: words }),
  z.strictObject({ kind: z.literal('baseline year'), because: words }),
]);
const shapes = {
  asked: z.object({ plan: key.optional() }),
  endorse: z.strictObject({ targets: many }),
  sendBack: z.strictObject({ ...seen.shape, because: words }),
  agree: z.strictObject({ targets: many, decision: z.string().max(255), because: words }),
  propose: z.strictObject({ return: key, revision: seen.shape.revision, answer }),
  change: z.strictObject({
    measure: key,
    from: short,
    answer,
    decision: z.string().max(255),
    because: words,
  }),
};

export const targetRoutes = (ports: Ports): Router => {
  const routes = addresses(ports);
  routes.get('/targets', (request, response) => {
    const asked = parsed(shapes.asked, request.query, response);
    if (!asked) return;
    const view = targetsView(ports, personAsking(ports, response), asked.plan);
    if (view) response.json(view);
    else answerTrouble(response, 404, 'No plan has been loaded yet.');
  });
  stepRoutes(ports, routes);
  ownerRoutes(ports, routes);
  return routes.router;
};

const stepRoutes = (ports: Ports, routes: Addresses): void => {
  const by = (response: Response) => personAsking(ports, response).key;
  routes.post('/targets/endorse', async (request, response) => {
    const asked = parsed(shapes.endorse, request.body ?? {}, response);
    if (!asked) return;
    const done = await endorseTargets(ports, { by: by(response), source: 'tab', ...asked });
    decided(response, done, 'endorsed');
  });
  routes.post('/targets/send-back', async (request, response) => {
    const asked = parsed(shapes.sendBack, request.body ?? {}, response);
    if (!asked) return;
    const done = await sendTargetBack(ports, { by: by(response), source: 'tab', ...asked });
    decided(response, done, 'sent back');
  });
  routes.post('/targets/agree', async (request, response) => {
    const asked = parsed(shapes.agree, request.body ?? {}, response);
    if (!asked) return;
    const done = await agreeTargets(ports, { by: by(response), ...asked });
    decided(response, done, 'agreed');
  });
};

const ownerRoutes = (ports: Ports, routes: Addresses): void => {
  const by = (response: Response) => personAsking(ports, response).key;
  routes.post('/targets/propose', async (request, response) => {
    const asked = parsed(shapes.propose, request.body ?? {}, response);
    if (!asked) return;
    const done = await setTarget(ports, { by: by(response), source: 'tab', ...asked });
    if (done.outcome === 'refused') return refusedTo(response, done);
    response.json({ words: 'Proposed. Its director endorses it next.', did: true });
  });
  routes.post('/targets/change', async (request, response) => {
    const asked = parsed(shapes.change, request.body ?? {}, response);
    if (!asked) return;
    const done = await changeTarget(ports, { by: by(response), ...asked });
    if (done.outcome === 'refused') return refusedTo(response, done);
    response.json({
      words: 'Changed, by the decision named. It rates from that day on.',
      did: true,
    });
  });
};

/** 'not endorsed' and the like, where nothing at all was done, is a refusal; else it is said beside it. */
const decided = (response: Response, result: TargetsDecided | Refused, what: string): void => {
  if (result.outcome === 'refused') return refusedTo(response, result);
  const did = result.done.length;
  const first = result.left[0];
  if (did + result.already.length === 0 && first !== undefined)
    return answerTrouble(response, leftStatus(first.because), leftWords[first.because]);
  const said = [
    ...(did > 0 ? [`${counted(did, 'target')} ${what}.`] : []),
    ...(result.already.length > 0
      ? [`${counted(result.already.length, 'target was', 'targets were')} ${what} already.`]
      : []),
    ...[...Map.groupBy(result.left, ({ because }) => because)].map(
      ([because, some]) => `${some.length} left as before: ${leftWords[because]}`,
    ),
  ];
  response.json({ words: said.join(' '), did: did > 0 } satisfies TargetsChanged);
};

const leftWords: { readonly [L in TargetLeft]: string } = {
  gone: 'There is no such target any more.',
  'changed meanwhile': 'It was changed meanwhile. Look at it as it stands now.',
  'not yours': 'It is not yours to endorse. Nobody endorses what they proposed themselves.',
  'not endorsed': 'No director has endorsed it yet. Say why it is agreed all the same.',
  'agreed already': 'It is agreed, and changes by a decision alone.',
  'sent back already': 'It was sent back, and waits to be proposed again.',
};

const leftStatus = (because: TargetLeft): 403 | 404 | 409 | 422 => {
  if (because === 'not yours') return 403;
  if (because === 'gone') return 404;
  return because === 'not endorsed' ? 422 : 409;
};

const refusedTo = (response: Response, refused: Refused): void =>
  answerTrouble(response, refusedStatus(refused), wordsOf(refused));

/** Where the words for every screen speak of a cycle or of a figure. */
const wordsOf = (refused: Refused): string => {
  if (refused.reason === 'no reason given') return 'Give a reason. It is kept with the target.';
  if (refused.reason === 'wrong state')
    return `This is ${refused.state.toLowerCase()}, so nothing was changed.`;
  return refusedWords(refused);
};
