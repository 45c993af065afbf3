// The Teams app as one zip: manifest, its words in each language, icons. Built only where nothing is wrong.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { addressFaults, agreementFaults, schemaFaults } from './check-manifest.ts';
import { drawIcon, icons } from './draw-icons.ts';
import { fillManifest, placesLeft } from './fill-manifest.ts';
import type { PackageSettings } from './package-settings.ts';

export type Built = { readonly zip: Uint8Array; readonly holds: readonly string[] };
export type Faulty = { readonly faults: readonly string[] };

/** `folder`: appPackage, with manifest.json, a file a language and icons/. `version`: the product's own. */
export const buildPackage = async (
  folder: string,
  settings: PackageSettings,
  version: string,
): Promise<Built | Faulty> => {
  const template = await readFile(path.join(folder, 'manifest.json'), 'utf8');
  const languages = await languagesIn(folder);
  const manifest = withLanguages(fillManifest(template, settings, version), languages);
  const words = new Map<string, string>();
  for (const name of languages) words.set(name, await readFile(path.join(folder, name), 'utf8'));
  const drawn = await Promise.all(
    icons.map(async (icon) => {
      const svg = await readFile(path.join(folder, 'icons', `${icon.name}.svg`), 'utf8');
      return { name: `${icon.name}.png`, ...drawIcon(svg, icon) };
    }),
  );
  const faults = [
    ...placesLeft(manifest).map((name) => `manifest.json: nothing says what {{${name}}} is.`),
    ...(await manifestFaults(manifest)),
    ...(await wordFaults(words, manifest)),
    ...drawn.flatMap((icon) => ('fault' in icon ? [icon.fault] : [])),
  ];
  if (faults.length > 0) return { faults };
  const pictures = drawn.flatMap((icon) => ('png' in icon ? [[icon.name, icon.png] as const] : []));
  const files = Object.fromEntries<Uint8Array>([
    ['manifest.json', strToU8(manifest)],
    ...[...words].map(([name, text]) => [name, strToU8(text)] as const),
    ...pictures,
  ]);
  return {
    zip: zipSync(files, { mtime: new Date('2020-01-01T00:00:00') }),
    holds: Object.keys(files),
  };
};

const languageFile = /^[a-z]{2}-[A-Z]{2}\.json$/;

const languagesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => languageFile.test(name)).toSorted();

type Localized = {
  readonly localizationInfo: { readonly defaultLanguageFile: string };
};

/** Every language file beside the manifest is a language of the app. */
const withLanguages = (text: string, files: readonly string[]): string => {
  const manifest = JSON.parse(text) as Localized;
  const others = files.filter((name) => name !== manifest.localizationInfo.defaultLanguageFile);
  if (others.length === 0) return text;
  const additionalLanguages = others.map((file) => ({
    languageTag: file.replace('.json', ''),
    file,
  }));
  const localizationInfo = { ...manifest.localizationInfo, additionalLanguages };
  return `${JSON.stringify({ ...manifest, localizationInfo }, null, 2)}\n`;
};

const manifestFaults = async (text: string): Promise<readonly string[]> =>
  [
    ...(await schemaFaults(text, { schema: 'MicrosoftTeams', version: versionOf(text) })),
    ...addressFaults(text),
    ...agreementFaults(text),
  ].map((fault) => `manifest.json: ${fault}`);

/** Each language has the words of the default one, so that none is left in another tongue. */
const wordFaults = async (
  words: ReadonlyMap<string, string>,
  manifest: string,
): Promise<readonly string[]> => {
  const standard =
    [...words.values()][0] === undefined ? [] : keysOf(words.get('en-GB.json') ?? '{}');
  const faults: string[] = [];
  for (const [name, text] of words) {
    const checked = { schema: 'MicrosoftTeams.Localization', version: versionOf(manifest) };
    const said = [...(await schemaFaults(text, checked))];
    const there = new Set(keysOf(text));
    const missing = standard.filter((key) => !there.has(key));
    if (missing.length > 0) said.push(`has no words for ${missing.join(', ')}.`);
    faults.push(...said.map((fault) => `${name}: ${fault}`));
  }
  return faults;
};

const keysOf = (text: string): readonly string[] => Object.keys(JSON.parse(text) as object);
const versionOf = (text: string): string =>
  String((JSON.parse(text) as { manifestVersion?: string }).manifestVersion);
