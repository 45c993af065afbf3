// How each person is reached: the conversation and service on their row, or one begun now.
// A conversation begun here is known at once; it reaches the register with the send it was for.
import type { Person } from '../src/registers/people.ts';
import type { Reply } from './attempts.ts';
import type { Connector, Place } from './connector.ts';

export interface People {
  /** Costs no request where the place is known. */
  place(person: Person): Promise<Reply<Place>>;
  /** Teams no longer has this conversation: the next caller begins another. */
  drop(person: Person, gone: Place): void;
}

export const createPeople = (connector: Connector): People => {
  const begun = new Map<string, Place>();
  const gone = new Map<string, string>();
  const beginning = new Map<string, Promise<Reply<Place>>>();

  const known = (person: Person): Place | null => {
    const { conversation, serviceUrl } = person;
    if (conversation !== null && serviceUrl !== null && gone.get(person.key) !== conversation)
      return { conversation, serviceUrl };
    return begun.get(person.key) ?? null;
  };

  const begin = async (person: Person): Promise<Reply<Place>> => {
    const reply = await connector.begin(person.objectId);
    if ('value' in reply) {
      begun.set(person.key, reply.value);
      gone.delete(person.key);
    }
    return reply;
  };

  return {
    place(person) {
      const place = known(person);
      if (place !== null) return Promise.resolve({ value: place, attempts: 0, replyLost: false });
      const underWay =
        beginning.get(person.key) ?? begin(person).finally(() => beginning.delete(person.key));
      beginning.set(person.key, underWay);
      return underWay;
    },
    drop(person, place) {
      gone.set(person.key, place.conversation);
      begun.delete(person.key);
    },
  };
};
