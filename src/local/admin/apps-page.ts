// App registrations, as Entra's page of that name has them: register, expose an API, a client secret, API
// permissions and an administrator's consent to them. What each does is decided in registered-app.ts.
import { tenantId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { tokenVersionOf } from '../sign-in/token-version.ts';
import { choiceField, facts, form, type Html, html, textField, tickField } from './html.ts';
import {
  applicationPermissions,
  askFor,
  consentedTo,
  exposeApi,
  grantConsent,
  newSecret,
  type RegisteredApp,
  registerApp,
  registeredApp,
  takeTokens,
} from './registered-app.ts';
import { type Answer, type Asked, done, refused } from './said.ts';

export function appsPage(machine: Machine): Html {
  const app = registeredApp(machine.store);
  return app === null ? newApp() : registration(machine, app);
}

const versions = [
  { value: 'null', words: 'null' },
  { value: '2', words: '2' },
] as const;

const newApp = (): Html => html`
<p>No app is registered.</p>
<h2>New registration</h2>
${form('Register', textField({ name: 'name', words: 'Name' }), { to: '/admin/apps/register' })}`;

const registration = ({ store }: Machine, app: RegisteredApp): Html => {
  const granted = consentedTo(store, app);
  const state = (name: string) => (granted.includes(name) ? 'Granted for this tenant' : '');
  return html`
<h2>${app.name}</h2>
${facts([
  ['Application (client) ID', app.id],
  ['Directory (tenant) ID', tenantId],
  ['Application ID URI', app.idUri || 'not set'],
  ['Tokens for its own API', `version ${tokenVersionOf(store, app.id)}`],
])}
<h2>Manifest</h2>
${form('Save manifest', choiceField({ name: 'version', words: 'requestedAccessTokenVersion' }, [...versions]), { to: '/admin/apps/manifest' })}
<h2>Expose an API</h2>
${form(
  'Save',
  textField({ name: 'idUri', words: 'Application ID URI', hint: `api://your.address/${app.id}` }),
  { to: '/admin/apps/expose' },
)}
<p><small>Saving also adds the scope access_as_user, and lets Teams on the desktop, in a browser and on a telephone ask for it.</small></p>
<h2>Certificates and secrets</h2>
${form('New client secret', html``, { to: '/admin/apps/secret' })}
<h2>API permissions</h2>
${form(
  'Save permissions',
  html`${applicationPermissions.map((name) => tickField({ name: 'permission', words: name, hint: state(name) }, app.asked.includes(name)))}`,
  { to: '/admin/apps/permissions' },
)}
${form('Grant admin consent', html``, { to: '/admin/apps/consent' })}`;
};

/** `verb`: which of the page’s forms was sent. What Entra would refuse is refused, in words. */
export function changeApp({ store }: Machine, verb: string, asked: Asked): Answer {
  const app = registeredApp(store);
  if (verb === 'register') return register(store, asked);
  if (app === null) return refused('No app is registered.');
  switch (verb) {
    case 'expose': {
      const fault = exposeApi(store, app, asked('idUri'));
      return fault === null ? done('The API is exposed.') : refused(fault);
    }
    case 'manifest': {
      const version = asked('version') === '2' ? 2 : 1;
      takeTokens(store, app, version);
      return done(`Tokens for ${app.name} are of version ${version}.`);
    }
    case 'secret':
      return {
        ...done('A new client secret. It is shown this once.'),
        shown: ['Secret value', newSecret(store, app)],
      };
    case 'permissions':
      askFor(store, app, asked.all('permission'));
      return done('Saved. They are of no use until an administrator consents.');
    case 'consent':
      grantConsent(store, app);
      return done(`Granted: ${app.asked.join(', ') || 'nothing, for nothing is asked for'}.`);
    default:
      return refused('There is no such thing to do.');
  }
}

const register = (store: Machine['store'], asked: Asked): Answer => {
  if (asked('name') === '') return refused('An app needs a name.');
  return registerApp(store, asked('name'))
    ? done(`${asked('name')} is registered.`)
    : refused('An app is registered already: there is room for one in this stand-in.');
};
