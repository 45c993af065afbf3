// The administrator's pages of this stand-in, under /admin: which address shows which page, and where its
// forms go. Like the control API they ask for no sign-in, and take nothing from another site's pages.
import express, { type Request, type Response, Router } from 'express';
import type { Machine } from '../machine.ts';
import { appsPage, changeApp } from './apps-page.ts';
import { botsPage, changeBot } from './bots-page.ts';
import { facts, type Html, html } from './html.ts';
import { places, showPage } from './page-frame.ts';
import { type Answer, type Asked, askedIn } from './said.ts';
import { addSite, changeGrants, grantsPage, sitesPage } from './sites-page.ts';
import { changeTeams, teamsPage } from './teams-page.ts';
import { addUser, usersCsv, usersPage } from './users-page.ts';

type Place = {
  readonly title: string;
  readonly standsFor: string;
  readonly body: (machine: Machine, request: Request) => Html | null;
  readonly change: (machine: Machine, asked: Asked, request: Request) => Answer | Promise<Answer>;
};

/** By the address of the page; a form posts to that address, or to a verb below it. */
const pages: { readonly [path: string]: Place } = {
  '/users': {
    title: 'Users',
    standsFor: 'Entra admin centre, Users, All users.',
    body: usersPage,
    change: addUser,
  },
  '/apps': {
    title: 'App registrations',
    standsFor: 'Entra admin centre, Applications, App registrations.',
    body: appsPage,
    change: (machine, asked, request) => changeApp(machine, param(request, 'verb'), asked),
  },
  '/bots': {
    title: 'Bots',
    standsFor: 'Azure portal, Azure Bot; infra/main.bicep makes it.',
    body: botsPage,
    change: changeBot,
  },
  '/sites': {
    title: 'Sites',
    standsFor: 'SharePoint admin centre, Sites, Active sites.',
    body: sitesPage,
    change: addSite,
  },
  '/sites/:site': {
    title: 'Site permissions of apps',
    standsFor: 'Graph Explorer, or PowerShell: no admin centre has a page for it.',
    body: (machine, request) => grantsPage(machine, param(request, 'site')),
    change: (machine, asked, request) => changeGrants(machine, param(request, 'site'), asked),
  },
  '/teams': {
    title: 'Teams apps',
    standsFor: 'Teams admin centre, Teams apps, Manage apps and Setup policies.',
    body: teamsPage,
    change: (machine, asked, request) => changeTeams(machine, param(request, 'verb'), asked),
  },
};

const withVerbs = ['/apps', '/teams'];
/** Bytes of a form; an app package is some 20 KB. */
const mostOfAForm = '10mb';

/** Pages of this machine alone: a form that another site sends is refused. */
export function adminRoutes(machine: Machine): Router {
  const router = Router();
  router.use(refuseStrangers);
  router.get('/', (_request, response) => response.redirect(places[0].path));
  router.get('/users.csv', (_request, response) => {
    response.type('csv').attachment('users.csv').send(usersCsv(machine));
  });
  for (const [path, place] of Object.entries(pages)) {
    const show = shower(machine, place);
    router.get(path, (request, response) => show({ request, response }, null));
    router.post(
      withVerbs.includes(path) ? `${path}/:verb` : path,
      express.raw({ type: () => true, limit: mostOfAForm }),
      async (request, response) => {
        const asked = await askedOf(request);
        show({ request, response }, await place.change(machine, asked, request));
      },
    );
  }
  return router;
}

type Turn = { readonly request: Request; readonly response: Response };

const shower =
  (machine: Machine, { title, standsFor, body }: Place) =>
  ({ request, response }: Turn, said: Answer | null): void => {
    const shown = body(machine, request);
    if (shown === null) {
      response.status(404).type('text').send(`There is nothing at ${request.originalUrl}.\n`);
      return;
    }
    const once = said?.shown ? facts([said.shown]) : null;
    showPage(response, { title, standsFor, said, body: html`${once}${shown}` });
  };

/** As a browser sends a form, with files or without. */
const askedOf = async (request: Request): Promise<Asked> => {
  const type = String(request.headers['content-type'] ?? '');
  const bytes = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array();
  const sent = new globalThis.Response(bytes, { headers: { 'content-type': type } });
  return askedIn(await sent.formData().catch(() => new FormData()));
};

const param = (request: Request, name: string): string => String(request.params[name] ?? '');

/** A page from elsewhere, open in a browser on this machine, must not steer the stand-in. */
function refuseStrangers(request: Request, response: Response, next: () => void): void {
  const { origin } = request.headers;
  if (!origin || /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)) return next();
  response.status(403).type('text').send(`Pages from ${origin} may not change this tenant.\n`);
}
