// What Teams looks at before it takes an app: the manifest by Microsoft's own schema, the files it names,
// the icons' sizes, and that what it speaks of is registered in this tenant. Stricter than Teams, which
// says nothing of a bot or a sign-in that is not there until somebody opens the app.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import type { RegisteredApp } from './registered-app.ts';
import type { RegisteredBot } from './registered-bot.ts';
import type { UploadedApp } from './uploaded-app.ts';

/** Bytes, once unpacked; an app package is some 20 KB. */
const most = 10 * 1024 * 1024;

type Manifest = {
  readonly id?: string;
  readonly version?: string;
  readonly manifestVersion?: string;
  readonly name?: { readonly short?: string };
  readonly icons?: { readonly color?: string; readonly outline?: string };
  readonly localizationInfo?: { readonly defaultLanguageFile?: string };
  readonly staticTabs?: readonly { readonly contentUrl?: string }[];
  readonly validDomains?: readonly string[];
  readonly bots?: readonly { readonly botId?: string }[];
  readonly webApplicationInfo?: { readonly id?: string; readonly resource?: string };
};

export type Registered = {
  readonly app: RegisteredApp | null;
  readonly bot: RegisteredBot | null;
};

/** The app, or a sentence for each thing wrong with it. */
export async function checkUpload(
  zip: Uint8Array,
  registered: Registered,
): Promise<UploadedApp | { readonly faults: readonly string[] }> {
  const files = unpacked(zip);
  if (files === null) return { faults: ['The file is not a zip, or is larger than 10 MB.'] };
  const manifest = readManifest(files);
  if (manifest === null)
    return { faults: ['There is no manifest.json at the root of the zip that can be read.'] };
  const faults = [
    ...(await schemaFaults(manifest)),
    ...fileFaults(files, manifest),
    ...pageFaults(manifest),
    ...tenantFaults(manifest, registered),
  ];
  if (faults.length > 0) return { faults };
  const { version = '', name, staticTabs = [] } = manifest;
  return { version, name: name?.short ?? '', tab: contentOf(staticTabs)[0] ?? '' };
}

const unpacked = (zip: Uint8Array): Unzipped | null => {
  let size = 0;
  try {
    return unzipSync(zip, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size > most) throw new RangeError('too large');
        return true;
      },
    });
  } catch {
    return null;
  }
};

const readManifest = (files: Unzipped): Manifest | null => {
  try {
    return JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;
  } catch {
    return null;
  }
};

const packageOf = createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json');

const schemaFaults = async (manifest: Manifest): Promise<readonly string[]> => {
  const version = manifest.manifestVersion ?? '';
  if (!/^1\.\d+$/.test(version)) return [`"${version}" is no version of the manifest's schema.`];
  const file = new URL(
    `build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`,
    `file://${packageOf}`,
  );
  const schema = await readFile(file, 'utf8').catch(() => null);
  if (schema === null) return [`"${version}" is no version of the manifest's schema.`];
  const { AppManifestUtils } = await import('@microsoft/app-manifest');
  type Checked = Parameters<typeof AppManifestUtils.validateAgainstSchema>;
  // Some of its patterns leave a bracket unescaped, which a Unicode pattern does not take.
  const read = JSON.parse(schema.replaceAll('\\\\b]', '\\\\b\\\\]')) as Checked[1];
  return AppManifestUtils.validateAgainstSchema(manifest as Checked[0], read);
};

const fileFaults = (files: Unzipped, { icons, localizationInfo }: Manifest): readonly string[] => {
  const words = localizationInfo?.defaultLanguageFile;
  return [
    ...iconFaults(files, icons?.color, 192),
    ...iconFaults(files, icons?.outline, 32),
    ...(words === undefined || files[words] ? [] : [`${words} is not in the zip.`]),
  ];
};

const iconFaults = (
  files: Unzipped,
  name: string | undefined,
  pixels: number,
): readonly string[] => {
  const png = files[name ?? ''];
  if (png === undefined) return [`${name ?? 'An icon'} is not in the zip.`];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const isPng = png.length > 24 && view.getUint32(0) === 0x89_50_4e_47;
  const [wide, high] = isPng ? [view.getUint32(16), view.getUint32(20)] : [0, 0];
  return wide === pixels && high === pixels
    ? []
    : [`${name} must be a PNG of ${pixels} by ${pixels} pixels.`];
};

const pageFaults = ({ validDomains = [], staticTabs = [] }: Manifest): readonly string[] =>
  contentOf(staticTabs)
    .filter((page) => !URL.canParse(page) || !validDomains.includes(new URL(page).host))
    .map((page) => `${page} is in no domain of validDomains.`);

const contentOf = (tabs: NonNullable<Manifest['staticTabs']>): readonly string[] =>
  tabs.flatMap(({ contentUrl }) => contentUrl ?? []);

const tenantFaults = (manifest: Manifest, { app, bot }: Registered): readonly string[] => {
  const { id, resource } = manifest.webApplicationInfo ?? {};
  const botId = manifest.bots?.[0]?.botId;
  if (app === null || id !== app.id)
    return [`No app with the id ${id} is registered in this tenant: see App registrations.`];
  return [
    ...(app.idUri === resource
      ? []
      : [
          `Sign-in is for ${resource}, and the app's Application ID URI is ${app.idUri || 'not set'}.`,
        ]),
    ...(bot?.app === botId?.toLowerCase()
      ? []
      : [`No bot with the id ${botId} is registered for Teams: see Bots.`]),
  ];
};
