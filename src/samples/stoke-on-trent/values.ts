// The five values, printed alike in the Strategic Plan and the Operating Plan, with a sentence of our
// own on what each asks of the council and of others. No codes are printed: they are numbered in order.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';

const fiveValues: readonly (readonly [title: string, about: string])[] = [
  [
    'Ownership and accountability',
    'Decide openly and answer for it; everybody looks after the place they live in.',
  ],
  ['Ambition', 'Aim high for the city, and let each contact with residents count.'],
  ['Respect', 'Value colleagues, residents and what each of them gives.'],
  ['Involvement', 'Bring people into decisions, hear them and act on new ideas.'],
  ['Working with others', 'Look for partners, and let whoever can help shape what comes next.'],
];

export const valuesOf = (plan: string): readonly Row<'values'>[] =>
  fiveValues.map(([title, about], index) => {
    const code = String(index + 1);
    return newRow('values', {
      key: `${plan}|${code}`,
      title,
      plan,
      code,
      about,
      position: index + 1,
    });
  });
