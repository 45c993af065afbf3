// Risks: likelihood by impact on five by five, before control, with it and as wished for. Blank is not
// assessed. What a score means is decided in rules/risk-score.ts.
import {
  choice,
  date,
  lines,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
} from './register.ts';
import { query } from './shared-columns.ts';

const fiveByFive = { note: '1 to 5.' };

export const risks = register({
  list: 'Risks',
  row: 'a risk',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    section: text('Section', { indexed: true, pointsAt: 'Plans' }),
    serves: lines('Threatens', { note: 'The lines it puts at risk.' }),
    team: text('Team', { indexed: true, pointsAt: 'Teams' }),
    owner: text('Owner', { indexed: true, pointsAt: 'People' }),
    state: choice('State', ['open', 'closed']),
    grossLikelihood: number('Gross likelihood', fiveByFive),
    grossImpact: number('Gross impact', fiveByFive),
    residualLikelihood: number('Residual likelihood', fiveByFive),
    residualImpact: number('Residual impact', fiveByFive),
    targetLikelihood: number('Target likelihood', fiveByFive),
    targetImpact: number('Target impact', fiveByFive),
    appetite: number('Appetite', {
      note: 'The highest residual score the council accepts: 1 to 25.',
    }),
    controls: longText('Controls'),
    reviewOn: date('Review on'),
    reviewedOn: date('Reviewed on'),
    commentary: longText('Commentary'),
    position: number('Position'),
    query,
  },
  views: [
    {
      name: 'Open, worst first',
      columns: [
        'title',
        'code',
        'team',
        'owner',
        'residualLikelihood',
        'residualImpact',
        'appetite',
        'controls',
        'reviewOn',
      ],
      where: [{ column: 'state', isNot: ['closed'] }],
      sort: [
        { by: 'residualImpact', descending: true },
        { by: 'residualLikelihood', descending: true },
      ],
    },
  ],
});
export type Risk = RowOf<typeof risks>;
