// What a council says of itself in its Teams app: every setting in one reading, every fault at once. An
// address of this machine, or one without https, is none that Teams could open.
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Environment } from '../../settings/environment.ts';

const given = z.string({ error: 'is not set' }).trim().min(1, { error: 'is not set' });

const reachable = (words: string) =>
  given
    .transform((text) => text.replace(/\/+$/, ''))
    .refine(isPublicAddress, {
      error: `must be ${words}: an https address that people outside this machine can open`,
    });

const guid = given.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, {
  error: "must be the app's id in Entra, such as 12345678-9abc-4ef0-8123-456789abcdef",
});

const settings = z
  .object({
    APP_ID: guid,
    APP_ID_URI: given,
    PUBLIC_URL: reachable('where the app is served').refine((text) => isOrigin(text), {
      error: 'must be an address alone, with no path: https://plan.council.gov.uk',
    }),
    DEVELOPER_NAME: given.max(32, { error: 'must be at most 32 characters' }),
    WEBSITE_URL: reachable("the council's own page about it"),
    PRIVACY_URL: reachable('the privacy notice'),
    TERMS_URL: reachable('the terms of use'),
  })
  .superRefine(({ APP_ID, APP_ID_URI, PUBLIC_URL }, check) => {
    const expected = `api://${URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL).host : ''}/${APP_ID}`;
    if (APP_ID_URI.toLowerCase() === expected.toLowerCase()) return;
    const message = `must be ${expected}: Teams gives no token for an app whose address is not in it`;
    check.addIssue({ code: 'custom', path: ['APP_ID_URI'], message });
  });

export type PackageSettings = z.infer<typeof settings>;

/** The settings, or a sentence for each that is wrong. */
export const readPackageSettings = (
  env: Environment,
): PackageSettings | { readonly faults: readonly string[] } => {
  const read = settings.safeParse(env);
  if (read.success) return read.data;
  return { faults: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`) };
};

function isPublicAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.');
  const isHere = /(^|\.)(localhost|local|internal|test|example|invalid)$/i.test(hostname);
  return protocol === 'https:' && isName && !isHere && username === '' && password === '';
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).origin.toLowerCase() === text.toLowerCase();
