// A mailbox's settings through Graph: automatic replies, and nothing else that a mailbox has.
import { type OutOfOffice, outOfOfficeOf } from '../teams/out-of-office.ts';
import { personBy } from '../teams/people.ts';
import { GraphFault, notDone } from './graph-fault.ts';
import {
  contextOf,
  type Graph,
  type GraphAnswer,
  type GraphRequest,
  option,
  refuseOtherOptions,
} from './graph-request.ts';

const leave = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];

export function readAutomaticReplies(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, []);
  const { id, set } = mailboxOf(graph, request);
  const what = `users('${id}')/mailboxSettings/automaticRepliesSetting`;
  return { status: 200, body: { ...contextOf(graph, what), ...shape(set) } };
}

export function readMailboxSettings(graph: Graph, request: GraphRequest): GraphAnswer {
  refuseOtherOptions(request, ['select']);
  if (option(request, 'select') !== 'automaticRepliesSetting')
    throw notDone('mailboxSettings without $select=automaticRepliesSetting');
  const { id, set } = mailboxOf(graph, request);
  const what = `users('${id}')/mailboxSettings(automaticRepliesSetting)`;
  return { status: 200, body: { ...contextOf(graph, what), automaticRepliesSetting: shape(set) } };
}

function mailboxOf(graph: Graph, { names, caller }: GraphRequest) {
  const { store } = graph.machine;
  const asked = names['user'] ?? '';
  const consented = (caller.person ? caller.scopes : caller.roles) ?? [];
  const isOwn = caller.person === undefined || caller.person.id === asked.toLowerCase();
  if (!isOwn || !consented.some((each) => leave.includes(each))) {
    const words = 'Access is denied. Check credentials and try again.';
    throw new GraphFault({ status: 403, code: 'ErrorAccessDenied' }, words);
  }
  const person = personBy(store, asked);
  if (!person) {
    const words = `The requested user '${asked}' is invalid.`;
    throw new GraphFault({ status: 404, code: 'ErrorInvalidUser' }, words);
  }
  const set = outOfOfficeOf(store, person.id);
  if (set.status === 'no mailbox') {
    const words = 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.';
    throw new GraphFault({ status: 404, code: 'MailboxNotEnabledForRESTAPI' }, words);
  }
  return { id: person.id, set };
}

/** The times are there whatever is set; where nothing is scheduled they mean nothing. */
function shape(set: OutOfOffice): object {
  const [from, until] =
    set.status === 'scheduled'
      ? [set.from, set.until]
      : ['2020-01-01T08:00:00', '2020-01-02T08:00:00'];
  return {
    status: set.status,
    externalAudience: set.status === 'disabled' ? 'none' : 'all',
    internalReplyMessage: set.status === 'disabled' ? '' : '<p>Out of office.</p>',
    externalReplyMessage: set.status === 'disabled' ? '' : '<p>Out of office.</p>',
    scheduledStartDateTime: momentOf(from),
    scheduledEndDateTime: momentOf(until),
  };
}

function momentOf(utc: string): { dateTime: string; timeZone: string } {
  return { dateTime: `${utc.slice(0, 19)}.0000000`, timeZone: 'UTC' };
}
