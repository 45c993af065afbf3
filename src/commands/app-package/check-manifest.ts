// What is wrong with a manifest, in sentences: Microsoft's own schema first, then what their store's
// checks look for and a schema cannot say.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AppManifestUtils } from '@microsoft/app-manifest';

const schemas = createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json');

type Checked = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
type Schema = Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];

/** Against the schema that came with Microsoft's package for this version: nothing is fetched. */
export const schemaFaults = async (
  text: string,
  { schema, version }: { readonly schema: string; readonly version: string },
): Promise<readonly string[]> => {
  const url = new URL(
    `build/json-schemas/teams/v${version}/${schema}.schema.json`,
    `file://${schemas}`,
  );
  const read = JSON.parse(withWholePatterns(await readFile(url, 'utf8'))) as Schema;
  // Large, and no other command needs it.
  const microsoft = await import('@microsoft/app-manifest');
  return microsoft.AppManifestUtils.validateAgainstSchema(JSON.parse(text) as Checked, read);
};

/** Some of its patterns leave a bracket unescaped, which a Unicode pattern does not take. */
const withWholePatterns = (schema: string): string => schema.replaceAll('\\\\b]', '\\\\b\\\\]');

/** What lies in the manifest besides, wherever it lies. */
export const addressFaults = (text: string): readonly string[] => {
  const faults: string[] = [];
  const look = (value: unknown, where: string): void => {
    if (typeof value === 'string') {
      if (/\{\{|\}\}/.test(value)) faults.push(`${where} still has a place to fill: ${value}`);
      if (/\blocalhost\b|\b127\.0\.0\.1\b|\[::1\]/i.test(value))
        faults.push(`${where} names this machine: ${value}`);
      if (/\bhttp:\/\//i.test(value)) faults.push(`${where} is without https: ${value}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value))
        look(inner, where === '' ? name : `${where}.${name}`);
    }
  };
  look(JSON.parse(text), '');
  return faults;
};

type Manifest = {
  readonly id?: string;
  readonly bots?: readonly { readonly botId?: string }[];
  readonly webApplicationInfo?: { readonly id?: string; readonly resource?: string };
  readonly validDomains?: readonly string[];
  readonly staticTabs?: readonly { readonly contentUrl?: string }[];
  readonly configurableTabs?: readonly { readonly configurationUrl?: string }[];
};

/** That its parts speak of one app: pages in its own domains, sign-in for the same address. */
export const agreementFaults = (text: string): readonly string[] => {
  const manifest = JSON.parse(text) as Manifest;
  const domains = new Set(manifest.validDomains ?? []);
  const pages = [
    ...(manifest.staticTabs ?? []).flatMap(({ contentUrl }) => contentUrl ?? []),
    ...(manifest.configurableTabs ?? []).flatMap(({ configurationUrl }) => configurationUrl ?? []),
  ];
  const outside = pages.filter((page) => !URL.canParse(page) || !domains.has(new URL(page).host));
  const { resource = '', id = '' } = manifest.webApplicationInfo ?? {};
  const signsInFor = resource.replace(/^api:\/\//, '').split('/')[0] ?? '';
  return [
    ...outside.map((page) => `${page} is in no domain of validDomains.`),
    ...(domains.has(signsInFor) ? [] : [`Sign-in is for ${resource}, and no page is there.`]),
    ...(manifest.bots ?? [])
      .filter(({ botId }) => botId?.toLowerCase() !== id.toLowerCase())
      .map(({ botId }) => `The bot is ${botId} and the pages sign in as ${id}: they are one app.`),
  ];
};
