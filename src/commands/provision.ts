// `golden-thread provision`: makes in a site every list, column, index, unique key, view and column
// format that is declared and lacking. Safe to run again. What is otherwise than declared is said, and
// mended only where nothing can be lost (src/sharepoint/provision).
import type { Config } from '../config.ts';
import type { Environment } from '../settings/environment.ts';
import { GraphFault, toldInFull } from '../sharepoint/graph/graph-fault.ts';
import { graphScope, tokensFor } from '../sharepoint/graph/tokens.ts';
import { openProvisioning } from '../sharepoint/provision/open-provisioning.ts';
import type { Provisioned } from '../sharepoint/provision/provision.ts';
import { type Plan, stepWords } from '../sharepoint/provision/step.ts';
import { keptRegisters } from '../sharepoint/rows/kept.ts';
import { SiteMissing } from '../sharepoint/rows/not-there.ts';
import { commandSettings } from './command-settings.ts';
import { print, type Say } from './say.ts';
import { Unable } from './unable.ts';

const flags = ['--plan', '--personal-objectives'];

/** Throws Unable, in plain words, where it cannot be done, or not all of it. */
export const provision = async (
  args: readonly string[],
  env: Environment,
  say: Say = print,
): Promise<void> => {
  const unknown = args.find((each) => !flags.includes(each));
  if (unknown !== undefined)
    throw new Unable(`${unknown} is not something provision knows; it knows ${flags.join(', ')}.`);
  const config = commandSettings(env);
  const { graphUrl, site, unitsPerMinute } = config;
  const tokens = tokensFor(config.credentials);
  const provisioning = openProvisioning({
    graphUrl,
    site,
    unitsPerMinute,
    token: tokens(graphScope),
    // SharePoint takes no token that an app got by its secret: in a real tenant it is refused, and the
    // views are left out. By certificate or managed identity they are made.
    restToken: tokens(`https://${site.split(':')[0]}/.default`),
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
    say(
      "Left out, for want of the right to SharePoint's own interface (see APP_CERTIFICATE and MANAGED_IDENTITY):",
    );
  }
  for (const each of skipped) say(`  ${each}`);
};

const whyNot = (error: unknown, { site, graphUrl, local }: Config): unknown => {
  if (error instanceof SiteMissing) return new Unable(error.message);
  if (!(error instanceof GraphFault)) return error;
  if (error.kind === 'forbidden')
    return new Unable(
      `The app may not make lists in ${site}: it needs full control of this one site for the time it runs; take it away afterwards. (${toldInFull(error)})`,
    );
  if (error.kind === 'unreachable' && local)
    return new Unable(
      `Local Microsoft 365 does not answer at ${graphUrl}: run npm start first, in another window.`,
    );
  return new Unable(`Not finished: ${toldInFull(error)}. What was done stays; run it again.`);
};
