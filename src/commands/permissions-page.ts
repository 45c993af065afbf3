// `npx golden-thread permissions`: writes docs/permissions.md from src/permissions.ts, so that what is asked
// for and what is said to be asked for are one. A test fails when it is stale.
import { type Permission, permissions } from '../permissions.ts';

const kinds: { readonly [K in Permission['kind']]: string } = {
  application:
    'The app as itself, day and night. An administrator consents to each in Entra: the app, API permissions, Application permissions.',
  delegated:
    'The app as whoever is signed in, and never more than they may do themselves. An administrator consents once for everybody, at `/consent` of the app or in Entra: API permissions, Delegated permissions.',
  'resource-specific':
    'Declared in the Teams app, and given for one person as the app is installed for them. Nothing is consented to in Entra; the administrator sees it in the Teams admin centre, on the app’s Permissions tab.',
};

const headings: { readonly [K in Permission['kind']]: string } = {
  application: 'As itself',
  delegated: 'As the person',
  'resource-specific': 'In Teams, for each person who has the app',
};

/** The whole page, in Markdown. */
export const permissionsPage = (): string =>
  [
    '# Permissions',
    '',
    'What Golden Thread asks a tenant for: the least that works, each with why. Made from `src/permissions.ts` by `npx golden-thread permissions`: change that, not this page. `npx golden-thread doctor` tries each and says what is granted, what is off, and what the app holds and does not need.',
    '',
    ...(['application', 'delegated', 'resource-specific'] as const).flatMap(section),
    ...grants,
    '',
  ].join('\n');

const section = (kind: Permission['kind']): readonly string[] => [
  `## ${headings[kind]}`,
  '',
  kinds[kind],
  '',
  '| permission | needed | why | without it |',
  '| --- | --- | --- | --- |',
  ...permissions.filter((each) => each.kind === kind).map(line),
  '',
];

const line = ({ name, of, optional, why, setting, without }: Permission): string => {
  const needed = optional ? 'optional' : 'needed';
  const by = setting === null ? '' : `; of use with \`${setting}\``;
  return `| \`${name}\` of ${of} | ${needed}${by} | to ${why} | ${without} |`;
};

const grants = [
  '## The one site',
  '',
  '`Sites.Selected` opens nothing by itself: somebody who has full control of a site grants the app a role there. The running app needs **write**: rows read, added and changed; no list made, no column, no grant. `provision` makes lists and needs **fullcontrol** for the time it runs. `doctor` warns while the app holds more than write.',
  '',
  'In Graph Explorer, as an administrator who has consented to `Sites.FullControl.All` for themselves. The first answers the id of the site, the second that of the grant:',
  '',
  '```http',
  'GET https://graph.microsoft.com/v1.0/sites/council.sharepoint.com:/sites/plan',
  '```',
  '',
  '```http',
  'POST https://graph.microsoft.com/v1.0/sites/{site-id}/permissions',
  '',
  '{ "roles": ["fullcontrol"], "grantedToIdentities": [{ "application": { "id": "{APP_ID}", "displayName": "Golden Thread" } }] }',
  '```',
  '',
  'Once `provision` has run:',
  '',
  '```http',
  'PATCH https://graph.microsoft.com/v1.0/sites/{site-id}/permissions/{permission-id}',
  '',
  '{ "roles": ["write"] }',
  '```',
  '',
  '## What is not asked for',
  '',
  '- No permission on every site, every mailbox’s contents, every chat, files, mail or calendars; none to write to the directory; no presence.',
  '- What `MailboxSettings.Read` may read can be narrowed to some mailboxes in Exchange, by role-based access control for applications.',
  '- Where the Outbox is in a storage account, the app’s identity is Storage Table Data Contributor and Storage Blob Data Contributor on that account alone. These are Azure roles, and no consent.',
  '- The bot needs no permission of Graph: Teams lets it write to whoever has the app.',
  '- A tab’s sign-in asks for the app’s own `access_as_user`, and no permission of Graph.',
];
