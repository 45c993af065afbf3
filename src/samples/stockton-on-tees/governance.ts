// Who decides and oversees: boards, the one meeting with a printed day, what it was asked to decide, and
// the scrutiny review that a transformation review keeps in step with.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { inProgramme, mission, printed, programme, reviewLine, strategy } from './plan.ts';
import { reviews } from './reviews.ts';

type Kind = Row<'boards'>['kind'];

const steered = [
  ['COM', 'Communities'],
  ['PAR', 'Partnerships'],
  ['TRA', 'Transformation'],
  ['COL', 'Colleagues'],
  ['REG', 'Regeneration'],
] as const;

const named: readonly (readonly [key: string, title: string, kind: Kind])[] = [
  ['council', 'Council', 'Council'],
  ['cabinet', 'Cabinet', 'Cabinet'],
  ['corporate-management-team', 'Corporate Management Team', 'directors'],
  ['place-select-committee', 'Place Select Committee', 'scrutiny'],
  ['place-leadership-board', 'Place Leadership Board', 'partnership'],
  ['making-it-real-board', 'Making it Real Board', 'partnership'],
  ...steered.map(
    ([code, name]) =>
      [`steering-${code.toLowerCase()}`, `${name} steering group`, 'programme'] as const,
  ),
];

/** What a committee for place oversees is our reading: the missions it is named after. */
const hears: { readonly [key: string]: readonly string[] } = {
  'place-select-committee': [mission('REG'), mission('COM')],
};

/** Members' meetings are open by law; how often each hears is not printed. */
const open: readonly Kind[] = ['Council', 'Cabinet', 'scrutiny'];

export const boards: readonly Row<'boards'>[] = named.map(([key, title, kind], index) =>
  printed('boards', {
    key,
    title,
    kind,
    plan: kind === 'programme' ? programme : null,
    hearsOf: hears[key] ?? [],
    inPublic: open.includes(kind),
    position: index + 1,
  }),
);

const day = Temporal.PlainDate.from('2024-04-18');
const meeting = `cabinet|${day.toString()}`;

export const meetings: readonly Row<'meetings'>[] = [
  printed('meetings', {
    key: meeting,
    title: 'Cabinet, 18 April 2024',
    board: 'cabinet',
    meetsOn: day,
  }),
];

const recommended: readonly (readonly [title: string, about: readonly string[]])[] = [
  ['Note how each mission stands', steered.map(([code]) => mission(code))],
  ['Agree the Partnership Charter', [`Partnerships: ${inProgramme('CHARTER')}`]],
  [
    'Note Xentrall and DDAT updates',
    [`Partnerships: ${inProgramme('SHARED')}`, reviewLine('MT08')],
  ],
  ['Agree scopes of the 14 reviews', reviews.map(({ code }) => reviewLine(code))],
  ['Agree the draft Workforce Strategy', [`Plans: ${strategy}`]],
];

/** What was recommended: the report goes before its meeting, so it prints no outcome and no minute. */
export const decisions: readonly Row<'decisions'>[] = recommended.map(([title, about], index) =>
  printed('decisions', {
    key: `CAB-2024-04-18-${index + 1}`,
    title,
    plan: programme,
    board: 'cabinet',
    meeting,
    decidedOn: day,
    about,
    decision:
      'What the report recommends. It was written before the meeting: whether it was agreed is not printed.',
  }),
);

export const questions: readonly Row<'questions'>[] = [
  newRow('questions', {
    key: 'PSC-waste',
    title: 'Scrutiny review of waste and recycling',
    plan: programme,
    kind: 'task and finish',
    board: 'place-select-committee',
    about: [reviewLine('MT01')],
    access: 'public',
  }),
];
