// The programme and the Workforce Strategy as plans, how their rows are keyed, and the two quarters the
// strategy's measures are asked for. The document prints no reminder ladder: it is the other sample's.
import { newRow } from '../../registers/new-row.ts';
import type { RegisterName, Row } from '../../registers/registers.ts';
import { plannedQuarter } from '../planned-quarter.ts';

export const programme = 'powering-our-future';
export const strategy = 'workforce-strategy';

/** Any row of the programme, or of the strategy, that is known by a code. */
export const inProgramme = (code: string): string => `${programme}|${code}`;
export const inStrategy = (code: string): string => `${strategy}|${code}`;

/** Lines of the golden thread that many rows serve. */
export const mission = (code: string): string => `Priorities: ${inProgramme(code)}`;
export const workstream = (code: string): string => `Objectives: ${inProgramme(code)}`;
export const reviewLine = (code: string): string => `Projects: ${inProgramme(code)}`;
export const workforcePriority = (code: string): string => `Priorities: ${inStrategy(code)}`;

/** One point to a line; null where nothing is printed. */
export const points = (...each: readonly string[]): string | null =>
  each.length > 0 ? each.join('\n') : null;

/** A row that carries what the report prints, which is published. */
export const printed = <N extends RegisterName>(
  register: N,
  said: { readonly key: string } & Partial<Row<N>>,
): Row<N> => newRow(register, { access: 'public', ...said } as typeof said);

export const plans: readonly Row<'plans'>[] = [
  printed('plans', {
    key: programme,
    title: 'Powering Our Future',
    plan: programme,
    code: programme,
    kind: 'programme',
    vision:
      'A bold and inventive council, working with partners for a fairer borough that people are proud of, feel part of and help to shape.',
    portfolioHolder: 'Leader of the Council',
    approvingBody: 'cabinet',
  }),
  printed('plans', {
    key: strategy,
    title: 'Workforce Strategy (draft)',
    plan: strategy,
    parent: programme,
    code: strategy,
    kind: 'thematic',
    serves: [mission('COL')],
    vision:
      'Skilled and varied staff, committed and trusted, who use what they know for residents while money is short.',
    approvingBody: 'cabinet',
  }),
];

export const cycles: readonly Row<'cycles'>[] = [
  plannedQuarter({ plan: strategy, year: '2024-25', number: 1, opensOn: '2024-07-01' }),
  plannedQuarter({ plan: strategy, year: '2024-25', number: 2, opensOn: '2024-10-01' }),
];

/** What the programme says of how it will go about things. */
export const values: readonly Row<'values'>[] = (
  [
    [
      'V1',
      'Strengthen people and communities',
      'More done at home and nearby, less need of services.',
    ],
    ['V2', 'Keep looking for better ways', 'New methods, so that the money holds now and later.'],
    ['V3', 'Redesign with the least harm', 'To residents, communities and partners alike.'],
  ] as const
).map(([code, title, about], index) =>
  printed('values', {
    key: inProgramme(code),
    title,
    plan: programme,
    code,
    about,
    position: index + 1,
  }),
);
