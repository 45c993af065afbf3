// The Teams app that was made, against the settings the app runs with: one id, one address, one place to
// sign in for. Whether it is well made is npm run package's to say.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { type Finding, fails, notTried, ok } from './finding.ts';
import type { Patient } from './patient.ts';

const manifest = z.object({
  version: z.string(),
  id: z.string(),
  bots: z.array(z.object({ botId: z.string() })).default([]),
  validDomains: z.array(z.string()).default([]),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  activities: z
    .object({ activityTypes: z.array(z.object({ type: z.string() })) })
    .default({ activityTypes: [] }),
  authorization: z
    .object({
      permissions: z.object({
        resourceSpecific: z.array(z.object({ name: z.string() })).default([]),
      }),
    })
    .default({ permissions: { resourceSpecific: [] } }),
});
type Manifest = z.infer<typeof manifest>;

const again = 'Run npm run package with the settings the app runs with, and upload the zip again.';

/** A manifest is a few kilobytes; what unpacks to more is none. */
const largest = 1_000_000;

/** `file`: the zip; where it is not there nothing is said against it. */
export const lookAtTeamsApp = (patient: Patient, file: string): readonly Finding[] => {
  if (!existsSync(file))
    return [notTried('Teams app', `${file} is not there: npm run package makes it.`)];
  const read = readManifest(file);
  if (read === null)
    return [fails('Teams app', `${file} holds no manifest that can be read.`, again)];
  const faults = faultsOf(read, patient);
  return faults.length > 0
    ? faults.map((words) => fails('Teams app', words, again))
    : [
        ok(
          'Teams app',
          `${path.basename(file)}, version ${read.version}, is of this app and address.`,
        ),
      ];
};

const readManifest = (file: string): Manifest | null => {
  try {
    const files = unzipSync(readFileSync(file), {
      filter: ({ name, originalSize }) => name === 'manifest.json' && originalSize < largest,
    });
    const text = new TextDecoder().decode(files['manifest.json'] ?? new Uint8Array());
    return manifest.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const faultsOf = (read: Manifest, { config, publicUrl, env }: Patient): readonly string[] => {
  const { appId, appIdUri } = config;
  const { webApplicationInfo: signIn, validDomains, bots } = read;
  const host = publicUrl === null ? null : new URL(publicUrl).host;
  const declared = read.authorization.permissions.resourceSpecific.map(({ name }) => name);
  const ours = { APP_ID: appId, APP_ID_URI: appIdUri };
  const differs = (what: string, there: string, setting: keyof typeof ours) =>
    same(there, ours[setting])
      ? []
      : [`${what} is ${there}, and ${setting} is ${ours[setting] || 'not set'}.`];
  return [
    ...differs('Its id', read.id, 'APP_ID'),
    ...bots.flatMap(({ botId }) => differs('Its bot', botId, 'APP_ID')),
    ...differs('The app its pages sign in as', signIn.id, 'APP_ID'),
    ...differs('What its pages sign in for', signIn.resource, 'APP_ID_URI'),
    ...(host === null || validDomains.some((domain) => same(domain, host))
      ? []
      : [`Its pages are at ${validDomains.join(', ')}, and PUBLIC_URL is at ${host}.`]),
    ...(env['ACTIVITY_FEED'] === 'on' && !declared.includes('TeamsActivity.Send.User')
      ? ['ACTIVITY_FEED is on, and it does not declare TeamsActivity.Send.User.']
      : []),
  ];
};
