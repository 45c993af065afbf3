// The page that says what the app asks a council's Microsoft 365 for, each in a line, and leads an
// administrator to where it is agreed to. It is open to anybody: it says nothing of anyone, and does nothing.
import { type RequestHandler, Router } from 'express';
import { type Permission, permissions } from '../permissions.ts';
import { notStored, securityHeaders } from './headers.ts';

/** Of the page for whoever may agree for everybody; it needs no sign-in. */
export const consentAddress = '/consent';

export type ConsentSettings = {
  /** Where Entra's own page is, for this app in this tenant. */
  readonly adminConsentAt: string;
  readonly frameAncestors: readonly string[];
};

/** Where an administrator agrees for everyone; `backTo`: this page, as registered with the app. Null: Entra's own. */
export const adminConsentAddress = (asked: {
  readonly loginUrl: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly backTo: string | null;
}): string => {
  const address = new URL(`${asked.loginUrl}/${encodeURIComponent(asked.tenantId)}/adminconsent`);
  address.searchParams.set('client_id', asked.appId);
  if (asked.backTo !== null) address.searchParams.set('redirect_uri', asked.backTo);
  return address.href;
};

/** The host in the App ID URI is the one Teams has the tab from: a request's own Host is anybody's to choose. */
export const consentPageOf = (appIdUri: string): string | null => {
  const host = /^api:\/\/([^/]+)\/./.exec(appIdUri)?.[1];
  if (host === undefined || !host.includes('.')) {
    return host?.startsWith('localhost') ? `http://${host}${consentAddress}` : null;
  }
  return `https://${host}${consentAddress}`;
};

/** What Entra sent somebody back with is told on the same page. */
export const consentPage = (settings: ConsentSettings): Router => {
  const answer: RequestHandler = (request, response) => {
    const { admin_consent: agreed, error } = request.query;
    const came =
      error !== undefined ? 'declined' : String(agreed).toLowerCase() === 'true' ? 'agreed' : null;
    response.type('html').send(pageOf(settings.adminConsentAt, came));
  };
  return Router().get('/', securityHeaders(settings.frameAncestors), notStored, answer);
};

/** What Entra sent somebody back with. Its own words are not shown: anybody can write an address. */
type Came = 'agreed' | 'declined' | null;

const cameWords: { readonly [C in NonNullable<Came>]: string } = {
  agreed:
    'Entra says that it is agreed. It can take a few minutes; then close the tab in Teams and open it again.',
  declined:
    'Entra says that it was not agreed, or not by an administrator. Nothing was changed, and you can try again.',
};

const kinds: readonly { readonly kind: Permission['kind']; readonly words: string }[] = [
  { kind: 'application', words: 'As itself, day and night, whether anybody is signed in or not' },
  {
    kind: 'delegated',
    words: 'As whoever is signed in, and never past what they may do themselves',
  },
  { kind: 'resource-specific', words: 'For one person at a time, as the Teams app is installed' },
];

const pageOf = (at: string, came: Came): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What Golden Thread asks for</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>What Golden Thread asks your council’s Microsoft 365 for</h1>
${came === null ? '' : `<p class="came" role="status">${escaped(cameWords[came])}</p>\n`}<p>Golden Thread asks for returns of the council’s plan and keeps them in SharePoint lists. An administrator of Microsoft 365 agrees to what it may do, once and for everyone. If you are not one, send this page’s address to whoever is.</p>
${kinds.map(sectionOf).join('\n')}
<p><a class="go" href="${escaped(at)}" target="_blank" rel="noopener noreferrer">Agree for the council, in Entra</a></p>
<p>Entra shows what was added to the app’s registration before anything is agreed. What is optional can be left out there: the rest works without it, and <code>npx golden-thread doctor</code> says what is off.</p>
</main>
</body>
</html>
`;

const sectionOf = ({ kind, words }: (typeof kinds)[number]): string => {
  const some = permissions.filter((each) => each.kind === kind);
  return `<section><h2>${escaped(words)}</h2>
<dl>
${some.map(lineOf).join('\n')}
</dl></section>`;
};

const lineOf = ({ name, of, why, optional, without }: Permission): string =>
  `<dt>${escaped(name)} <span>${escaped(of)}, ${optional ? 'optional' : 'needed'}</span></dt>
<dd>To ${escaped(why)}.${optional ? ` Without it: ${escaped(without)}` : ''}</dd>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);

const style = `body{margin:0;font:16px/1.5 "Segoe UI",system-ui,sans-serif;color:#242424;background:#fff}
main{max-width:46rem;margin:0 auto;padding:24px 16px 48px}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.05rem;margin:28px 0 8px}
dt{font-weight:600;overflow-wrap:anywhere}dt span{font-weight:400;color:#616161}dd{margin:0 0 12px}
.came{border-left:4px solid #0b5a6f;padding:8px 12px;background:#f0f6f8}
.go{display:inline-block;min-height:44px;line-height:44px;padding:0 16px;border-radius:4px;background:#0b5a6f;color:#fff;text-decoration:none}
.go:focus-visible{outline:3px solid #242424;outline-offset:2px}
@media (prefers-color-scheme:dark){body{background:#1f1f1f;color:#fff}dt span{color:#adadad}.came{background:#2b3a3f}.go:focus-visible{outline-color:#fff}}`;
