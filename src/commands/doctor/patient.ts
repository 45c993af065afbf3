// What the checks of doctor share: the settings, the app's tokens and one client of Graph, asked as the
// app itself asks.
import type { Config } from '../../config.ts';
import type { Environment } from '../../settings/environment.ts';
import { isOnThisMachine } from '../../settings/setting-kinds.ts';
import { openGovernor } from '../../sharepoint/graph/governor.ts';
import { type GraphClient, openGraph } from '../../sharepoint/graph/graph-client.ts';
import { machineClock } from '../../sharepoint/graph/machine-clock.ts';
import { graphScope, tokensFor } from '../../sharepoint/graph/tokens.ts';

export type Patient = {
  readonly config: Config;
  readonly env: Environment;
  readonly tokens: ReturnType<typeof tokensFor>;
  readonly graph: GraphClient;
  /** Where the app is served to people; null where nothing says. */
  readonly publicUrl: string | null;
  /** Where Teams reaches it; null where nothing says. */
  readonly reachedAt: string | null;
};

/** Milliseconds one call may take. */
const timeLimit = 20_000;

/** Asks nothing yet. Addresses are without the slash at their end. */
export const patientOf = (config: Config, env: Environment): Patient => {
  const { credentials, graphUrl, unitsPerMinute, local, port } = config;
  const tokens = tokensFor(credentials);
  const graph = openGraph(
    { graphUrl, token: tokens(graphScope), timeLimit },
    openGovernor(unitsPerMinute, machineClock),
    machineClock,
  );
  const told = env['PUBLIC_URL']?.trim().replace(/\/+$/, '') || null;
  const here = local ? `http://localhost:${port}` : null;
  // Local Teams reaches the app on this machine, whatever address a trial gives it in its manifest.
  const reachedAt = told !== null && (here === null || isOnThisMachine(told)) ? told : here;
  return { config, env, tokens, graph, publicUrl: told ?? here, reachedAt };
};

/** For SharePoint's own interface, which views and formats are made through. */
export const restScopeOf = ({ site }: Pick<Config, 'site'>): string =>
  `https://${site.split(':')[0]}/.default`;
