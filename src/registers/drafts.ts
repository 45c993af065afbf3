// Drafts: what a person has typed for a return and not yet saved, as they typed it. Each return they
// have begun is one row; once it is answered its fields are blank again.
import {
  choice,
  instant,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
} from './register.ts';

export const drafts = register({
  list: 'Drafts',
  row: 'an answer begun and not yet given',
  keyIs: 'person|return',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    person: text('Person', { required: true, indexed: true, pointsAt: 'People' }),
    return: text('Return', { required: true, indexed: true, pointsAt: 'Returns' }),
    value: text('Value'),
    numerator: text('Numerator'),
    denominator: text('Denominator'),
    finality: choice('Provisional or final', ['provisional', 'final']),
    commentary: longText('Commentary'),
    forecast: text('Year-end forecast'),
    source: text('Source of the figure'),
    limits: longText('Known limits'),
    until: text('No data until'),
    because: longText('No data because'),
    action: longText('Corrective action'),
    actionOwner: text('Who does it', { pointsAt: 'People' }),
    actionBy: text('By when'),
    noAction: longText('No further action because'),
    promise: text('What became of the promise'),
    line: longText('Of a line', {
      note: 'What was typed of what is no measure: each field with its text, as JSON.',
    }),
    keptAt: instant('Kept at', { note: 'Blank: the return has been answered since.' }),
    revision: number('Revision', { note: 'How often it has been kept.' }),
  },
});
export type Draft = RowOf<typeof drafts>;
