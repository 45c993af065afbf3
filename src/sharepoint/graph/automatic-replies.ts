// Reads when somebody is out of office from Outlook's automatic replies, which Teams' "Schedule out of
// office" sets too. The words of a reply are theirs: they are not looked at.
import { z } from 'zod';
import type { OutOfOffice } from '../../use-cases/accounts-port.ts';

const moment = z.object({ dateTime: z.string(), timeZone: z.string() });
const setting = z.discriminatedUnion('status', [
  z.object({ status: z.literal('disabled') }),
  z.object({ status: z.literal('alwaysEnabled') }),
  z.object({
    status: z.literal('scheduled'),
    scheduledStartDateTime: moment,
    scheduledEndDateTime: moment,
  }),
]);

/** Null: none are set. Undefined where it says nothing that can be read: nothing is known then. */
export const readOutOfOffice = (body: unknown): OutOfOffice | null | undefined => {
  const read = setting.safeParse(body);
  if (!read.success) return undefined;
  const { data } = read;
  if (data.status === 'disabled') return null;
  if (data.status === 'alwaysEnabled') return { from: null, until: null };
  const from = instantOf(data.scheduledStartDateTime);
  const until = instantOf(data.scheduledEndDateTime);
  return from === null || until === null ? undefined : { from, until };
};

/** Graph answers in UTC; a mailbox that keeps to a zone of Windows' own names it by that. */
const byWindows: Readonly<Record<string, string>> = {
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'UTC',
};

const instantOf = ({ dateTime, timeZone }: z.infer<typeof moment>): Temporal.Instant | null => {
  try {
    const local = Temporal.PlainDateTime.from(dateTime.replace(/Z$/, ''));
    return local.toZonedDateTime(byWindows[timeZone] ?? timeZone).toInstant();
  } catch {
    return null;
  }
};
