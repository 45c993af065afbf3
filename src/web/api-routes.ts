// The tab's addresses: each parses what it is asked, calls a view or a use case, and answers JSON.
import express, { type Router } from 'express';
import { z } from 'zod';
import type { Row } from '../registers/registers.ts';
import { mayRead } from '../rules/access.ts';
import { mayRunCycle } from '../rules/roles.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Me } from './api.ts';
import { cycleRoutes } from './cycle-routes.ts';
import { escalationRoutes } from './escalation-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { importRoutes } from './import-routes.ts';
import { measureView } from './measure-view.ts';
import { myWorkView } from './my-work-view.ts';
import { parsed } from './parsed.ts';
import { planView } from './plan-view.ts';
import { type RegisterRoutes, registerRoutes } from './register-routes.ts';
import { personAsking } from './sign-in.ts';
import { signOffRoutes, signsOff } from './sign-off-routes.ts';
import { targetRoutes } from './target-routes.ts';
import { weighsTargets } from './targets-view.ts';
import { answerTrouble } from './trouble.ts';
import { workRoutes } from './work-routes.ts';

const key = z.string().min(1).max(255);
const planAsked = z.object({
  plan: key.optional(),
  team: key.optional(),
  quarter: key.optional(),
});
const measureAsked = z.object({ quarter: key.optional() });

export const apiRoutes = (given: RegisterRoutes): Router => {
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
  routes.get('/measures/:key', (request, response) => {
    const asked = parsed(measureAsked, request.query, response);
    if (!asked) return;
    const open = mayOpen(ports, personAsking(ports, response), request.params.key);
    const view = open ? measureView(ports, request.params.key, asked.quarter) : null;
    if (view) response.json(view);
    else answerTrouble(response, 404, 'There is no such measure. It may have left the plan.');
  });
  routes.use(cycleRoutes(ports), registerRoutes(given), importRoutes(ports, spreadsheets));
  routes.use(targetRoutes(ports), signOffRoutes(ports));
  routes.use(workRoutes(ports), historyRoutes(ports), escalationRoutes(ports));
  return routes;
};

/** A measure a person may not read is, to them, not there. */
const mayOpen = (ports: Ports, person: Row<'people'>, measure: string): boolean => {
  const registers = ports.replica.registers();
  const row = registers.measures.get(measure);
  return row !== undefined && mayRead(registers, person, { register: 'measures', row });
};

const meView = (ports: Ports, person: Row<'people'>): Me => ({
  key: person.key,
  name: person.title,
  roles: person.roles,
  runsCycles: mayRunCycle(person),
  weighsTargets: weighsTargets(ports.replica.registers(), person, ports.clock.now().toPlainDate()),
  signsOff: signsOff(ports.replica.registers(), person, ports.clock.now().toPlainDate()),
});
