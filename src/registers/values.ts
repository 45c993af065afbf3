// Values: how the council says it will behave, whatever the priority.
import { longText, number, type RowOf, register, text, title } from './register.ts';

export const values = register({
  list: 'Values',
  row: 'a value of a plan',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    about: longText('About'),
    position: number('Position'),
  },
});
export type Value = RowOf<typeof values>;
