// Installs this app in Teams for people who have not got it, through Graph. Which people, and what
// follows from it, is the use case's to say.
import type { Installed, Installer } from '../../use-cases/accounts-port.ts';
import { isAccount } from './account-id.ts';
import { type BatchAnswer, inBatches, isPassing, lacksLeave, sendBatch } from './batch.ts';
import type { Call, GraphClient } from './graph-client.ts';

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
    const ends = new Map<string, Installed>();
    for (const some of inBatches(objectIds.filter(isAccount))) {
      const answers = await sendBatch(graph, some.map(installing(app)), 'write');
      if (answers.some(lacksLeave)) return null;
      some.forEach((id, at) => ends.set(id, endOf(answers[at])));
    }
    // Who has no account yet has nowhere to install it.
    return objectIds.map((id) => ends.get(id) ?? 'refused');
  },
});

const installing =
  (app: string) =>
  (id: string): Call => ({
    method: 'POST',
    path: `/users/${id}/teamwork/installedApps`,
    body: { 'teamsApp@odata.bind': app },
    units: 0,
  });

const endOf = (answer: BatchAnswer | undefined): Installed => {
  if (answer === undefined || isPassing(answer.fault)) return 'no answer';
  if (answer.fault === null) return 'installed';
  return answer.status === 409 ? 'already' : 'refused';
};
