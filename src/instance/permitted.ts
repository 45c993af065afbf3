// What a council may permit the app besides its lists: to ask who has left, who is out of office and who is in
// the groups that give roles, to install itself for people it cannot reach, and to tell people in Teams'
// activity feed. Where it may not, /health says so and the rest goes on.
import type { RoleGroup } from '../rules/roles-by-group.ts';
import type { Directory, Groups } from '../use-cases/accounts-port.ts';
import { openAskAway } from '../use-cases/ask-away.ts';
import { openAskDirectory } from '../use-cases/ask-directory.ts';
import type { ActivityFeed } from '../use-cases/feed-port.ts';
import { openFollowGroups } from '../use-cases/follow-groups.ts';
import type { Ports } from '../use-cases/ports.ts';
import { openReachPeople } from '../use-cases/reach-people.ts';
import { openTellFeed } from '../use-cases/tell-feed.ts';
import type { Beating } from './heartbeat.ts';

export type Permitted = {
  readonly beats: Pick<Beating, 'askDirectory' | 'askAway' | 'reachPeople'>;
  /** What is off, in sentences for /health. */
  troubles(): readonly string[];
};

/** What is off unless the council switches it on. */
export type SwitchedOn = {
  /** Null: nobody is told in the activity feed. */
  readonly feed?: ActivityFeed | null;
  /** Null: no role follows a group. */
  readonly roles?: { readonly of: Groups; readonly mapped: readonly RoleGroup[] } | null;
};

export const openPermitted = (
  ports: Ports,
  directory: Directory,
  { feed = null, roles = null }: SwitchedOn = {},
): Permitted => {
  const gone = openAskDirectory(ports, directory);
  const away = openAskAway(ports, directory);
  const reaching = ports.installer ? openReachPeople(ports, ports.installer) : null;
  const telling = feed && openTellFeed(ports, feed);
  const following = roles && openFollowGroups(ports, roles.of, roles.mapped);
  return {
    beats: {
      askDirectory: async () => {
        await gone.ask();
        await following?.follow();
      },
      askAway: away.ask,
      reachPeople: async () => {
        await telling?.tell();
        return (await reaching?.reach()) ?? 0;
      },
    },
    troubles: () =>
      [
        gone.trouble(),
        away.trouble(),
        reaching?.trouble() ?? null,
        telling?.trouble() ?? null,
        ...(following?.troubles() ?? []),
      ].filter((each) => each !== null),
  };
};
