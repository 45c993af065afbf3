// What a channel's tab is to open at: the plan and the team chosen when it was added, in its address, for
// Teams gives a tab back the address it was saved with and nothing else.
import { type Address, start } from '../address.ts';

type Chosen = Pick<Address, 'plan' | 'team'>;

/** Without a hash: where Teams puts words of its own. */
export const channelAddress = (origin: string, { plan, team }: Chosen): string => {
  const asked = new URLSearchParams();
  if (plan !== null) asked.set('plan', plan);
  if (team !== null) asked.set('team', team);
  return `${origin}/tab/${asked.size > 0 ? `?${asked}` : ''}`;
};

/** Null where the page's address says nothing of it. */
export const chosenForChannel = (search: string): Address | null => {
  const asked = new URLSearchParams(search);
  const [plan, team] = [asked.get('plan'), asked.get('team')];
  return plan === null && team === null ? null : { ...start, plan, team };
};
