// Provisioning by itself, as the command runs it: nothing is read but what it compares.
import type { RegisterName } from '../../registers/registers.ts';
import type { Token } from '../graph/credentials.ts';
import { openGovernor } from '../graph/governor.ts';
import { openGraph } from '../graph/graph-client.ts';
import { type MachineClock, machineClock } from '../graph/machine-clock.ts';
import { type Provisioned, planWith, provisionWith } from './provision.ts';
import type { Plan } from './step.ts';

export type ProvisioningSettings = {
  readonly graphUrl: string;
  /** Host and path: 'contoso.sharepoint.com:/sites/golden-thread'. */
  readonly site: string;
  readonly token: Token;
  /** Null: there is no right to SharePoint's own interface. */
  readonly restToken: Token | null;
  readonly unitsPerMinute: number;
  readonly kept: readonly RegisterName[];
  /** Milliseconds one call may take; a batch of twenty lists is minutes' work for SharePoint. */
  readonly timeLimit?: number;
  readonly clock?: MachineClock;
};

export type Provisioning = {
  /** Says what is lacking, and does nothing. */
  plan(): Promise<Plan>;
  /** Does what is lacking; `tell` hears of each step as it is done. */
  run(tell?: (words: string) => void): Promise<Provisioned>;
};

export const openProvisioning = (settings: ProvisioningSettings): Provisioning => {
  const { graphUrl, token, unitsPerMinute, timeLimit = 300_000, clock = machineClock } = settings;
  const graph = openGraph(
    { graphUrl, token, timeLimit },
    openGovernor(unitsPerMinute, clock),
    clock,
  );
  return {
    plan: () => planWith(graph, { ...settings, timeLimit }),
    run: (tell) => provisionWith(graph, { ...settings, timeLimit }, tell),
  };
};
