// Installs this app in Teams for people who have not got it, through Graph. Which people, and what
// follows from it, is the use case's to say.
import type { Installed, Installer } from '../../use-cases/ports.ts';
import { type BatchAnswer, inBatches, isPassing, sendBatch } from './batch.ts';
import type { GraphClient } from './graph-client.ts';

type Catalogued = {
  /** Where Graph is, as the client has it. */
  readonly graphUrl: string;
  /** The app's id in the council's own catalogue, which Teams gave it: not the one in its manifest. */
  readonly teamsAppId: string;
};

/** Installing twice is installing once: what had no answer may be asked again. Throws where Graph is away. */
export const openAppInstaller = (
  graph: GraphClient,
  { graphUrl, teamsAppId }: Catalogued,
): Installer => ({
  install: async (objectIds) => {
    const app = `${graphUrl}/v1.0/appCatalogs/teamsApps/${encodeURIComponent(teamsAppId)}`;
    const answers: BatchAnswer[] = [];
    for (const some of inBatches(objectIds)) {
      const calls = some.map((id) => ({
        method: 'POST' as const,
        path: `/users/${encodeURIComponent(id)}/teamwork/installedApps`,
        body: { 'teamsApp@odata.bind': app },
        units: 1,
      }));
      const got = await sendBatch(graph, calls, 'write');
      if (got.some(lacksLeave)) return null;
      answers.push(...got);
    }
    return answers.map(endOf);
  },
});

/** A policy that keeps the app from one person answers 403 too, in other words. */
const lacksLeave = ({ fault }: BatchAnswer): boolean =>
  fault?.status === 401 ||
  (fault?.status === 403 && /missing (role|scope) permissions/i.test(fault.said ?? ''));

const endOf = ({ status, fault }: BatchAnswer): Installed => {
  if (fault === null) return 'installed';
  if (status === 409) return 'already';
  return status === 0 || isPassing(fault) ? 'no answer' : 'refused';
};
