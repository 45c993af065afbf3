// A token of local sign-in for anyone on this machine, for the peers that go their own way.
import { ask } from '../journeys/seat.ts';

export const graphScope = 'https://graph.microsoft.com/.default';
export const connectorScope = 'https://api.botframework.com/.default';

export const anyonesToken = async (localUrl: string, scope: string): Promise<string> => {
  const { tenantId } = (await ask('GET', `${localUrl}/local/config`)) as { tenantId: string };
  const answer = await fetch(`${localUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'local',
      client_secret: 'local',
      scope,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};
