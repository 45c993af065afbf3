// Escalation history: everything said and done about an escalation, in order. Nothing in it is changed.
import { choice, date, instant, longText, type RowOf, register, text, title } from './register.ts';

export const escalationEvents = [
  'raised',
  'told',
  'acknowledged',
  'asked',
  'answered',
  'plan required',
  'plan given',
  'accepted',
  'support offered',
  'closed',
] as const;
export type EscalationEventKind = (typeof escalationEvents)[number];

export const escalationHistory = register({
  list: 'Escalation history',
  row: 'something said or done about an escalation',
  keyIs: 'escalation|what|when or number',
  appendOnly: true,
  columns: {
    title: title('Name'),
    plan: text('Plan', { indexed: true, pointsAt: 'Plans' }),
    escalation: text('Escalation', { required: true, indexed: true, pointsAt: 'Escalations' }),
    event: choice('What', escalationEvents, { required: true }),
    by: text('Who', { pointsAt: 'People', note: 'Blank is the product itself.' }),
    to: text('To', { indexed: true, pointsAt: 'People' }),
    at: instant('When', { required: true }),
    words: longText('In words'),
    dueOn: date('Due on'),
    answers: text('Answers', {
      pointsAt: 'Escalation history',
      note: 'The question this is an answer to.',
    }),
  },
  views: [
    {
      name: 'Newest first',
      columns: ['at', 'title', 'event', 'by', 'to', 'words', 'dueOn'],
      sort: 'newest',
    },
  ],
});
export type EscalationEvent = RowOf<typeof escalationHistory>;
