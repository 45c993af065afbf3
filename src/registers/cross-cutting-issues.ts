// Cross-cutting issues: what no one priority can mend alone.
import { lines, longText, number, type RowOf, register, text, title } from './register.ts';

export const crossCuttingIssues = register({
  list: 'Cross-cutting issues',
  row: 'an issue that cuts across priorities',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    serves: lines('Cuts across'),
    about: longText('About'),
    position: number('Position'),
  },
});
export type CrossCuttingIssue = RowOf<typeof crossCuttingIssues>;
