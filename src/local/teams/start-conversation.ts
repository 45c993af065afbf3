// Opening a chat with a person: one chat a person for ever, only where the app is installed.
import { z } from 'zod';
import { tenantId } from '../ids.ts';
import { contentsOf } from './activity-content.ts';
import { type Door, type Handling } from './connector-gate.ts';
import { ConnectorRefusal, throttled, unreachable } from './connector-refusals.ts';
import { openConversation, serviceUrlFor } from './conversations.ts';
import { deliver } from './deliver.ts';
import { type Person, personBy } from './people.ts';

const parameters = z.object({
  members: z.array(z.object({ id: z.string() })).length(1),
  isGroup: z.boolean().nullish(),
  tenantId: z.string().nullish(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).nullish() }).nullish(),
  activity: z.unknown().optional(),
});

type Admitted = { person: Person; activity: unknown };

export const startConversation: Handling<Admitted> = {
  admit(door, request) {
    const read = parameters.safeParse(request.body);
    if (!read.success) throw bad('Incorrect conversation creation parameters.');
    const { members, isGroup, activity } = read.data;
    if (isGroup)
      throw new ConnectorRefusal(
        { status: 501, code: 'NotImplemented' },
        'Group chats are not done.',
      );
    const tenant = read.data.tenantId ?? read.data.channelData?.tenant?.id;
    if (!tenant) throw bad('Incorrect conversation creation parameters: tenantId is missing.');
    const person = personBy(door.machine.store, members[0]?.id ?? '');
    if (!person) throw bad('Failed to decrypt pairwise id.');
    if (tenant.toLowerCase() !== tenantId) refuseNotInstalled(door);
    return { person, activity };
  },
  act(door, { person, activity }) {
    if (!person.installed) refuseNotInstalled(door);
    const { machine } = door;
    const conversation = openConversation(machine, person.id);
    const wantedIn = door.limits.takeForConversation(conversation.id, 'open');
    if (wantedIn !== null) throw throttled(wantedIn);
    const opened = { id: conversation.id, serviceUrl: serviceUrlFor(machine, person) };
    if (activity === undefined || activity === null) return { status: 201, body: opened };
    const [activityId] = deliver(machine, conversation, contentsOf(activity));
    return { status: 201, body: { ...opened, activityId } };
  },
};

function refuseNotInstalled(door: Door): never {
  throw unreachable('notInstalled', door.machine.faults.settings.forbiddenShape);
}

function bad(message: string): ConnectorRefusal {
  return new ConnectorRefusal({ status: 400, code: 'BadArgument' }, message);
}
