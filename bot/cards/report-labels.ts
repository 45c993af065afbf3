// What each field of a Report card is called: by its label, in the notice that sends the reader to it, and
// where what was typed is told in a line.
import { lineFieldWords } from '../../src/rules/line-fault.ts';
import { type ReportView, readMoneyField } from './report.ts';

type Named = keyof typeof lineFieldWords;

/** A line of a budget is named with its field: there are several of each. */
export const fieldLabel = (field: string, { asks }: Pick<ReportView, 'asks'>): string => {
  const lines = asks.of === 'finance' ? asks.lines : [];
  return fieldName(
    field,
    lines.map(({ key, name }) => ({ key, title: name })),
  );
};

/** `lines`: those of the budget that are asked for. Another is called by its field alone. */
export const fieldName = (
  field: string,
  lines: readonly { readonly key: string; readonly title: string }[],
): string => {
  if (field === 'until') return 'No news until';
  if (field === 'because') return 'Because';
  const money = readMoneyField(field);
  if (money === null)
    return Object.hasOwn(lineFieldWords, field) ? lineFieldWords[field as Named] : field;
  const title = lines.find(({ key }) => key === money.key)?.title;
  const label = lineFieldWords[money.field];
  return title === undefined ? label : `${title}: ${label}`;
};
