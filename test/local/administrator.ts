// An administrator's hands on the pages of a local Microsoft 365 that was begun empty: what a form says
// when it has been sent, and an app package to upload.
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildPackage } from '../../src/commands/app-package/build-package.ts';
import { appId } from '../../src/local/ids.ts';

export type Sent = { readonly status: number; readonly said: string; readonly page: string };

type Fields = Readonly<Record<string, string | readonly string[] | Uint8Array>>;

export const administratorAt = (url: string) => {
  const read = async (response: Response): Promise<Sent> => {
    const page = await response.text();
    const said = /role="status">([^<]*)</.exec(page)?.[1] ?? '';
    return { status: response.status, said: unescaped(said), page };
  };
  return {
    look: async (place: string) => read(await fetch(`${url}/admin${place}`)),
    send: async (place: string, fields: Fields = {}, headers: Record<string, string> = {}) =>
      read(await fetch(`${url}/admin${place}`, { method: 'POST', body: formOf(fields), headers })),
  };
};

const formOf = (fields: Fields): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (value instanceof Uint8Array) form.append(name, new File([value.slice()], 'app.zip'));
    else for (const each of [value].flat()) form.append(name, String(each));
  return form;
};

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCharCode(Number(code)));

const settings = {
  APP_ID: appId,
  APP_ID_URI: `api://plan.council.gov.uk/${appId}`,
  PUBLIC_URL: 'https://plan.council.gov.uk',
  DEVELOPER_NAME: 'Your council',
  WEBSITE_URL: 'https://www.council.gov.uk/plan',
  PRIVACY_URL: 'https://www.council.gov.uk/privacy',
  TERMS_URL: 'https://www.council.gov.uk/terms',
};
const appPackage = path.join(import.meta.dirname, '..', '..', 'appPackage');

const build = async (other: Partial<typeof settings> = {}): Promise<Uint8Array> => {
  const built = await buildPackage(appPackage, { ...settings, ...other }, '1.2.3');
  if ('faults' in built) throw new Error(built.faults.join('\n'));
  return built.zip;
};

let usual: Promise<Uint8Array> | null = null;

/** As npm run package makes it, for another address or app where that is said. */
export const packageFor = (other?: Partial<typeof settings>): Promise<Uint8Array> => {
  if (other !== undefined) return build(other);
  usual ??= build();
  return usual;
};

/** Files of the zip as they are said here instead; null is taken out. */
export const packageWith = async (
  files: Readonly<Record<string, string | null>>,
): Promise<Uint8Array> => {
  const whole = { ...unzipSync(await packageFor()) };
  for (const [name, text] of Object.entries(files))
    if (text === null) delete whole[name];
    else whole[name] = strToU8(text);
  return zipSync(whole);
};

export const manifestText = async (): Promise<string> =>
  strFromU8(unzipSync(await packageFor())['manifest.json'] ?? new Uint8Array());
