// The addresses of a cycle: its board and messages, its state, and what is sent by hand. The right is asked
// for at the door of each; every change asks the use case for it again.
import type { Response, Router } from 'express';
import { z } from 'zod';
import { cancelSends } from '../use-cases/cancel-sends.ts';
import { closeCycle } from '../use-cases/close-cycle.ts';
import { deliverAgain } from '../use-cases/deliver-again.ts';
import { nudge } from '../use-cases/nudge.ts';
import { openCycle } from '../use-cases/open-cycle.ts';
import type { Ports } from '../use-cases/ports.ts';
import { openAsShown, previewOpening } from '../use-cases/preview-opening.ts';
import { previewSends } from '../use-cases/preview-sends.ts';
import type { Refused } from '../use-cases/refused.ts';
import { resumeCycle, suspendCycle } from '../use-cases/suspend-cycle.ts';
import { withdrawCycle } from '../use-cases/withdraw-cycle.ts';
import type { CycleChanged, MessagesChanged, MessagesView } from './api-cycle.ts';
import { messageLines } from './cycle-board.ts';
import { openedShown, openingShown } from './cycle-opening.ts';
import { againWords, cancelledWords, nudgeShown, previewShown } from './cycle-sends.ts';
import { cycleView } from './cycle-view.ts';
import { parsed } from './parsed.ts';
import { type Addresses, addresses } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';
import { refusedStatus, refusedWords } from './words.ts';

const key = z.string().min(1).max(255);
/** More than any council has people, and less than one request can hold. */
const many = 1_000;
const cycleAsked = z.object({ cycle: key.optional() });
const reasoned = z.strictObject({ because: z.string().max(10_000) });
const decided = z.strictObject({ decision: z.string().max(255) });
const people = z.array(key).min(1).max(many);
const chosen = z.strictObject({ people });
const agreed = z.strictObject({
  people,
  agreed: z.array(z.strictObject({ person: key, returns: z.array(key).max(many) })).max(many),
});
const asShown = z.strictObject({ known: z.string().max(64).optional() });
const messages = z.strictObject({ messages: z.array(key).min(1).max(many) });

const whyCancelled = 'Give a reason. It is kept with each message that is stopped.';
const noCycle = 'There is no such cycle.';

export const cycleRoutes = (ports: Ports): Router => {
  const routes = addresses(ports);
  routes.get('/cycle', (request, response) => {
    const asked = parsed(cycleAsked, request.query, response);
    if (!asked) return;
    const view = cycleView(ports, asked.cycle);
    if (view) response.json(view);
    else answerTrouble(response, 404, noCycle);
  });
  routes.get('/cycles/:key/messages', (request, response) => {
    const registers = ports.replica.registers();
    const cycle = registers.cycles.get(request.params.key);
    if (!cycle) return answerTrouble(response, 404, noCycle);
    response.json({ messages: messageLines(registers, cycle) } satisfies MessagesView);
  });
  stateRoutes(ports, routes);
  sendRoutes(ports, routes);
  return routes.router;
};

const stateRoutes = (ports: Ports, routes: Addresses): void => {
  const asker = askedBy(ports);
  routes.get('/cycles/:key/opening', (request, response) => {
    const preview = previewOpening(ports, asker(request.params.key, response));
    told(response, preview, (done) => openingShown(ports.replica.registers(), done));
  });
  routes.post('/cycles/:key/open', async (request, response) => {
    const asked = parsed(asShown, request.body ?? {}, response);
    if (!asked) return;
    const by = asker(request.params.key, response);
    const { known } = asked;
    if (known === undefined) return changed(response, await openCycle(ports, by));
    const opened = await openAsShown(ports, { ...by, known });
    told(response, opened, (done) => openedShown(ports.replica.registers(), done));
  });
  routes.post('/cycles/:key/close', async (request, response) => {
    changed(response, await closeCycle(ports, asker(request.params.key, response)));
  });
  routes.post('/cycles/:key/withdraw', async (request, response) => {
    const asked = parsed(reasoned, request.body ?? {}, response);
    if (!asked) return;
    const by = asker(request.params.key, response);
    changed(response, await withdrawCycle(ports, { ...by, ...asked }));
  });
  routes.post('/cycles/:key/suspend', async (request, response) => {
    const asked = parsed(decided, request.body ?? {}, response);
    if (!asked) return;
    const by = asker(request.params.key, response);
    changed(response, await suspendCycle(ports, { ...by, ...asked }));
  });
  routes.post('/cycles/:key/resume', async (request, response) => {
    changed(response, await resumeCycle(ports, asker(request.params.key, response)));
  });
};

const sendRoutes = (ports: Ports, routes: Addresses): void => {
  const asker = askedBy(ports);
  const registers = () => ports.replica.registers();
  routes.post('/cycles/:key/nudge/preview', (request, response) => {
    const asked = parsed(chosen, request.body ?? {}, response);
    if (!asked) return;
    const preview = previewSends(ports, { ...asker(request.params.key, response), ...asked });
    told(response, preview, (done) => previewShown(registers(), done));
  });
  routes.post('/cycles/:key/nudge', async (request, response) => {
    const asked = parsed(agreed, request.body ?? {}, response);
    if (!asked) return;
    const nudged = await nudge(ports, { ...asker(request.params.key, response), ...asked });
    told(response, nudged, (done) => nudgeShown(registers(), done));
  });
  routes.post('/cycles/:key/cancel-sends', async (request, response) => {
    const asked = parsed(reasoned, request.body ?? {}, response);
    if (!asked) return;
    if (asked.because.trim() === '') return answerTrouble(response, 422, whyCancelled);
    const done = await cancelSends(ports, { ...asker(request.params.key, response), ...asked });
    told(
      response,
      done,
      (each): MessagesChanged => ({ words: cancelledWords(each), did: each.cancelled > 0 }),
    );
  });
  routes.post('/cycles/:key/deliver-again', async (request, response) => {
    const asked = parsed(messages, request.body ?? {}, response);
    if (!asked) return;
    const done = await deliverAgain(ports, { ...asker(request.params.key, response), ...asked });
    told(response, done, (each): MessagesChanged => ({ words: againWords(each), did: false }));
  });
};

const askedBy = (ports: Ports) => (cycle: string, response: Response) => ({
  by: personAsking(ports, response).key,
  cycle,
});

const changed = (response: Response, result: CycleChanged | Refused): void =>
  told(response, result, (done): CycleChanged => {
    const { outcome, closesAtOnce } = done;
    return closesAtOnce === undefined ? { outcome } : { outcome, closesAtOnce };
  });

/** A refusal in words; else what was done, as the tab reads it. */
const told = <Done extends { readonly outcome: string }>(
  response: Response,
  result: Done | Refused,
  shown: (done: Done) => unknown,
): void => {
  if (isRefused(result))
    return answerTrouble(response, refusedStatus(result), refusedWords(result));
  response.json(shown(result));
};

const isRefused = (result: { readonly outcome: string }): result is Refused =>
  result.outcome === 'refused';
