// A site where the app and people write at once: the app under its own id, people signed in as
// themselves, so that the list records who changed what.

import { appId } from '../../../src/local/ids.ts';
import type { SharePoint, SharePointSettings } from '../../../src/sharepoint/open-sharepoint.ts';
import type { ByHand } from '../../contracts/lists-contract.ts';
import { byHandOn } from '../by-hand.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';

export const [maya, tom] = [
  { id: '11111111-aaaa-4aaa-8aaa-000000000001', displayName: 'Maya Khan' },
  { id: '11111111-aaaa-4aaa-8aaa-000000000002', displayName: 'Tom Reid' },
] as const;
export type Hand = typeof maya | typeof tom;

export type TwoHands = {
  readonly local: LocalSite;
  /** Our adapter, signed in as the app. */
  open(settings?: Partial<SharePointSettings>): Promise<SharePoint>;
  /** The lists as this person edits them. */
  hand(person: Hand): ByHand;
  close(): Promise<void>;
};

export const openTwoHands = async (): Promise<TwoHands> => {
  const local = await openLocalSite();
  await post(local, 'PUT', 'directory', {
    people: [maya, tom].map((each) => ({
      ...each,
      installed: true,
      userPrincipalName: `${each.displayName.toLowerCase().replace(' ', '.')}@example.org`,
    })),
  });
  const tokenOf = async ({ id }: Hand): Promise<string> => {
    const overrides = { audience: 'https://graph.microsoft.com' };
    const asked = { personId: id, overrides };
    return ((await post(local, 'POST', 'sign-in/token', asked)) as { token: string }).token;
  };
  const askAs =
    (person: Hand) =>
    async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
      const answer = await fetch(`${local.url}/v1.0${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${await tokenOf(person)}`,
          'Content-Type': 'application/json',
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
      return (text === '' ? null : JSON.parse(text)) as Body;
    };
  return {
    local,
    open: (settings = {}) => local.open({ ...local.asTheApp, appId, ...settings }),
    hand: (person) => byHandOn(askAs(person), local.site),
    close: local.close,
  };
};

const post = async ({ url }: LocalSite, method: string, below: string, body: object) => {
  const answer = await fetch(`${url}/local/${below}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${below} answered ${answer.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
};
