// Entra's page on which an administrator agrees, for everyone, to what an app asks for; and where it sends
// them back to. In this stand-in whoever is at it is one.
import express, { type Request, type Response, Router } from 'express';
import { html } from '../admin/html.ts';
import { grantConsent, registeredApp } from '../admin/registered-app.ts';
import { wasBegunEmpty } from '../admin/tenant.ts';
import { tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { appBy } from './apps.ts';
import { asksFor, putScopes, scopesOf } from './consent.ts';

export function adminConsentRoutes(machine: Machine): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false });
  router.get('/:tenant/adminconsent', (request, response) => {
    const fault = faultIn(machine, request);
    if (fault === null) show(machine, request, response);
    else response.status(400).type('text').send(`${fault}\n`);
  });
  router.post('/:tenant/adminconsent', form, (request, response) => {
    const fault = faultIn(machine, request) ?? fromElsewhere(request);
    if (fault !== null) return void response.status(400).type('text').send(`${fault}\n`);
    const agreed = (request.body as { said?: unknown } | undefined)?.said === 'accept';
    if (agreed) agree(machine, askedIn(request).app);
    const back = hereFor(machine, askedIn(request).backTo);
    for (const [name, value] of Object.entries(agreed ? yes : no))
      back.searchParams.set(name, value);
    response.redirect(303, back.href);
  });
  return router;
}

const yes = { admin_consent: 'True', tenant: tenantId };
const no = { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent.' };

/** The app is on this machine, wherever the address it is registered with says that people will find it. */
function hereFor({ store, appUrl }: Machine, backTo: string): URL {
  const back = new URL(backTo);
  return wasBegunEmpty(store) ? new URL(back.pathname, appUrl) : back;
}

/** To all that its registration asks for: scopes for everyone, and where it was registered here, its roles. */
function agree({ store }: Machine, app: string): void {
  putScopes(store, app, asksFor);
  const registered = registeredApp(store);
  if (registered) grantConsent(store, registered);
}

function askedIn({ query }: Request): { app: string; backTo: string } {
  return { app: String(query['client_id'] ?? ''), backTo: String(query['redirect_uri'] ?? '') };
}

/** In Entra's words; null where it may be asked. */
function faultIn({ store }: Machine, request: Request): string | null {
  const { app, backTo } = askedIn(request);
  if (String(request.params['tenant']).toLowerCase() !== tenantId)
    return `AADSTS90002: Tenant '${String(request.params['tenant'])}' not found.`;
  if (!appBy(store, app))
    return `AADSTS700016: Application with identifier '${app}' was not found in the directory 'Local Microsoft 365'.`;
  const isOurs = /^(https:\/\/[^/]+|http:\/\/localhost(:\d+)?)\/consent$/.test(backTo);
  if (isOurs) return null;
  return `AADSTS50011: The redirect URI '${backTo}' specified in the request does not match the redirect URIs configured for the application '${app}'.`;
}

function fromElsewhere({ headers }: Request): string | null {
  const { origin = '' } = headers;
  const isHere =
    origin === '' || /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
  return isHere ? null : 'AADSTS900144: The request is from another site.';
}

function show(machine: Machine, request: Request, response: Response): void {
  const { app, backTo } = askedIn(request);
  const before = scopesOf(machine.store, app);
  const { origin } = hereFor(machine, backTo);
  response.set('Cache-Control', 'no-store');
  response.set(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${origin}; frame-ancestors 'none'; base-uri 'none'`,
  );
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Permissions requested: local Microsoft 365</title>
<link rel="icon" href="data:,">
<style>body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1rem}button{font:inherit;min-height:44px;padding:0 1rem}</style>
</head>
<body>
<main>
<p>A stand-in, on this machine only, for Entra’s page of this name.</p>
<h1>Permissions requested. Review for your organisation</h1>
<p>Golden Thread asks, on behalf of whoever is signed in, for:</p>
<ul>${asksFor.map((each) => html`<li>${each}${before.includes(each) ? ' (agreed to already)' : ''}</li>`)}</ul>
<p>If you accept, this app gets what it asks for, for everyone in the organisation.</p>
<form method="post"><button name="said" value="accept">Accept</button> <button name="said" value="cancel">Cancel</button></form>
</main>
</body>
</html>
`;
  response.type('html').send(page.text);
}
