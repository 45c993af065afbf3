// The control API's Teams side: a person's chat and what they do in it, and the record of what was accepted.
import { type Request, Router } from 'express';
import { z } from 'zod';
import { isInCatalogue } from '../admin/uploaded-app.ts';
import type { Machine } from '../machine.ts';
import { readFeed, setGivesForOne } from '../teams/activity-feed.ts';
import { readRecord } from '../teams/chat.ts';
import { setOutOfOffice } from '../teams/out-of-office.ts';
import { type Person, personBy, setAppAllowed, setBlocked } from '../teams/people.ts';
import { install, press, readChat, say, uninstall } from '../teams/person-actions.ts';
import { ControlRefusal, parsed } from './control-refusal.ts';

const said = z.strictObject({ text: z.string().min(1) });

const pressed = z.strictObject({
  messageId: z.string(),
  as: z.literal('submit').optional(),
  action: z.object({
    type: z.string().default('Action.Execute'),
    verb: z.string().optional(),
    id: z.string().optional(),
    data: z.unknown().optional(),
  }),
});

/** Moments are UTC: '2020-10-05T07:00:00'. */
const moment = z.iso.datetime({ local: true });
const outOfOffice = z.discriminatedUnion('status', [
  z.strictObject({ status: z.enum(['disabled', 'alwaysEnabled', 'no mailbox']) }),
  z.strictObject({ status: z.literal('scheduled'), from: moment, until: moment }),
]);
const appPolicy = z.strictObject({ allowed: z.boolean() });

const asked = z.object({ since: z.coerce.number().int().nonnegative().default(0) });

export function teamsRoutes(machine: Machine): Router {
  const router = Router();
  const person = '/teams/people/:person';
  router.get('/teams/record', (request, response) => {
    response.json(readRecord(machine, parsed(asked, request.query).since));
  });
  router.get(`${person}/chat`, (request, response) => {
    response.json(readChat(machine, personIn(machine, request)));
  });
  router.get(`${person}/feed`, (request, response) => {
    response.json(readFeed(machine.store, personIn(machine, request).id));
  });
  router.put('/teams/resource-specific-consent', (request, response) => {
    const { allowed } = parsed(appPolicy, request.body);
    setGivesForOne(machine.store, allowed);
    response.json({ allowed });
  });
  router.post(`${person}/say`, async (request, response) => {
    const { text } = parsed(said, request.body);
    response.json(await say(machine, reachablePersonIn(machine, request), text));
  });
  router.post(`${person}/press`, async (request, response) => {
    const body = parsed(pressed, request.body);
    response.json(await press(machine, reachablePersonIn(machine, request), body));
  });
  router.post(`${person}/install`, async (request, response) => {
    const person = personIn(machine, request);
    if (!isInCatalogue(machine.store))
      throw new ControlRefusal(
        409,
        'Golden Thread has not been uploaded to this tenant: see /admin.',
      );
    response.json(await install(machine, person));
  });
  router.post(`${person}/uninstall`, async (request, response) => {
    response.json(await uninstall(machine, personIn(machine, request)));
  });
  router.put(`${person}/out-of-office`, (request, response) => {
    const asked = parsed(outOfOffice, request.body);
    setOutOfOffice(machine.store, personIn(machine, request).id, asked);
    response.json(asked);
  });
  router.put(`${person}/app-policy`, (request, response) => {
    const { allowed } = parsed(appPolicy, request.body);
    setAppAllowed(machine.store, personIn(machine, request).id, allowed);
    response.json({ allowed });
  });
  for (const [word, blocked] of [
    ['block', true],
    ['unblock', false],
  ] as const) {
    router.post(`${person}/${word}`, (request, response) => {
      setBlocked(machine.store, personIn(machine, request).id, blocked);
      response.json({ blocked });
    });
  }
  return router;
}

function personIn(machine: Machine, request: Request): Person {
  const id = String(request.params['person']);
  const person = personBy(machine.store, id);
  if (!person) throw new ControlRefusal(404, `Nobody in the directory has the id ${id}.`);
  return person;
}

/** Without the app there is no chat to write in. */
function reachablePersonIn(machine: Machine, request: Request): Person {
  const person = personIn(machine, request);
  if (person.installed) return person;
  throw new ControlRefusal(409, `${person.displayName} has not installed the app.`);
}
