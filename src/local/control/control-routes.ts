// The control API under /local: what the Teams page, the sample loader and the tests ask of this stand-in.
// Nothing here exists in Microsoft 365; the app itself never calls it.
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { tabPath } from '../admin/uploaded-app.ts';
import { faultSettings } from '../faults/fault-settings.ts';
import type { ListShelf } from '../graph/list-shelf.ts';
import type { ResourceUnits } from '../graph/resource-units.ts';
import { appId, tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import type { ConnectorLimits } from '../teams/connector-limits.ts';
import { putGroup } from '../teams/groups.ts';
import { putDirectory, readDirectory } from '../teams/people.ts';
import { moveClock, readClock } from './clock-passage.ts';
import { ControlRefusal, parsed } from './control-refusal.ts';
import { listRoutes } from './list-routes.ts';
import { rightsRoutes } from './rights-routes.ts';
import { teamsRoutes } from './teams-routes.ts';
import { tokenRoutes } from './token-routes.ts';

export type Parts = { lists: ListShelf; units: ResourceUnits; limits: ConnectorLimits };

const directory = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.uuid(),
      displayName: z.string().min(1),
      userPrincipalName: z.string().min(1),
      jobTitle: z.string().nullable().default(null),
      department: z.string().nullable().default(null),
      installed: z.boolean(),
      region: z.literal('emea').nullable().default(null),
    }),
  ),
});

const group = z.strictObject({ members: z.array(z.uuid()) });

export function controlRoutes(machine: Machine, parts: Parts): Router {
  const router = Router();
  router.use(refuseStrangers);
  router.use(express.json({ limit: '20mb' }));
  router.put('/directory', (request, response) => {
    putDirectory(machine.store, parsed(directory, request.body).people);
    response.json({ people: readDirectory(machine.store) });
  });
  router.get('/directory', (_request, response) => {
    response.json({ people: readDirectory(machine.store) });
  });
  router.put('/directory/groups/:id', (request, response) => {
    const id = parsed(z.uuid(), request.params.id);
    const { members } = parsed(group, request.body);
    putGroup(machine.store, id, members);
    response.json({ id: id.toLowerCase(), members });
  });
  router.get('/config', (_request, response) => {
    const { appUrl } = machine;
    const tab = tabPath(machine.store);
    const tabUrl = tab === null ? null : `${appUrl}${tab}`;
    response.json({ tenantId, appId, appUrl, tabUrl });
  });
  router.get('/events', (_request, response) => machine.events.listen(response));
  router.get('/clock', (_request, response) => readClock(machine, response));
  router.post('/clock', (request, response) => moveClock(machine, request.body, response));
  router.use(teamsRoutes(machine));
  router.use(tokenRoutes(machine));
  router.use(rightsRoutes(machine));
  router.use(listRoutes({ machine, ...parts }));
  addFaultRoutes(router, machine);
  router.post('/reset', (_request, response) => {
    resetAll(machine, parts);
    response.json({ reset: true });
  });
  router.use((request) => {
    throw new ControlRefusal(404, `There is nothing at ${request.method} ${request.originalUrl}.`);
  });
  router.use(answerRefusal);
  return router;
}

function addFaultRoutes(router: Router, machine: Machine): void {
  router.get('/faults', (_request, response) => {
    response.json(machine.faults.read());
  });
  router.put('/faults', (request, response) => {
    parsed(faultSettings, request.body);
    machine.faults.set(request.body);
    response.json(machine.faults.read());
  });
  router.delete('/faults', (_request, response) => {
    machine.faults.reset();
    response.json(machine.faults.read());
  });
}

/** Everything but the signing keys. */
function resetAll(machine: Machine, { lists, units, limits }: Parts): void {
  machine.store.wipe();
  machine.faults.reset();
  lists.forget();
  units.reset();
  limits.reset();
  machine.councilTime.forget();
  machine.events.tell({ kind: 'reset' });
}

/** A page from elsewhere, open in a browser on this machine, must not steer the stand-in. */
function refuseStrangers(request: Request, _response: Response, next: () => void): void {
  const { origin } = request.headers;
  if (origin && !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)) {
    throw new ControlRefusal(403, `Pages from ${origin} may not use the control API.`);
  }
  next();
}

// Express knows this for a handler of faults by its four parameters.
// oxlint-disable-next-line max-params
function answerRefusal(
  fault: Error & { status?: number },
  _request: Request,
  response: Response,
  _next: unknown,
): void {
  // A caller that has gone, or a stand-in that is closing, is no failure.
  if (response.destroyed || response.socket?.destroyed) return;
  const status = fault.status ?? 500;
  if (status >= 500 && !(fault instanceof ControlRefusal)) process.stderr.write(`${fault.stack}\n`);
  response.status(status).json({ error: { message: fault.message } });
}
