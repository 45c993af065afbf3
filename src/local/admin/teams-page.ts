// Teams apps, as the Teams admin centre has them: upload one, and install it for everybody by a setup
// policy. The bot hears of an installation as when a person installs the app themselves.
import { catalogueAppId } from '../ids.ts';
import type { Machine } from '../machine.ts';
import { mayHaveApp, readDirectory, setInstalled } from '../teams/people.ts';
import { tellInstalled } from '../teams/person-actions.ts';
import { checkUpload } from './check-upload.ts';
import { facts, fileField, form, type Html, html } from './html.ts';
import { registeredApp } from './registered-app.ts';
import { registeredBot } from './registered-bot.ts';
import { type Answer, type Asked, done, refused } from './said.ts';
import { isInCatalogue, putUploaded, uploadedApp } from './uploaded-app.ts';

export function teamsPage({ store }: Machine): Html {
  const app = uploadedApp(store);
  return html`
${
  app === null
    ? html`<p>No app of the council's own has been uploaded.</p>`
    : html`${facts([
        ['Name', app.name],
        ['Version', app.version],
        ['App ID in the catalogue', catalogueAppId],
      ])}`
}
<h2>Upload new app</h2>
${form('Upload', fileField({ name: 'package', words: 'App package' }), { to: '/admin/teams/upload', takesFile: true })}
<h2>Setup policy</h2>
<p>Everybody in the directory who has not got the app is given it.</p>
${form('Install for everybody', html``, { to: '/admin/teams/install' })}`;
}

/** `verb`: upload, or install for everybody. */
export async function changeTeams(machine: Machine, verb: string, asked: Asked): Promise<Answer> {
  if (verb === 'upload') return upload(machine, await asked.file('package'));
  return verb === 'install' ? installAll(machine) : refused('There is no such thing to do.');
}

const upload = async ({ store }: Machine, zip: Uint8Array | null): Promise<Answer> => {
  if (zip === null || zip.length === 0) return refused('Choose the zip that npm run package made.');
  const registered = { app: registeredApp(store), bot: registeredBot(store) };
  const checked = await checkUpload(zip, registered);
  if ('faults' in checked) return refused(checked.faults.join('\n'));
  putUploaded(store, checked);
  return done(`${checked.name} ${checked.version} is in the council's Teams catalogue.`);
};

const installAll = async (machine: Machine): Promise<Answer> => {
  const { store } = machine;
  if (!isInCatalogue(store)) return refused('Upload the app first.');
  const without = readDirectory(store).filter(
    ({ id, installed }) => !installed && mayHaveApp(store, id),
  );
  for (const person of without) setInstalled(store, person.id, true);
  const told = await Promise.all(without.map((person) => tellInstalled(machine, person)));
  const silent = told.filter(({ status }) => status === 0 || status >= 400).length;
  const counted = without.length === 1 ? '1 person' : `${without.length} people`;
  return silent === 0
    ? done(`Installed for ${counted}.`)
    : refused(
        `Installed for ${counted}. The bot did not answer for ${silent} of them: is the app running at ${machine.appUrl}?`,
      );
};
