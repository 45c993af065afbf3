// The addresses of one measure: its screen, and where its control limits begin again. Who may read it, and
// who may decide that, is worked out at each request.
import type { Router } from 'express';
import { z } from 'zod';
import type { Person } from '../registers/people.ts';
import { mayRead } from '../rules/access.ts';
import type { Ports } from '../use-cases/ports.ts';
import { rebaseLimits } from '../use-cases/rebase-limits.ts';
import type { Refused } from '../use-cases/refused.ts';
import { measureView } from './measure-view.ts';
import { parsed } from './parsed.ts';
import { addresses } from './rights-door.ts';
import { personAsking } from './sign-in.ts';
import { answerTrouble } from './trouble.ts';
import { refusedStatus, refusedWords } from './words.ts';

const asked = z.object({ quarter: z.string().min(1).max(255).optional() });
const rebasing = z.strictObject({
  period: z.string().max(40),
  because: z
    .string()
    .max(10_000)
    .transform((typed) => typed.toWellFormed()),
});

const noSuchMeasure = 'There is no such measure. It may have left the plan.';

export const measureRoutes = (ports: Ports): Router => {
  const routes = addresses(ports);
  routes.get('/measures/:key', (request, response) => {
    const person = personAsking(ports, response);
    const { key } = request.params;
    const given = parsed(asked, request.query, response);
    if (!given) return;
    const view = mayOpen(ports, person, key)
      ? measureView(ports, person, { key, quarter: given.quarter })
      : null;
    if (view) response.json(view);
    else answerTrouble(response, 404, noSuchMeasure);
  });
  routes.post('/measures/:key/rebase', async (request, response) => {
    const person = personAsking(ports, response);
    const { key } = request.params;
    const given = parsed(rebasing, request.body ?? {}, response);
    if (!given) return;
    if (!mayOpen(ports, person, key)) return answerTrouble(response, 404, noSuchMeasure);
    const done = await rebaseLimits(ports, { by: person.key, measure: key, ...given });
    if (done.outcome === 'refused')
      return answerTrouble(response, refusedStatus(done), wordsOf(done));
    response.json({ words: 'The limits begin again from there. The reason is kept with them.' });
  });
  return routes.router;
};

/** A measure a person may not read is, to them, not there. */
const mayOpen = (ports: Ports, person: Person, measure: string): boolean => {
  const registers = ports.replica.registers();
  const row = registers.measures.get(measure);
  return row !== undefined && mayRead(registers, person, { register: 'measures', row });
};

/** Where the words for every screen speak of a cycle or of a return. */
const wordsOf = (refused: Refused): string => {
  if (refused.reason === 'no reason given')
    return 'Give a reason. It is shown with the limits from then on.';
  if (refused.reason === 'wrong state') return `${refused.state}. Nothing was changed.`;
  return refused.reason === 'unknown return' ? noSuchMeasure : refusedWords(refused);
};
