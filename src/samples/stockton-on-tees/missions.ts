// The five missions and their workstreams. The report prints no codes: these are ours. What it calls
// aims, as of the Inclusive Growth Strategy, are objectives; the rest are workstreams.
import type { Row } from '../../registers/registers.ts';
import { inProgramme, mission, printed, programme, workstream } from './plan.ts';

const missions = [
  ['COM', 'Communities Powering Our Future'],
  ['PAR', 'Partnerships Powering Our Future'],
  ['TRA', 'Transformation Powering Our Future'],
  ['COL', 'Colleagues Powering Our Future'],
  ['REG', 'Regeneration Powering Our Future'],
] as const;

export const missionPriorities: readonly Row<'priorities'>[] = missions.map(
  ([code, title], index) =>
    printed('priorities', {
      key: inProgramme(code),
      title,
      plan: programme,
      code,
      kind: 'mission',
      position: index + 1,
    }),
);

type Stream = {
  readonly code: string;
  readonly title: string;
  readonly serves: string;
  readonly kind: 'objective' | 'workstream';
};

/** Workstreams of a mission, numbered as printed. */
const of = (code: string, ...titles: readonly string[]): readonly Stream[] =>
  titles.map((title, index) => ({
    code: `${code} ${index + 1}`,
    title,
    serves: mission(code),
    kind: 'workstream',
  }));

/** What one of those workstreams is made of. */
const under = (code: string, kind: Stream['kind'], titles: readonly string[]): readonly Stream[] =>
  titles.map((title, index) => ({
    code: `${code}.${index + 1}`,
    title,
    serves: workstream(code),
    kind,
  }));

const streams: readonly Stream[] = [
  ...of('COM', 'Communications', 'Community Engagement', 'Community Development'),
  ...of('PAR', 'Partnership Charter', 'Place Leadership Board', 'Shared services with Darlington'),
  ...under('PAR 2', 'workstream', [
    'Developing skills for public service',
    'Attracting and retaining talent',
    'Building Pride in Place',
    'Maximising use of shared resources',
    'Health and Social Care Integration',
  ]),
  ...of('TRA', 'Phase 1 transformation reviews', 'Phase 2 transformation reviews'),
  ...of(
    'COL',
    'Organisational Culture',
    'Communications & Engagement',
    'Smarter Working',
    'Attract & Retain',
    'Happy & Healthy Workforce',
    'Workforce Planning',
    'Workforce Development',
  ),
  ...of(
    'REG',
    'Town centre regeneration',
    'Tees Valley Care and Health Innovation Zone',
    'Inclusive Growth Strategy',
  ),
  ...under('REG 1', 'workstream', [
    'Billingham town centre',
    'Ingleby Barwick town centre',
    'Norton town centre',
    'Stockton town centre',
    'Thornaby town centre',
    'Yarm town centre',
  ]),
  ...under('REG 3', 'objective', [
    'Help firms to last and grow',
    'Draw in new firms, investment and jobs',
    'Open skills and jobs to every resident',
    'Act so that growth reaches everyone',
  ]),
];

export const workstreams: readonly Row<'objectives'>[] = streams.map((stream, index) =>
  printed('objectives', {
    key: inProgramme(stream.code),
    title: stream.title,
    plan: programme,
    code: stream.code,
    kind: stream.kind,
    serves: [stream.serves],
    position: index + 1,
  }),
);
