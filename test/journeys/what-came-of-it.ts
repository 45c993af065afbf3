// What a house's lists and chats hold after something happened, asked as an officer would ask it.
import type { House } from '../given.ts';
import type { Fields } from './lists-by-hand.ts';
import { buttons } from './seat.ts';
import { cycle } from './small-council.ts';
import { whoReceived } from './witness.ts';

/** `house` is asked for each time: a test file may open several, one after another. */
export const whatCameOf = (house: () => House) => {
  const row = async (list: string, key: string): Promise<Fields> => {
    const found = (await house().list(list)).find((each) => each['Key'] === key);
    if (found === undefined) throw new Error(`${list} has no row ${key}.`);
    return found;
  };
  return {
    row,
    /** Their object ids, sorted as `received` sorts. */
    idsOf: (people: readonly string[]) => people.map((each) => house().objectIdOf(each)).sort(),
    /** Who received a step, each as often as they did, by local Teams' own record. */
    received: async (step: string) => [...whoReceived(await house().record(), step)].sort(),
    /** The state of a person's step in Notifications. */
    ledger: async (person: string, step: string) =>
      (await row('Notifications', `${person}|${cycle}|${step}`))['State'],
    returnsOf: async (owner: string) =>
      (await house().list('Returns')).filter(
        (each) => each['Cycle'] === cycle && each['Owner'] === owner,
      ),
    /** Whether any card in a person's chat still has a button. */
    mayPress: async (person: string): Promise<boolean> =>
      (await house().seat(person).chat()).some(
        (each) => each.card !== null && buttons(each.card).length > 0,
      ),
    /** Opens, closes or withdraws the cycle from the tab; answers the status. */
    changeCycle: async (person: string, what: string, body: object): Promise<number> => {
      const address = `${house().appUrl}/api/cycles/${encodeURIComponent(cycle)}/${what}`;
      const answer = await fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await house().tabToken(person)}`,
        },
        body: JSON.stringify(body),
      });
      await answer.text();
      return answer.status;
    },
  };
};
