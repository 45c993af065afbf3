// What the marks and lines of a line chart mean: only those that are drawn.
import { standings, wordsOfStanding } from '../../registers/words.ts';
import type { LegendEntry } from './legend.ts';
import type { LineChart, LinePlaces } from './line-places.ts';
import { mark, ring } from './marks.ts';
import { lines, type Pen } from './pen.ts';

export const lineLegend = (
  pen: Pen,
  chart: LineChart,
  places: LinePlaces,
): readonly LegendEntry[] => {
  const drawn = places.figures.flatMap((each) => (each ? [each.point] : []));
  return [
    ...statuses(pen, drawn),
    ...when(places.targets.length > 0, {
      sample: sampleLine(pen, { stroke: 'accent', thick: 2, dashes: '2 3' }),
      words: 'Target',
    }),
    ...when(places.limits.length > 0, {
      sample: sampleLine(pen, { stroke: 'quiet' }),
      words: 'Mean',
    }),
    ...when(
      places.limits.some(({ trial }) => !trial),
      {
        sample: sampleLine(pen, { stroke: 'quiet', dashes: '8 5' }),
        words: 'Limits of usual variation',
      },
    ),
    ...when(
      places.limits.some(({ trial }) => trial),
      {
        sample: sampleLine(pen, { stroke: 'quiet', dashes: '3 4' }),
        words: 'Trial limits of usual variation, from fewer than 12 figures',
      },
    ),
    ...causes(pen, drawn),
    ...when(
      drawn.some(({ illustrative }) => illustrative),
      {
        sample: `${sampleLine(pen, { stroke: 'quiet', thick: 2, dashes: '6 5' })}${mark(pen, { standing: 'on target', x: 0, y: 0, hollow: true })}`,
        words: 'Hollow and dashed: illustrative',
      },
    ),
    ...when(
      drawn.some(({ provisional }) => provisional),
      { words: 'p: provisional' },
    ),
    ...places.rebased.map(({ letter, because, from }) => ({
      words: `${letter}: limits begin again from ${from}. ${because}`,
    })),
    ...when(places.foot !== null && drawn.length > 0, {
      words: `The scale starts at ${places.foot}, not at zero.`,
    }),
  ];
};

/** A standing reads otherwise where it was rated against neighbours: then it is there twice. */
const statuses = (pen: Pen, drawn: LineChart['points']): readonly LegendEntry[] =>
  standings.flatMap((standing) => {
    const said = drawn
      .filter((each) => each.standing === standing)
      .map(({ against }) => wordsOfStanding(standing, against).words);
    const sample = mark(pen, { standing, x: 0, y: 0 });
    return [...new Set(said)].map((words) => ({ sample, words }));
  });

const when = (is: boolean, entry: LegendEntry): readonly LegendEntry[] => (is ? [entry] : []);

const sampleLine = (pen: Pen, look: Parameters<typeof lines>[2]): string =>
  lines(
    pen,
    [
      [
        [-14, 0],
        [14, 0],
      ],
    ],
    look,
  );

const causeWords = {
  better: 'Special cause, improving',
  worse: 'Special cause, concerning',
  neither: 'Special cause',
} as const;

const causes = (pen: Pen, drawn: LineChart['points']): readonly LegendEntry[] =>
  (['better', 'worse', 'neither'] as const)
    .filter((cause) => drawn.some((each) => each.cause === cause))
    .map((cause) => ({
      sample: `<g transform="translate(-4 0) scale(0.8)">${ring(pen, { cause, x: 0, y: 0, arrow: 'beside' })}</g>`,
      words: causeWords[cause],
    }));
