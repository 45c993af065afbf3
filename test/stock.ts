// Sample councils as local Microsoft 365 keeps them once loaded. The first house of a run that asks for
// one loads it for real; those after it begin from a copy of its files (test/once-a-run.ts keeps the place).
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadCouncil } from '../src/commands/load-council.ts';
import { openLocalSharePoint } from '../src/commands/open-local-sharepoint.ts';
import { startLocal } from '../src/local/local.ts';
import type { SampleCouncil } from '../src/samples/sample-council.ts';
import { stockPlace } from './once-a-run.ts';

/** Makes a folder for local Microsoft 365 that holds the council. Outside a run each is loaded for real. */
export const loadedFolder = async (council: SampleCouncil, folder: string): Promise<void> => {
  const place = process.env[stockPlace];
  if (place === undefined) return load(council, folder);
  const kept = path.join(place, nameOf(council));
  if (!existsSync(kept)) await keep(council, { place, kept });
  cpSync(kept, folder, { recursive: true });
};

/** By all that is in it: two councils that differ in one row share nothing. */
const nameOf = (council: SampleCouncil): string =>
  createHash('sha256').update(JSON.stringify(council)).digest('hex').slice(0, 20);

/** Loaded beside its place and moved there whole, so that nobody begins from half of it. */
const keep = async (
  council: SampleCouncil,
  { place, kept }: { readonly place: string; readonly kept: string },
): Promise<void> => {
  const fresh = mkdtempSync(path.join(place, 'loading-'));
  await load(council, fresh);
  try {
    renameSync(fresh, kept);
  } catch (fault) {
    // Another test file was there first; its folder is as good.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(kept)) throw fault;
  }
};

/** Closed afterwards: all that it holds is then in its files. */
const load = async (council: SampleCouncil, dataFolder: string): Promise<void> => {
  mkdirSync(dataFolder, { recursive: true });
  const local = await startLocal({
    port: 0,
    dataFolder,
    appUrl: 'http://localhost:9',
    quiet: true,
  });
  await loadCouncil(local.url, council, () => openLocalSharePoint(local.url, council.site));
  await local.close();
};
