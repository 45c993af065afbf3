// Publication holds: days on which nothing is published, as before an election. Papers are still made and
// read inside; who released one, and why, is kept.
import { choice, date, instant, longText, type RowOf, register, text, title } from './register.ts';

export const holds = register({
  list: 'Publication holds',
  row: 'days on which nothing is published',
  keyIs: 'plan|starts on, or council|starts on',
  columns: {
    title: title('Name'),
    plan: text('Plan', { indexed: true, pointsAt: 'Plans', note: 'Blank is every plan.' }),
    kind: choice('Kind', ['pre-election', 'other'], { required: true }),
    startsOn: date('Starts on', { required: true }),
    endsOn: date('Ends on', {
      required: true,
      note: 'The last day on which nothing is published.',
    }),
    because: longText('Because'),
    releasedAt: instant('Released at'),
    releasedBy: text('Released by', { pointsAt: 'People' }),
    releasedBecause: longText('Released because'),
  },
});
export type Hold = RowOf<typeof holds>;
