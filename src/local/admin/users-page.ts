// The directory, as Entra's Users page shows it: who there is, by the two names the app knows people by.
import type { Machine } from '../machine.ts';
import { putDirectory, readDirectory } from '../teams/people.ts';
import { form, type Html, html, table, textField } from './html.ts';
import { type Answer, type Asked, done, refused } from './said.ts';

export function usersPage({ store }: Machine): Html {
  const people = readDirectory(store);
  return html`
<p><a href="/admin/users.csv" download>Download users</a></p>
${table(
  ['Name', 'User principal name', 'Object ID'],
  people.map((each) => [each.displayName, each.userPrincipalName, html`<code>${each.id}</code>`]),
)}
<h2>New user</h2>
${form(
  'Create',
  html`${textField({ name: 'displayName', words: 'Display name' })}${textField({ name: 'userPrincipalName', words: 'User principal name' })}`,
)}`;
}

/** Refuses a name that is no user principal name, or is somebody’s. */
export function addUser({ store }: Machine, asked: Asked): Answer {
  const [displayName, userPrincipalName] = [asked('displayName'), asked('userPrincipalName')];
  const people = readDirectory(store);
  if (displayName === '' || !/^[^@\s]+@[^@\s]+$/.test(userPrincipalName))
    return refused(
      'A user needs a display name, and a user principal name such as head.of.housing@council.gov.uk.',
    );
  const isKnown = (each: { userPrincipalName: string }) =>
    each.userPrincipalName.toLowerCase() === userPrincipalName.toLowerCase();
  if (people.some(isKnown)) return refused(`There is a user ${userPrincipalName} already.`);
  const id = crypto.randomUUID();
  const nothing = { jobTitle: null, department: null, installed: false, region: null };
  putDirectory(store, [...people, { id, displayName, userPrincipalName, ...nothing }]);
  return done(`${displayName} is in the directory.`);
}

/** As Entra's own download has it, of the columns that matter here. */
export function usersCsv({ store }: Machine): string {
  const rows = readDirectory(store).map((each) => [
    each.displayName,
    each.userPrincipalName,
    each.id,
  ]);
  return [['displayName', 'userPrincipalName', 'id'], ...rows]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
}
