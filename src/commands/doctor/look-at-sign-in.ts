// Whether the app can sign in, as whom, and how long its certificate lasts. Tokens are had as the app has
// them; what is in one is read for this page alone, for nothing else hangs on it.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeJwt } from 'jose';
import { GraphFault } from '../../sharepoint/graph/graph-fault.ts';
import { graphScope } from '../../sharepoint/graph/tokens.ts';
import { type Finding, fails, notTried, ok, warns } from './finding.ts';
import type { Patient } from './patient.ts';

const botScope = 'https://api.botframework.com/.default';

export type SignedIn = {
  readonly findings: readonly Finding[];
  /** What the app was consented to in Graph as itself; null where it could not sign in. */
  readonly roles: readonly string[] | null;
};

/** To Graph, the bot channel and its own API; without the first nothing more is tried. */
export const lookAtSignIn = async (patient: Patient): Promise<SignedIn> => {
  const { tokens } = patient;
  const graph = await tokens(graphScope)().catch(said);
  if (typeof graph !== 'string') return { findings: [refusedWords(graph)], roles: null };
  const claims = decodeJwt(graph);
  const bot = await tokens(botScope)().catch(said);
  return {
    findings: [
      whoIs(patient, claims),
      typeof bot === 'string'
        ? ok('sign-in', 'The app has a token for the bot channel, to send cards with.')
        : fails(
            'sign-in',
            `The app has no token for the bot channel: ${bot.words}.`,
            'Check that APP_ID is the bot registration’s own, of a single tenant or a managed identity.',
          ),
      ...(await tokensForTheTab(patient)),
      ...certificateEnds(patient),
    ],
    roles: rolesIn(claims),
  };
};

/**
 * A token for the app's own API, had as the app: those the tab gets are of the same version. The server believes
 * version 2 alone.
 */
const tokensForTheTab = async ({ tokens, config }: Patient): Promise<readonly Finding[]> => {
  const { appIdUri, loginUrl, tenantId } = config;
  if (appIdUri === '') return [];
  const own = await tokens(`${appIdUri}/.default`)().catch(said);
  if (typeof own !== 'string')
    return [
      notTried(
        'sign-in',
        `Which tokens the tab gets is not known, for the app has none for its own ${appIdUri}: ${own.words}.`,
      ),
    ];
  const { iss } = decodeJwt(own);
  return String(iss).toLowerCase() === `${loginUrl}/${tenantId}/v2.0`.toLowerCase()
    ? [ok('sign-in', 'Tokens for the tab are of version 2, which the app takes.')]
    : [
        fails(
          'sign-in',
          `Tokens for the tab are issued by ${String(iss)}: of version 1, which the app does not take.`,
          'In Entra, App registrations, Manifest, set requestedAccessTokenVersion to 2.',
        ),
      ];
};

/** The application permissions in a token; none where it has none. */
export const rolesIn = (claims: { readonly [name: string]: unknown }): readonly string[] => {
  const { roles } = claims;
  return Array.isArray(roles) ? roles.map(String) : [];
};

type Said = { readonly words: string; readonly code: string; readonly isAway: boolean };

/** Entra's words name the app and the tenant, no person; they are cut at what is for Entra's own support. */
const said = (error: unknown): Said => {
  if (!(error instanceof GraphFault)) throw error;
  const whole = `${error.message}: ${error.said ?? ''}`;
  const words = whole.split(/ Trace ID:/)[0]?.replace(/[.:\s]+$/, '') ?? '';
  const code = /AADSTS(\d+)/.exec(whole)?.[1] ?? '';
  return { words, code, isAway: error.kind === 'unreachable' };
};

const refusedWords = ({ words, code, isAway }: Said): Finding =>
  fails(
    'sign-in',
    `${words}.`,
    remedies[code] ??
      (isAway
        ? 'Check LOGIN_URL, and that this machine reaches it: a proxy or a firewall may stand between.'
        : 'Look the AADSTS number up in Entra’s error codes; check TENANT_ID, APP_ID and how the app signs in.'),
  );

/** Entra's error codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const remedies: Readonly<Record<string, string>> = {
  7000215:
    'In Entra, under Certificates & secrets, make a new client secret and set APP_SECRET to its value, not to its id.',
  7000222:
    'The secret has expired: in Entra, under Certificates & secrets, make a new one and set APP_SECRET to its value.',
  700016: 'Check APP_ID and TENANT_ID: there is no app of that id in that tenant.',
  90002: 'Check TENANT_ID: there is no such tenant.',
  700027:
    'Upload the certificate of APP_CERTIFICATE in Entra, under Certificates & secrets; if it is there, it has expired.',
  700024: 'The clock of this machine is wrong by more than five minutes: set it.',
};

const whoIs = ({ config }: Patient, claims: ReturnType<typeof decodeJwt>): Finding => {
  const tenant = String(claims['tid'] ?? '');
  if (tenant.toLowerCase() !== config.tenantId.toLowerCase())
    return fails(
      'sign-in',
      `The app signs in to the tenant ${tenant}, and TENANT_ID is ${config.tenantId}.`,
      'Set TENANT_ID to the id of the tenant, not to a domain of it.',
    );
  const app = String(claims['appid'] ?? claims['azp'] ?? '');
  const isOther = app.toLowerCase() !== config.appId.toLowerCase();
  // By secret or certificate it is the app of APP_ID; Entra refuses any other.
  if (isOther)
    return ok(
      'sign-in',
      `The app signs in as the managed identity ${app}: the site and what it may do as itself are granted to that, not to APP_ID.`,
    );
  return ok('sign-in', `The app signs in as ${app}, ${how(config.credentials)}.`);
};

const how = (credentials: Patient['config']['credentials']): string => {
  if ('clientSecret' in credentials) return 'by a secret';
  return 'certificate' in credentials ? 'by a certificate' : 'by a managed identity';
};

const day = 86_400_000;
const warnDays = 30;

const certificateEnds = ({ env, config }: Patient): readonly Finding[] => {
  if (!('certificate' in config.credentials)) return [];
  try {
    const file = readFileSync((env['APP_CERTIFICATE'] ?? '').trim(), 'utf8');
    const { validToDate } = new X509Certificate(file);
    const days = Math.floor((validToDate.getTime() - Date.now()) / day);
    const until = validToDate.toISOString().slice(0, 10);
    return days > warnDays
      ? [ok('sign-in', `The certificate lasts until ${until}.`)]
      : [
          warns(
            'sign-in',
            `The certificate ends in ${days} days, on ${until}.`,
            'Make a new one, upload it in Entra beside the old one, and set APP_CERTIFICATE to it.',
          ),
        ];
  } catch {
    return [notTried('sign-in', 'The end of the certificate could not be read.')];
  }
};
