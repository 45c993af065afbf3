// Under which licences everything that is shipped may be used: what the server runs, and what is built into the
// tab. `node test/attacks/licences.ts` prints docs/licences.md.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

/** Each lets a council use, copy and host it; none asks that what is built with it be given away. */
export const allowed: Readonly<Record<string, string>> = {
  MIT: 'keep the notice',
  ISC: 'keep the notice',
  '0BSD': 'nothing is asked',
  Unlicense: 'nothing is asked',
  'BSD-2-Clause': 'keep the notice',
  'BSD-3-Clause': 'keep the notice',
  'Apache-2.0': 'keep the notice, and say what was changed',
  'BlueOak-1.0.0': 'keep the notice',
  'PSF-2.0': 'keep the notice',
  'MPL-2.0': 'changes to its own files are published; it is used unchanged',
  'ISC AND CC-BY-3.0': 'keep the notice, and name the source of its data',
  'Bitstream Vera AND Arev AND public domain': 'keep the notice; the font is not sold by itself',
};

/** Where a package says its licence in words of its own, read there. */
const readByHand: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream Vera AND Arev AND public domain',
  limiter: 'MIT',
};

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Lock = Readonly<Record<string, Locked>>;

export type Shipped = {
  readonly name: string;
  readonly version: string;
  /** Null where it says none. */
  readonly licence: string | null;
  readonly in: 'the server' | 'the tab';
};

export const shipped = (): readonly Shipped[] => {
  const { packages: lock } = JSON.parse(
    readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
  ) as { packages: Lock };
  const server = Object.keys(lock).filter(
    (at) => at !== '' && !lock[at]?.dev && !lock[at]?.devOptional,
  );
  const tab = builtIntoTheTab(lock).filter((at) => !server.includes(at));
  return [
    ...server.map((at) => told(lock, at, 'the server')),
    ...tab.map((at) => told(lock, at, 'the tab')),
  ].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
};

const told = (lock: Lock, at: string, where: Shipped['in']): Shipped => {
  const name = at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const said = readByHand[name] ?? lock[at]?.license?.replace(/^\((.*)\)$/, '$1') ?? null;
  return { name, version: lock[at]?.version ?? '', licence: said, in: where };
};

/** What the tab's sources import, and all that those lean on. */
const builtIntoTheTab = (lock: Lock): readonly string[] => {
  const found = new Set<string>();
  const take = (name: string, from: string): void => {
    const at = placeOf(lock, name, from);
    if (at === null || found.has(at)) return;
    found.add(at);
    const { dependencies, peerDependencies } = lock[at] ?? {};
    for (const each of Object.keys({ ...dependencies, ...peerDependencies })) take(each, at);
  };
  for (const name of importedByTheTab()) take(name, '');
  return [...found].filter((at) => !at.includes('node_modules/@types/'));
};

const importedByTheTab = (): readonly string[] => {
  const sources = globSync('tab/**/*.{ts,tsx}', { cwd: root });
  const imported = sources.flatMap((source) =>
    [...readFileSync(path.join(root, source), 'utf8').matchAll(/from '([^.'][^']*)'/g)].map(
      ([, name = '']) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
    ),
  );
  return [...new Set(imported)];
};

/** As Node looks for a package: beside whoever asks for it, then further out. */
const placeOf = (lock: Lock, name: string, from: string): string | null => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (lock[place]) return place;
    if (at === '') return null;
    if (!at.includes('/node_modules/')) at = '';
  }
};

export const licencesPage = (): string => {
  const all = shipped();
  const by = Map.groupBy(all, ({ licence }) => licence ?? 'none');
  const rows = [...by].sort(([, a], [, b]) => b.length - a.length);
  return [
    '# Licences',
    '',
    `Golden Thread is under the MIT licence (LICENSE). What is shipped with it: ${all.length} packages, ${all.filter((each) => each.in === 'the tab').length} of them built into the tab alone. Each must be under one of the licences below, or the tests fail. \`npm run sbom\` prints the bill of materials (CycloneDX) with versions and hashes; packages that are only used to build and test are marked in it as such.`,
    '',
    '| licence | what it asks | packages |',
    '|---|---|---|',
    ...rows.map(
      ([licence, some]) => `| ${licence} | ${allowed[licence] ?? 'NOT ALLOWED'} | ${some.length} |`,
    ),
    '',
    '| package | version | licence | in |',
    '|---|---|---|---|',
    ...all.map(
      (each) => `| ${each.name} | ${each.version} | ${each.licence ?? 'none'} | ${each.in} |`,
    ),
    '',
  ].join('\n');
};

if (import.meta.main) process.stdout.write(licencesPage());
