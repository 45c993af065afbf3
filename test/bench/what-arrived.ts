// Who was owed a message and what each got, from local Teams' directory and its own record.
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { ask } from '../journeys/seat.ts';

export type Recorded = {
  readonly at: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly personId: string;
  readonly conversationId: string;
  readonly summary: string | null;
  readonly card: object | null;
};

export type Arrivals = {
  /** Cards to owners, and to the managers of those who cannot be reached. */
  readonly owed: number;
  readonly messages: number;
  readonly unreachable: number;
  readonly lost: number;
  readonly doubled: number;
  /** Messages that nobody was owed. */
  readonly strange: number;
};

/** An owner is owed a card; where they cannot be reached their manager is owed word of it. */
export const countArrivals = async (
  localUrl: string,
  council: SampleCouncil,
  record: readonly Recorded[],
): Promise<Arrivals> => {
  const blocked = await whoBlocked(localUrl);
  const people = council.rows.people ?? [];
  const byKey = new Map(people.map((person) => [person.key, person]));
  const owners = people.filter((person) => person.roles.includes('owner'));
  const unreached = owners.filter((person) => blocked.has(person.objectId));
  const owed = [
    ...owners.map(({ objectId }) => place(objectId, 'card')),
    ...unreached.map(({ manager, title }) =>
      place(byKey.get(manager ?? '')?.objectId ?? '', `word of ${title}`),
    ),
  ];
  const came = new Map<string, number>();
  const created = record.filter(({ kind }) => kind === 'create');
  for (const { personId, summary } of created) {
    const what = place(personId, whatItIs(summary ?? ''));
    came.set(what, (came.get(what) ?? 0) + 1);
  }
  const reachable = owed.filter((each) => !blocked.has(each.split(' ')[0] as string));
  return {
    owed: owed.length,
    messages: created.length,
    unreachable: owed.length - reachable.length,
    lost: reachable.filter((each) => !came.has(each)).length,
    doubled: [...came.values()].reduce((sum, times) => sum + times - 1, 0),
    strange: [...came.keys()].filter((each) => !owed.includes(each)).length,
  };
};

const place = (objectId: string, what: string): string => `${objectId} ${what}`;

const whatItIs = (summary: string): string => {
  const about = /^(.*) did not get /.exec(summary)?.[1];
  return about === undefined ? 'card' : `word of ${about}`;
};

const whoBlocked = async (localUrl: string): Promise<ReadonlySet<string>> => {
  const { people } = (await ask('GET', `${localUrl}/local/directory`)) as {
    people: { id: string; blocked: boolean }[];
  };
  return new Set(people.filter((person) => person.blocked).map((person) => person.id));
};
