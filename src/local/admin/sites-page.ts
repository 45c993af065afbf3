// Sites, and which app may do what in each: the first as the SharePoint admin centre has it, the second as
// Graph's permissions of a site do, by the request that each form names.
import { levels, putGrant } from '../graph/grants.ts';
import { putSite } from '../graph/sites.ts';
import type { Machine } from '../machine.ts';
import { choiceField, form, type Html, html, table, textField } from './html.ts';
import { registeredApp } from './registered-app.ts';
import { type Answer, type Asked, done, refused } from './said.ts';

type Site = { id: string; name: string; displayName: string };
type Grant = { id: string; app: string; displayName: string; role: string };

export function sitesPage({ store }: Machine): Html {
  const sites = store.all<Site>('SELECT id, name, displayName FROM site ORDER BY name');
  return html`
${table(
  ['Site', 'Address', 'Site ID'],
  sites.map((site) => [
    html`<a href="/admin/sites/${site.name}">${site.displayName}</a>`,
    html`<code>localhost:/sites/${site.name}</code>`,
    html`<code>${site.id}</code>`,
  ]),
)}
<h2>New site</h2>
${form(
  'Create',
  html`${textField({ name: 'displayName', words: 'Site name' })}${textField({ name: 'name', words: 'Site address', hint: 'what follows /sites/, such as plan' })}`,
)}`;
}

/** Refuses an address that no SharePoint site could have, or that is taken. */
export function addSite({ store }: Machine, asked: Asked): Answer {
  const [name, displayName] = [asked('name'), asked('displayName')];
  if (displayName === '' || !/^[a-z\d][a-z\d-]{0,63}$/i.test(name))
    return refused('A site needs a name, and an address of letters, digits and hyphens.');
  if (siteNamed(store, name)) return refused(`There is a site ${name} already.`);
  putSite(store, name, displayName);
  return done(`${displayName} is at localhost:/sites/${name}.`);
}

/** Null where there is no such site. */
export function grantsPage({ store }: Machine, name: string): Html | null {
  const site = siteNamed(store, name);
  if (!site) return null;
  const grants = grantsOf(store, site);
  const roles = levels.map((value) => ({ value, words: value }));
  return html`
<p>Which apps may do what in <code>localhost:/sites/${site.name}</code>, by their consent to Sites.Selected.</p>
${table(
  ['App', 'Role', ''],
  grants.map(({ id, app, displayName, role }) => [
    `${displayName} (${app})`,
    role,
    form('Remove', html`<input type="hidden" name="remove" value="${id}">`),
  ]),
)}
<h2>Grant</h2>
${form(
  'Grant',
  html`${textField({ name: 'app', words: 'Application (client) ID' })}${choiceField({ name: 'role', words: 'Role' }, roles)}`,
)}
<p><small>In Graph: POST /v1.0/sites/${site.id}/permissions</small></p>`;
}

/** Takes one away, or gives the app its one role on the site. */
export function changeGrants({ store }: Machine, name: string, asked: Asked): Answer {
  const site = siteNamed(store, name);
  if (!site) return refused(`There is no site ${name}.`);
  const remove = asked('remove');
  if (remove !== '') {
    store.run('DELETE FROM appGrant WHERE id = ? AND siteId = ?', remove, site.id);
    return done('The grant is taken away.');
  }
  const app = asked('app').toLowerCase();
  const role = levels.find((level) => level === asked('role'));
  const known = registeredApp(store);
  if (known?.id !== app || role === undefined)
    return refused(`No app with the id ${app} is registered: see App registrations.`);
  putGrant(store, { siteId: site.id, list: 0, app, displayName: known.name, role });
  return done(`${known.name} has ${role} in ${site.displayName}, and no other role.`);
}

const siteNamed = (store: Machine['store'], name: string): Site | undefined =>
  store.one<Site>('SELECT id, name, displayName FROM site WHERE name = ?', name);

const grantsOf = (store: Machine['store'], { id }: Site): readonly Grant[] =>
  store.all<Grant>(
    'SELECT id, app, displayName, role FROM appGrant WHERE siteId = ? AND list = 0',
    id,
  );
