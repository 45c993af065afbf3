// The tab's addresses: each parses what it is asked, calls a view or a use case, and answers JSON.
import express, { type Router } from 'express';
import { z } from 'zod';
import type { Row } from '../registers/registers.ts';
import { mayRunCycle } from '../rules/roles.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Me } from './api.ts';
import { cycleRoutes } from './cycle-routes.ts';
import { escalationRoutes } from './escalation-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { importRoutes } from './import-routes.ts';
import { measureRoutes } from './measure-routes.ts';
import { myWorkView } from './my-work-view.ts';
import { type PaperRoutes, paperRoutes } from './paper-routes.ts';
import { parsed } from './parsed.ts';
import { planView } from './plan-view.ts';
import { type RegisterRoutes, registerRoutes } from './register-routes.ts';
import { personAsking } from './sign-in.ts';
import { signOffRoutes, signsOff } from './sign-off-routes.ts';
import { targetRoutes } from './target-routes.ts';
import { weighsTargets } from './targets-view.ts';
import { workRoutes } from './work-routes.ts';

const key = z.string().min(1).max(255);
const planAsked = z.object({
  plan: key.optional(),
  team: key.optional(),
  quarter: key.optional(),
});

export const apiRoutes = (given: RegisterRoutes & PaperRoutes): Router => {
  const { ports, spreadsheets } = given;
  const routes = express.Router();
  routes.get('/me', (_request, response) => {
    response.json(meView(ports, personAsking(ports, response)));
  });
  routes.get('/my-work', (_request, response) => {
    response.json(myWorkView(ports, personAsking(ports, response)));
  });
  routes.get('/plan', (request, response) => {
    const asked = parsed(planAsked, request.query, response);
    if (asked) response.json(planView(ports, personAsking(ports, response), asked));
  });
  routes.use(measureRoutes(ports));
  routes.use(cycleRoutes(ports), registerRoutes(given), importRoutes(ports, spreadsheets));
  routes.use(targetRoutes(ports), signOffRoutes(ports));
  routes.use(workRoutes(ports), historyRoutes(ports), escalationRoutes(ports));
  routes.use(paperRoutes(given));
  return routes;
};

const meView = (ports: Ports, person: Row<'people'>): Me => ({
  key: person.key,
  name: person.title,
  roles: person.roles,
  runsCycles: mayRunCycle(person),
  weighsTargets: weighsTargets(ports.replica.registers(), person, ports.clock.now().toPlainDate()),
  signsOff: signsOff(ports.replica.registers(), person, ports.clock.now().toPlainDate()),
});
