// The tab's addresses: each parses what it is asked, calls a view or a use case, and answers JSON.
import type { Router } from 'express';
import { z } from 'zod';
import type { Row } from '../registers/registers.ts';
import { may } from '../rules/rights.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Me } from './api.ts';
import { cycleRoutes } from './cycle-routes.ts';
import { escalationRoutes } from './escalation-routes.ts';
import { handOverRoutes } from './hand-over-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { importRoutes } from './import-routes.ts';
import { measureRoutes } from './measure-routes.ts';
import { myWorkView } from './my-work-view.ts';
import { type PaperRoutes, paperRoutes } from './paper-routes.ts';
import { parsed } from './parsed.ts';
import { planView } from './plan-view.ts';
import { type RegisterRoutes, registerRoutes } from './register-routes.ts';
import { addresses, everyAddressHasADoor } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { signOffRoutes } from './sign-off-routes.ts';
import { targetRoutes } from './target-routes.ts';
import { workRoutes } from './work-routes.ts';

const key = z.string().min(1).max(255);
const planAsked = z.object({
  plan: key.optional(),
  team: key.optional(),
  quarter: key.optional(),
});

export const apiRoutes = (given: RegisterRoutes & PaperRoutes): Router => {
  const { ports, spreadsheets } = given;
  const routes = addresses(ports);
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
  const { router } = routes;
  router.use(measureRoutes(ports));
  router.use(cycleRoutes(ports), registerRoutes(given), importRoutes(ports, spreadsheets));
  router.use(targetRoutes(ports), signOffRoutes(ports));
  router.use(workRoutes(ports), historyRoutes(ports), escalationRoutes(ports));
  router.use(paperRoutes(given), handOverRoutes(ports));
  return everyAddressHasADoor(router);
};

/** What the tab offers a person of its own: from the same table the server asks. */
const meView = (ports: Ports, person: Row<'people'>): Me => {
  const asking = {
    registers: ports.replica.registers(),
    person,
    today: ports.clock.now().toPlainDate(),
  };
  return {
    key: person.key,
    name: person.title,
    roles: person.roles,
    runsCycles: may(asking, 'see a cycle and its messages'),
    weighsTargets: may(asking, 'weigh targets'),
    signsOff: may(asking, 'be shown sign-off'),
  };
};
