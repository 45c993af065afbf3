// The addresses of a plan's work and of a measure's benchmarks: each parses what it is asked and answers
// JSON. Both read the registers alone.
import type { Router } from 'express';
import { z } from 'zod';
import type { Ports } from '../use-cases/ports.ts';
import { benchmarksOf } from './measure-benchmarks.ts';
import { parsed } from './parsed.ts';
import { planWorkView } from './plan-work-view.ts';
import { addresses } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';

const key = z.string().min(1).max(255);
const asked = z.object({ plan: key.optional(), team: key.optional() });

export const workRoutes = (ports: Ports): Router => {
  const routes = addresses(ports);
  routes.get('/plan/work', (request, response) => {
    const choice = parsed(asked, request.query, response);
    if (!choice) return;
    const view = planWorkView(ports, personAsking(ports, response), choice);
    if (view) response.json(view);
    else answerTrouble(response, 404, 'No plan has been loaded yet.');
  });
  routes.get('/measures/:key/benchmarks', (request, response) => {
    const view = benchmarksOf(ports, personAsking(ports, response), request.params.key);
    if (view) response.json(view);
    else answerTrouble(response, 404, 'There is no such measure. It may have left the plan.');
  });
  return routes.router;
};
