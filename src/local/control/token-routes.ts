// Hands out the tokens Teams would: the tab's for a person, the channel's for an activity;
// and, by overrides, the wrong ones that tests try at the app's doors.
import { Router } from 'express';
import { z } from 'zod';
import type { Machine } from '../machine.ts';
import { channelToken, tabToken } from '../sign-in/tokens.ts';
import { serviceUrlIn } from '../teams/conversations.ts';
import { personBy } from '../teams/people.ts';
import { ControlRefusal, parsed } from './control-refusal.ts';

const overrides = z
  .strictObject({
    tenantId: z.string(),
    audience: z.string(),
    issuer: z.string(),
    expiresInSeconds: z.number(),
    notBeforeInSeconds: z.number(),
    roles: z.array(z.string()),
    scp: z.string(),
  })
  .partial()
  .default({});

const forPerson = z.strictObject({ personId: z.string(), overrides });
const forChannel = z.strictObject({ serviceUrl: z.string().optional(), overrides });

export function tokenRoutes(machine: Machine): Router {
  const router = Router();
  router.post('/sign-in/token', async (request, response) => {
    const asked = parsed(forPerson, request.body);
    const person = personBy(machine.store, asked.personId);
    if (!person) throw new ControlRefusal(404, `Nobody has the id ${asked.personId}.`);
    response.json({ token: await tabToken(machine, person, asked.overrides) });
  });
  router.post('/teams/token', async (request, response) => {
    const asked = parsed(forChannel, request.body);
    const serviceUrl = asked.serviceUrl ?? serviceUrlIn(machine, null);
    response.json({ token: await channelToken(machine, serviceUrl, asked.overrides) });
  });
  return router;
}
