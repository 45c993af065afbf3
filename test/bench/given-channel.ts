// The bot channel as the app sees it: an invoke for each press, signed with the channel's own token,
// posted to the app's door. What a press says is what the Question card holds.
import type { Row } from '../../src/registers/registers.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { ask, seatAt } from '../journeys/seat.ts';
import { cycleKey, period } from './given-council.ts';
import type { House } from './given-house.ts';

export type Press = {
  readonly person: Row<'people'>;
  /** The message pressed on. */
  readonly message: string;
  readonly return: string;
  readonly value: number;
};

export type Channel = {
  /** One press for every return due, a person's own in the order their card asks them. */
  presses(): readonly Press[];
  /** The body of the app's answer. Throws where it is not answered with 200. */
  post(press: Press): Promise<string>;
};

/** Once everyone has their card. */
export const openChannel = async (house: House, council: SampleCouncil): Promise<Channel> => {
  const { tenantId, appId } = (await ask('GET', `${house.localUrl}/local/config`)) as Ids;
  const tokens = new Map<string, string>();
  for (const service of new Set(council.rows.people?.map((each) => each.serviceUrl ?? '')))
    tokens.set(service, await channelToken(house, service));
  const cards = new Map<string, string>();
  for (const { key, objectId, roles } of council.rows.people ?? [])
    if (roles.includes('owner'))
      cards.set(key, (await seatAt(house.localUrl, objectId).newestCard()).id);
  return {
    presses: () => pressesIn(council, cards),
    post: async (press) => {
      const service = press.person.serviceUrl ?? '';
      const answer = await fetch(`${house.appUrl}/api/messages`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.get(service)}`,
          'content-type': 'application/json; charset=utf-8',
        },
        body: JSON.stringify(invoke({ tenantId, appId }, press)),
      });
      const body = await answer.text();
      if (answer.status !== 200) throw new Error(`The app answered ${answer.status}: ${body}`);
      return body;
    },
  };
};

type Ids = { readonly tenantId: string; readonly appId: string };

const channelToken = async (house: House, serviceUrl: string): Promise<string> =>
  ((await ask('POST', `${house.localUrl}/local/teams/token`, { serviceUrl })) as { token: string })
    .token;

const pressesIn = (council: SampleCouncil, cards: ReadonlyMap<string, string>): Press[] => {
  const people = new Map(council.rows.people?.map((each) => [each.key, each]));
  return (council.rows.measures ?? []).flatMap((measure, n) => {
    const person = people.get(measure.owner ?? '');
    const message = cards.get(measure.owner ?? '');
    if (person === undefined || message === undefined) return [];
    return [{ person, message, return: `${measure.key}|${period}`, value: 70 + (n % 200) / 10 }];
  });
};

const invoke = ({ tenantId, appId }: Ids, press: Press) => ({
  type: 'invoke',
  id: `f:${crypto.randomUUID()}`,
  name: 'adaptiveCard/action',
  timestamp: new Date().toISOString(),
  channelId: 'msteams',
  serviceUrl: press.person.serviceUrl,
  from: {
    id: `29:${press.person.objectId}`,
    name: press.person.title,
    aadObjectId: press.person.objectId,
  },
  conversation: { conversationType: 'personal', tenantId, id: press.person.conversation },
  recipient: { id: `28:${appId}`, name: 'Golden Thread' },
  locale: 'en-GB',
  channelData: { tenant: { id: tenantId } },
  replyToId: press.message,
  value: {
    action: { type: 'Action.Execute', verb: 'answer', data: saidBy(press) },
    trigger: 'manual',
  },
});

const saidBy = ({ return: key, value }: Press) => ({
  v: 1,
  cycle: cycleKey,
  return: key,
  revision: 0,
  value: String(value),
  finality: 'final',
  commentary: 'Requests rose in the summer. Extra staff start in November.',
  action: 'Two more staff start, and the oldest requests go first.',
  actionBy: '2100-03-31',
  until: '',
  because: '',
});
