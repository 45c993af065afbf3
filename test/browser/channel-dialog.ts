// Teams' dialog for adding a tab to a channel, as far as teams-js needs it: a page on a host's address that
// frames ours, answers its messages and presses Save.
import type { FrameLocator, Page } from 'playwright-core';
import type { House } from '../given.ts';

export type Kept = {
  readonly suggestedDisplayName: string;
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
};

type Dialog = {
  readonly inside: FrameLocator;
  /** Whether Teams' own Save button can be pressed. */
  readonly canSave: () => Promise<boolean>;
  /** Presses it: what Teams keeps of the tab. */
  readonly save: () => Promise<Kept>;
};

const answering = (
  appUrl: string,
  person: object,
) => `<!doctype html><html lang="en"><title>Add a tab</title>
<h1>Add a tab</h1><iframe title="Set up" src="${appUrl}/tab/configure.html" style="width:100%;height:600px"></iframe>
<script>
const frame = document.querySelector('iframe').contentWindow;
window.kept = null; window.valid = false; window.saved = null;
const answers = {
  initialize: () => ['settings', 'web', JSON.stringify({ apiVersion: 4, supports: { pages: { config: {} } } })],
  getContext: () => [${JSON.stringify(person)}],
  'authentication.getAuthToken': async () => [true, await window.tokenFor()],
  'settings.setValidityState': ([valid]) => { window.valid = valid; return null; },
  'settings.setSettings': ([kept]) => { window.kept = kept; return [true]; },
  'settings.save.success': () => { window.saved = 'saved'; return null; },
  'settings.save.failure': ([why]) => { window.saved = why; return null; },
};
window.addEventListener('message', async ({ data, source }) => {
  if (source !== frame || typeof data?.func !== 'string') return;
  const args = await (answers[data.func] ?? (() => null))(data.args ?? []);
  if (args) frame.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, '${appUrl}');
});
window.pressSave = () => frame.postMessage({ func: 'settings.save', args: [] }, '${appUrl}');
</script></html>`;

export const openDialog = async (page: Page, house: House, person: string): Promise<Dialog> => {
  const who = {
    userObjectId: house.objectIdOf(person),
    theme: 'default',
    locale: 'en-gb',
    entityId: '',
    frameContext: 'settings',
    hostClientType: 'web',
    hostName: 'Teams',
  };
  await page.exposeFunction('tokenFor', () => house.tabToken(person));
  // A real address of the host: what a test answers in its place counts as another network's.
  await page.goto(`${house.localUrl}/local/config`);
  await page.setContent(answering(house.appUrl, who));
  return {
    inside: page.frameLocator('iframe[title="Set up"]'),
    canSave: () => page.evaluate('window.valid'),
    save: async () => {
      await page.evaluate('window.pressSave()');
      await page.waitForFunction('window.saved === "saved"');
      return page.evaluate('window.kept');
    },
  };
};
