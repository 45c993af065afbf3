// The control API's side of rights: sites with what apps are granted there, what an app was consented
// to and how it proves itself, and a subscription's end brought nearer.
import { Router } from 'express';
import { z } from 'zod';
import { levels, putGrant } from '../graph/grants.ts';
import { putSite } from '../graph/sites.ts';
import { appId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { appBy, putApp } from '../sign-in/apps.ts';
import { certificatesIn } from '../sign-in/client-assertion.ts';
import { putRules, putScopes, scopesOf } from '../sign-in/consent.ts';
import { ControlRefusal, parsed } from './control-refusal.ts';

const grants = z.array(z.strictObject({ app: z.string().min(1), role: z.enum(levels) }));
const site = z.strictObject({ displayName: z.string().min(1), grants: grants.optional() });

const pem = z.string().refine((text) => {
  try {
    return certificatesIn(text).length > 0;
  } catch {
    return false;
  }
}, 'is no certificate in PEM form');

const app = z.strictObject({
  secret: z.string().min(1).nullable().optional(),
  certificate: pem.nullable().optional(),
  roles: z.array(z.string()).optional(),
  scopes: z.array(z.string()).optional(),
});

const person = z.strictObject({ rules: z.array(z.enum(['sign in again', 'not a member'])) });
const end = z.strictObject({ expirationDateTime: z.iso.datetime({ offset: true }) });

export function rightsRoutes(machine: Machine): Router {
  const { store } = machine;
  const router = Router();
  router.put('/sites/:name', (request, response) => {
    const asked = parsed(site, request.body);
    response.json(placeSite(machine, request.params.name, asked));
  });
  router.put('/apps/:id', (request, response) => {
    const id = request.params.id.toLowerCase();
    const { secret, certificate, roles, scopes } = parsed(app, request.body);
    const before = appBy(store, id) ?? { id, secret: null, certificate: null, roles: [] };
    const after = {
      id,
      secret: secret === undefined ? before.secret : secret,
      certificate: certificate === undefined ? before.certificate : certificate,
      roles: roles ?? before.roles,
    };
    putApp(store, after);
    if (scopes !== undefined) putScopes(store, id, scopes);
    response.json({
      ...after,
      scopes: scopesOf(store, id),
      secret: after.secret === null ? null : 'kept',
    });
  });
  router.put('/sign-in/people/:id', (request, response) => {
    const { rules } = parsed(person, request.body);
    putRules(store, request.params.id, rules);
    response.json({ rules });
  });
  router.put('/subscriptions/:id', (request, response) => {
    const { expirationDateTime } = parsed(end, request.body);
    const expiresAt = new Date(expirationDateTime).toISOString();
    const sql = 'UPDATE subscription SET expiresAt = ? WHERE id = ?';
    if (store.run(sql, expiresAt, request.params.id) === 0) {
      throw new ControlRefusal(404, `There is no subscription ${request.params.id}.`);
    }
    response.json({ id: request.params.id, expirationDateTime: expiresAt });
  });
  return router;
}

/** Where no grants are named, those of a site known before stand, and a new one is the app's to change. */
function placeSite({ store }: Machine, name: string, asked: z.infer<typeof site>): object {
  return store.inTransaction(() => {
    const isKnown = store.one('SELECT 1 FROM site WHERE name = ?', name) !== undefined;
    const made = putSite(store, name, asked.displayName);
    const granted =
      asked.grants ?? (isKnown ? null : [{ app: appId, role: 'fullcontrol' as const }]);
    if (granted === null) return made;
    store.run('DELETE FROM appGrant WHERE siteId = ? AND list = 0', made.id);
    for (const { app: to, role } of granted) {
      const displayName = to.toLowerCase() === appId ? 'Golden Thread' : to;
      putGrant(store, { siteId: made.id, list: 0, app: to, displayName, role });
    }
    return made;
  });
}
