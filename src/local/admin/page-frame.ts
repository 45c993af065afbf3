// What every page of the administrator's has round it: where one is, the way to the others, and which
// place of a real tenant it stands for.
import type { Response } from 'express';
import { type Html, html } from './html.ts';

export type Shown = {
  readonly title: string;
  /** Where the same is done in Microsoft 365. */
  readonly standsFor: string;
  readonly body: Html;
  /** What has just been done, or why it was not. */
  readonly said?: { readonly words: string; readonly isRefusal: boolean } | null;
};

export const places = [
  { path: '/admin/users', words: 'Users' },
  { path: '/admin/apps', words: 'App registrations' },
  { path: '/admin/bots', words: 'Bots' },
  { path: '/admin/sites', words: 'Sites' },
  { path: '/admin/teams', words: 'Teams apps' },
] as const;

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; accent-color: #5b5fc7; }
body { margin: 0 auto; max-width: 68rem; padding: 1rem 1rem 3rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; border-bottom: 1px solid #8886; }
nav a { color: inherit; padding: .5rem 0; text-decoration: none; white-space: nowrap; }
nav a:hover { text-decoration: underline; }
nav a[aria-current] { border-bottom: 3px solid #5b5fc7; font-weight: 600; }
nav a:last-child { margin-left: auto; text-decoration: underline; }
h1 { font-size: 1.5rem; margin: 1.25rem 0 .25rem; } h2 { font-size: 1.125rem; margin-top: 2rem; }
.stands-for { margin-top: 0; } small, .stands-for { opacity: .8; }
label { display: inline-block; min-width: 14rem; }
input[type=checkbox] + label { min-width: 0; }
input, select, button { font: inherit; padding: .3rem .6rem; max-width: 100%; box-sizing: border-box; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #8886; vertical-align: top; overflow-wrap: anywhere; }
td:first-child { overflow-wrap: normal; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
code { user-select: all; overflow-wrap: anywhere; }
.said { border-left: 4px solid #107c10; padding: .5rem 1rem; white-space: pre-line; }
.refused { border-color: #c50f1f; }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  td { border: 0; padding: 0; } td:first-child { font-weight: 600; }
  tr { border-bottom: 1px solid #8886; padding: .5rem 0; }
  table, tbody, tr, td { display: block; }
  label { display: block; margin-top: .5rem; } input[type=checkbox] + label { display: inline; }
}
`;

export const showPage = (response: Response, shown: Shown): void => {
  response.set('Cache-Control', 'no-store');
  response.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  response.status(shown.said?.isRefusal ? 422 : 200).type('html');
  response.send(pageOf(shown).text);
};

const pageOf = ({ title, standsFor, body, said }: Shown): Html => html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: local Microsoft 365</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header>
<nav aria-label="The tenant">${places.map(({ path, words }) => html`<a href="${path}"${words === title ? html` aria-current="page"` : null}>${words}</a>`)}<a href="/">Local Teams</a></nav>
<h1>${title}</h1>
<p class="stands-for">A stand-in, on this machine only. In a real tenant: ${standsFor}</p>
</header>
<main>
${said ? html`<p class="said${said.isRefusal ? html` refused` : null}" role="status">${said.words}</p>` : null}
${body}
</main>
</body>
</html>
`;
