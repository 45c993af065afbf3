// Keeps how a person is reached in Teams, so that a restart or another worker can reach them too.
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Ports } from './ports.ts';

/** Does nothing when it is known already. */
export const rememberConversation = async (
  ports: Ports,
  found: { person: string; conversation: string; serviceUrl: string },
): Promise<void> => {
  const person = ports.replica.registers().people.get(found.person);
  if (person === undefined) return;
  const { conversation, serviceUrl } = found;
  if (person.conversation === conversation && person.serviceUrl === serviceUrl) return;
  const at = ports.clock.now().toInstant();
  await accept(ports, [
    {
      key: `conversation|${person.key}|${conversation}|${at.toString()}`,
      by: null,
      at,
      changes: [change('people', person.key, { conversation, serviceUrl })],
      message: null,
    },
  ]);
};
