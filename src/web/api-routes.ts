// The tab's addresses: each parses what it is asked, calls a view or a use case, and answers JSON.
import express, { type Response, type Router } from 'express';
import { z } from 'zod';
import type { Row } from '../registers/registers.ts';
import { mayRead } from '../rules/access.ts';
import { mayRunCycle } from '../rules/roles.ts';
import { closeCycle } from '../use-cases/close-cycle.ts';
import { openCycle } from '../use-cases/open-cycle.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Refused } from '../use-cases/refused.ts';
import { withdrawCycle } from '../use-cases/withdraw-cycle.ts';
import type { CycleChanged, Me } from './api.ts';
import { cycleView } from './cycle-view.ts';
import { historyRoutes } from './history-routes.ts';
import { importRoutes } from './import-routes.ts';
import { measureView } from './measure-view.ts';
import { parsed } from './parsed.ts';
import { planView } from './plan-view.ts';
import { type RegisterRoutes, registerRoutes } from './register-routes.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';
import { refusedStatus, refusedWords } from './words.ts';
import { workRoutes } from './work-routes.ts';

const key = z.string().min(1).max(255);
const planAsked = z.object({
  plan: key.optional(),
  team: key.optional(),
  quarter: key.optional(),
});
const measureAsked = z.object({ quarter: key.optional() });
const cycleAsked = z.object({ cycle: key.optional() });
const withdrawal = z.strictObject({ because: z.string().max(10_000) });

const notPerformanceTeam =
  'The cycle belongs to the performance team. Your own returns and the team plan are open to you.';

export const apiRoutes = (given: RegisterRoutes): Router => {
  const { ports, spreadsheets } = given;
  const routes = express.Router();
  routes.get('/me', (_request, response) => {
    response.json(meView(personAsking(ports, response)));
  });
  routes.get('/plan', (request, response) => {
    const asked = parsed(planAsked, request.query, response);
    if (asked) response.json(planView(ports, personAsking(ports, response), asked));
  });
  routes.get('/measures/:key', (request, response) => {
    const asked = parsed(measureAsked, request.query, response);
    if (!asked) return;
    const open = mayOpen(ports, personAsking(ports, response), request.params.key);
    const view = open ? measureView(ports, request.params.key, asked.quarter) : null;
    if (view) response.json(view);
    else answerTrouble(response, 404, 'There is no such measure. It may have left the plan.');
  });
  cycleRoutes(ports, routes);
  routes.use(registerRoutes(given), importRoutes(ports, spreadsheets), workRoutes(ports));
  routes.use(historyRoutes(ports));
  return routes;
};

/** A measure a person may not read is, to them, not there. */
const mayOpen = (ports: Ports, person: Row<'people'>, measure: string): boolean => {
  const registers = ports.replica.registers();
  const row = registers.measures.get(measure);
  return row !== undefined && mayRead(registers, person, { register: 'measures', row });
};

const cycleRoutes = (ports: Ports, routes: Router): void => {
  routes.get('/cycle', (request, response) => {
    if (!mayRunCycle(personAsking(ports, response)))
      return answerTrouble(response, 403, notPerformanceTeam);
    const asked = parsed(cycleAsked, request.query, response);
    if (!asked) return;
    const view = cycleView(ports, asked.cycle);
    if (view) response.json(view);
    else answerTrouble(response, 404, 'There is no such cycle.');
  });
  routes.post('/cycles/:key/open', async (request, response) => {
    const by = personAsking(ports, response).key;
    answerChange(response, await openCycle(ports, { by, cycle: request.params.key }));
  });
  routes.post('/cycles/:key/close', async (request, response) => {
    const by = personAsking(ports, response).key;
    answerChange(response, await closeCycle(ports, { by, cycle: request.params.key }));
  });
  routes.post('/cycles/:key/withdraw', async (request, response) => {
    const by = personAsking(ports, response).key;
    const asked = parsed(withdrawal, request.body ?? {}, response);
    if (!asked) return;
    const { because } = asked;
    answerChange(response, await withdrawCycle(ports, { by, cycle: request.params.key, because }));
  });
};

const meView = (person: Row<'people'>): Me => ({
  key: person.key,
  name: person.title,
  roles: person.roles,
  runsCycles: mayRunCycle(person),
});

const answerChange = (response: Response, result: CycleChanged | Refused): void => {
  if (result.outcome === 'refused')
    return answerTrouble(response, refusedStatus(result), refusedWords(result));
  response.json({ outcome: result.outcome } satisfies CycleChanged);
};
