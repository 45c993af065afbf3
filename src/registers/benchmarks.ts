// Benchmarks: how the place stands beside a named group, from a named source. Never coloured here.
import { choice, lines, number, type RowOf, register, text, title } from './register.ts';
import { query } from './shared-columns.ts';

export const benchmarks = register({
  list: 'Benchmarks',
  row: 'a comparison with others',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    kind: choice('Kind', ['comparison', 'supporting indicator', 'headline gap'], {
      required: true,
    }),
    priority: text('Priority', { indexed: true, pointsAt: 'Priorities' }),
    measure: text('Measure', {
      indexed: true,
      pointsAt: 'Measures',
      note: 'Blank where no measure asks for the same figure.',
    }),
    serves: lines('Serves'),
    comparator: text('Comparator group', { note: 'UK, England, nearest neighbours.' }),
    period: text('Period'),
    unit: text('Unit'),
    localValue: number('Local value'),
    value: number('Comparator value', { note: 'Blank where none is published.' }),
    gap: number('Gap', { note: 'Local against comparator; in words where As printed says more.' }),
    quartile: number('Quartile', { note: '1 is the best performing quarter, 4 the worst.' }),
    printed: text('As printed'),
    source: text('Source'),
    position: number('Position'),
    query,
  },
});
export type Benchmark = RowOf<typeof benchmarks>;
