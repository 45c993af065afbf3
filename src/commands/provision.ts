// `golden-thread provision`: makes in a site every list, column, index, unique key, view and column
// format that is declared and lacking. Safe to run again. What is otherwise than declared is said, and
// mended only where nothing can be lost (src/sharepoint/provision).
import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { GraphFault } from '../sharepoint/graph-fault.ts';
import { keptRegisters } from '../sharepoint/kept.ts';
import { SiteMissing } from '../sharepoint/not-there.ts';
import { openProvisioning } from '../sharepoint/provision/open-provisioning.ts';
import type { Provisioned } from '../sharepoint/provision/provision.ts';
import { type Plan, stepWords } from '../sharepoint/provision/step.ts';
import { appTokens, type Certificate, certificateIn, graphScope } from '../sharepoint/tokens.ts';
import { commandSettings } from './command-settings.ts';
import { Unable } from './unable.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Say = (line: string) => void;

const flags = ['--plan', '--personal-objectives'];

/** Throws Unable, in plain words, where it cannot be done, or not all of it. */
export const provision = async (
  args: readonly string[],
  env: Environment,
  say: Say = (line) => process.stdout.write(`${line}\n`),
): Promise<void> => {
  const unknown = args.find((each) => !flags.includes(each));
  if (unknown !== undefined)
    throw new Unable(`${unknown} is not something provision knows; it knows ${flags.join(', ')}.`);
  const config = commandSettings(env);
  const { graphUrl, site, unitsPerMinute } = config;
  const provisioning = openProvisioning({
    graphUrl,
    site,
    unitsPerMinute,
    token: tokenFor(config, graphScope),
    restToken: restTokenFor(config, env),
    kept: keptRegisters({ apart: args.includes('--personal-objectives') }),
  });
  say(
    config.local ? `The site is ${site}, of ${graphUrl} on this machine.` : `The site is ${site}.`,
  );
  try {
    if (args.includes('--plan')) tellPlan(await provisioning.plan(), say);
    else tellEnd(await provisioning.run((words) => say(`  ${words}`)), say);
  } catch (error) {
    throw whyNot(error, config);
  }
};

const tokenFor = ({ loginUrl, tenantId, appId, appSecret }: Config, scope: string) =>
  appTokens({ loginUrl, tenantId, clientId: appId, clientSecret: appSecret }, scope);

/**
 * SharePoint takes no token that an app got by its secret: in a real tenant APP_CERTIFICATE names the
 * PEM file of a certificate the app has, with its private key. Without it the secret is tried, and
 * refused, and the views are left out.
 */
const restTokenFor = (config: Config, env: Environment): (() => Promise<string>) => {
  const { loginUrl, tenantId, appId, appSecret, site } = config;
  const certificate = certificateOf(env['APP_CERTIFICATE']);
  const credentials = { loginUrl, tenantId, clientId: appId, clientSecret: appSecret, certificate };
  return appTokens(credentials, `https://${site.split(':')[0]}/.default`);
};

const certificateOf = (file: string | undefined): Certificate | null => {
  if (!file) return null;
  try {
    return certificateIn(readFileSync(file, 'utf8'));
  } catch {
    throw new Unable(
      `APP_CERTIFICATE ${file} is not a PEM file that holds a certificate and its private key.`,
    );
  }
};

const tellPlan = (plan: Plan, say: Say): void => {
  const words = stepWords(plan);
  say(words.length === 0 ? 'There is nothing to do.' : 'It would:');
  for (const each of words) say(`  ${each}`);
  tellRest(plan, say);
};

const tellEnd = (end: Provisioned, say: Say): void => {
  const { done, cost, least, restRequests, failed } = end;
  say(done.length === 0 ? 'All was there: nothing was written.' : `${done.length} done.`);
  tellRest(end, say);
  say(
    `Graph: ${cost.requests} requests and ${cost.units} resource units; the least possible was ${least.requests} and ${least.units}. SharePoint's own interface: ${restRequests} requests.`,
  );
  if (failed.length > 0) throw new Unable(['SharePoint refused:', ...failed].join('\n  '));
};

const tellRest = ({ noticed, skipped }: Pick<Plan, 'noticed' | 'skipped'>, say: Say): void => {
  if (noticed.length > 0) say('To be looked at:');
  for (const each of noticed) say(`  ${each}`);
  if (skipped.length > 0) {
    say("Left out, for want of the right to SharePoint's own interface (see APP_CERTIFICATE):");
  }
  for (const each of skipped) say(`  ${each}`);
};

const whyNot = (error: unknown, { site, graphUrl, local }: Config): unknown => {
  if (error instanceof SiteMissing) return new Unable(error.message);
  if (!(error instanceof GraphFault)) return error;
  if (error.kind === 'forbidden')
    return new Unable(
      `The app may not make lists in ${site}: it needs full control of this one site for the time it runs; take it away afterwards. (${error.message})`,
    );
  if (error.kind === 'unreachable' && local)
    return new Unable(
      `Local Microsoft 365 does not answer at ${graphUrl}: run npm start first, in another window.`,
    );
  return new Unable(`Not finished: ${error.message}. What was done stays; run it again.`);
};
