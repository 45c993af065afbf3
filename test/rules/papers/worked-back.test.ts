import { describe, expect, it } from 'vitest';
import type { Dataset, MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { allOf, composed } from './composed.ts';
import { children, count, inPublic, small, tellsApart } from './given-children.ts';
import { givenDataset } from './given-dataset.ts';
import { asTarget, givenFigure, givenMeasure, quarterBefore } from './given-facts.ts';

const exempt = { access: 'exempt', exemptUnder: '3' } as const;

/** The papers that tell such datasets apart. */
const telling = (of: (value: number) => Dataset) =>
  inPublic.filter((kind) => tellsApart(small.map(of), kind));

describe('a small number is not worked back', () => {
  it('from a total whose part names it in other letters', () => {
    expect(
      telling((part) =>
        givenDataset({
          measures: [
            givenMeasure({ ...children, code: 'Total', now: count(30 + part, 50) }),
            givenMeasure({ ...children, code: 'P', parent: 'PLAN|total', now: count(30, 50) }),
            givenMeasure({ ...children, code: 'Q', parent: 'Plan|TOTAL', now: count(part, 50) }),
          ],
        }),
      ),
    ).toEqual([]);
  });
  it.each(['year to date', 'rolling'] as const)(
    'from a %s figure whose quarters are another measure',
    (figureIs) => {
      const past = (values: readonly number[]) =>
        values.map((value, at) => count(value, 50, quarterBefore(values.length - at)));
      expect(
        telling((part) =>
          givenDataset({
            measures: [
              givenMeasure({
                ...children,
                code: '30',
                figureIs,
                now: count(40 + part, 500),
                before: past([30]),
              }),
              givenMeasure({
                ...children,
                code: '30a',
                now: count(10, 50),
                before: past([10, 20, part]),
              }),
            ],
          }),
        ),
      ).toEqual([]);
    },
  );
  it('where a total is told beside all of its parts but one that has not come, or is no measure', () => {
    const of = (rest: number) =>
      givenDataset({
        measures: [
          givenMeasure({ ...children, code: '21', now: count(30 + rest, 50) }),
          givenMeasure({ ...children, code: '21a', now: count(20, 50) }),
          givenMeasure({ ...children, code: '21b', parent: 'plan|21', now: count(10, 50) }),
          givenMeasure({
            ...children,
            code: '21c',
            now: givenFigure({ value: null, standing: 'not yet available' }),
          }),
        ],
      });
    expect(telling(of)).toEqual([]);
    expect(tellsApart([5, 6].map(of), 'Cabinet')).toBe(true);
    expect(allOf(composed(of(0), 'Cabinet'))).toContain('30');
  });
  it('from a share that another share completes', () => {
    expect(
      telling((part) =>
        givenDataset({
          measures: [
            givenMeasure({
              ...children,
              unit: 'per cent',
              now: count(0, 90, {
                value: (100 * (60 - part)) / 60,
                numerator: 60 - part,
                denominator: 60,
              }),
            }),
          ],
        }),
      ),
    ).toEqual([]);
  });
  it('from the total of a part that has left the register since', () => {
    const whole = (part: number): readonly MeasureFact[] => [
      givenMeasure({ ...children, code: '21', now: count(20 + part, 6) }),
      givenMeasure({ ...children, code: '21a', now: count(20, 6) }),
      givenMeasure({ ...children, code: '21b', now: count(part, 6) }),
    ];
    const later = (part: number) =>
      whole(part)
        .slice(0, 2)
        .map((measure) => ({
          ...measure,
          now: count(25, 6),
          before: [
            ...[22, 28, 26].map((value, at) => count(value, 6, quarterBefore(4 - at))),
            { ...measure.now, ...quarterBefore(1) },
          ],
        }));
    const past = (part: number) =>
      whole(part).map((measure) => ({ ...measure, now: { ...measure.now, ...quarterBefore(1) } }));
    for (const kind of inPublic) {
      const papers = small.map((part) =>
        JSON.stringify(
          composed(givenDataset({ measures: later(part) }), kind, {
            previous: givenDataset({ measures: past(part) }),
          }),
        ),
      );
      expect(new Set(papers).size).toBe(1);
    }
  });
  it('from a comparison that names the council’s own figure', () => {
    expect(
      telling((value) =>
        givenDataset({
          measures: [
            givenMeasure({
              ...children,
              now: count(12, 50),
              benchmark: [`Nearest neighbours, 2018-19: 9; here ${value}; gap ${9 - value}`],
            }),
          ],
        }),
      ),
    ).toEqual([]);
  });
  it('from corrections of a total and of its parts', () => {
    const corrected = (part: number) =>
      JSON.stringify(
        composed(
          givenDataset({
            measures: [
              givenMeasure({ ...children, code: '21', now: count(38, 50) }),
              givenMeasure({ ...children, code: '21b', now: count(10, 50) }),
            ],
          }),
          'Cabinet',
          {
            restatements: [
              ['21', 38, 28 + part],
              ['21b', 10, part],
            ].map(([code, was, is]) => ({
              line: `Measures: plan|${code}`,
              period: '2020-21 Q2',
              was: Number(was),
              is: Number(is),
              on: Temporal.PlainDate.from('2020-11-03'),
              because: 'Counted twice.',
            })),
          },
        ),
      );
    expect(new Set(small.map(corrected)).size).toBe(1);
  });
  it('from whether a share beside it met its target', () => {
    expect(
      telling((part) =>
        givenDataset({
          measures: [
            givenMeasure({ ...children, code: '5a', now: count(part, 50) }),
            givenMeasure({
              code: '5b',
              polarity: 'minimise',
              now: givenFigure({ value: part * 2, ...asTarget(0, '%'), standing: 'off target' }),
            }),
          ],
        }),
      ),
    ).toEqual([]);
  });
  it.each(['th\u200bree', 'three\u0301', 'threes', 'twins', 'Three-some', '٣', 'IV', 'zero'])(
    'from words that say it so: %s',
    (word) => {
      const paper = composed(
        givenDataset({
          measures: [
            givenMeasure({
              ...children,
              now: count(3, 0),
              commentary: `There were ${word} of them this time.`,
            }),
          ],
        }),
        'Cabinet',
      );
      expect(allOf(paper)).not.toContain('of them this time');
    },
  );
  it.each(['٣ children', 'A trio', 'Threes', 'two boys and a girl: 3'])(
    'from words of a year later that say it so: %s',
    (words) => {
      const paper = composed(
        givenDataset({
          measures: [
            givenMeasure({
              ...children,
              now: count(9, 0),
              before: [3, 9, 8, 9, 9, 8, 9].map((value, at) =>
                count(value, 0, quarterBefore(7 - at)),
              ),
              commentary: `${words} went the year before last.`,
            }),
          ],
        }),
        'Cabinet',
      );
      expect(allOf(paper)).not.toContain('the year before last');
    },
  );
});

describe('what is exempt is not worked back', () => {
  it('from the numbers that a share was worked out of', () => {
    const family = (worth: number) => {
      const of = (code: string, numerator: number, denominator: number) =>
        givenMeasure({
          code,
          now: givenFigure({
            value: (100 * numerator) / denominator,
            numerator,
            denominator,
            standing: 'off target',
          }),
        });
      return givenDataset({
        measures: [
          of('7', 600 + worth, 1000),
          of('7a', 600, 700),
          { ...of('7b', worth, 300), ...exempt },
        ],
      });
    };
    for (const kind of ["directors' board", 'Cabinet'] as const)
      expect(tellsApart([100, 200].map(family), kind)).toBe(false);
  });
  it('from a total that came before its own figure did', () => {
    const family = (worth: number) => {
      const of = (code: string, value: number | null) =>
        givenMeasure({ code, now: givenFigure({ value, standing: 'off target' }) });
      return givenDataset({
        measures: [of('7', 60 + worth), of('7a', 60), { ...of('7b', null), ...exempt }],
      });
    };
    expect(tellsApart([9, 30].map(family), "directors' board")).toBe(false);
    expect(allOf(composed(family(9), "directors' board"))).toContain('60.0%');
  });
  it('from whether its total met a target', () => {
    const family = (worth: number) => {
      const of = (code: string, value: number) =>
        givenMeasure({
          code,
          unit: 'cases',
          decimals: 0,
          polarity: 'minimise',
          now: givenFigure({ value, ...asTarget(0, 'cases'), standing: 'off target' }),
        });
      return givenDataset({
        measures: [of('7', 2 + worth), of('7a', 2), { ...of('7b', worth), ...exempt }],
      });
    };
    expect(tellsApart([1, 40].map(family), "directors' board")).toBe(false);
  });
});
