// Words said of a measure that counts people, where none of its figures is left out, may still tell of a few of
// them; and a share of people may hide a few that nothing in the dataset says.
import { describe, expect, it } from 'vitest';
import type { FigureFact, MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import type { Ordered } from '../../../src/rules/papers/ordered.ts';
import { allOf, composed } from './composed.ts';
import { children, count, inPublic } from './given-children.ts';
import { givenDataset } from './given-dataset.ts';
import { givenFigure, givenMeasure } from './given-facts.ts';

const said = 'Of the 412, 3 were children under five from one family.';
const promise = {
  title: 'Visit the three families in Etruria',
  promisedIn: 'Q1 2020-21',
  dueOn: null,
  status: 'on track',
  completedOn: null,
  worked: null,
} as const;
const asked = (
  more: Partial<MeasureFact> = {},
  { kind = 'Cabinet', ...order }: Partial<Ordered> = {},
) =>
  composed(
    givenDataset({
      measures: [
        givenMeasure({ ...children, code: '6', title: 'Missing', now: count(412, 50), ...more }),
      ],
    }),
    kind,
    order,
  );
const reading = { notices: ['Not issued yet.'] };

describe('a few people in the words of a figure that is printed', () => {
  it.each(inPublic)('are not told of in a paper that anybody may read: %s', (kind) => {
    const paper = allOf(
      asked(
        {
          commentary: said,
          noActionBecause: 'Two of them are home.',
          promises: [promise],
          source: 'Asked of 4 parents.',
          limits: 'Without 2 babies.',
        },
        { kind },
      ),
    );
    for (const words of ['under five', 'are home', 'Etruria', '4 parents', '2 babies'])
      expect(paper).not.toContain(words);
  });
  it('the figure is printed all the same, and that words are not', () => {
    const paper = allOf(asked({ commentary: said, promises: [promise] }));
    expect(paper).toContain('412');
    expect(paper).toContain('a number that is left out, and is not printed');
    expect(paper).toContain('Promised in Q1 2020-21: Not printed.');
  });
  it('are told of inside, and of measures that count no people', () => {
    expect(allOf(asked({ commentary: said }, { kind: "directors' board" }))).toContain(said);
    expect(allOf(asked({ commentary: said, countsPeople: false }))).toContain(said);
  });
  it('are not in the reason why a figure is late', () => {
    const now = count(9, 50, {
      value: null,
      standing: 'not yet available',
      noDataReason: 'Two children are still being asked.',
    });
    for (const kind of inPublic)
      expect(allOf(asked({ now }, { kind }))).not.toContain('being asked');
    expect(allOf(asked({ now }))).not.toContain('No reason');
  });
  it('words that tell of nobody are printed', () => {
    const words = 'Down 3% since 1 October; two schools had been late in Q1.';
    expect(allOf(asked({ commentary: words }))).toContain(words);
  });
  it('words put in their place through clearance are looked at as well', () => {
    const words = (text: string) => new Map([['Measures: plan|6', text]]);
    const paper = (text: string) => allOf(asked({ commentary: said }, { words: words(text) }));
    expect(paper('Only one went home.')).not.toContain('went home');
    expect(paper('Most went home.')).toContain('Most went home.');
  });
  it('a draft, and each copy read before it goes out, says of which measures, and not what', () => {
    const more = { commentary: said, promises: [promise] };
    for (const order of [{ hash: null }, reading]) {
      const notices = asked(more, order).notices.join(' ');
      expect(notices).toContain('6 Missing (commentary, a promise)');
      expect(notices).not.toMatch(/under five|Etruria/);
    }
    expect(asked(more).notices).toEqual([]);
    expect(asked(more, { kind: "directors' board", ...reading }).notices).toEqual(reading.notices);
  });
});

describe('a measure that does not say it counts people', () => {
  const printed = (measure: object, order: Partial<Ordered> = reading) =>
    asked({ countsPeople: false, ...measure }, order).notices.join(' ');
  const mayBe = 'A number from 1 to 4 is printed of 6 Missing.';

  it('and prints a number of 1 to 4 is named to whoever prepares the paper', () => {
    expect(printed({ now: count(2, 3) })).toContain(mayBe);
    const two = givenFigure({ value: 66.7, numerator: 2, denominator: 3 });
    expect(printed({ unit: '%', now: two }, { hash: null })).toContain(mayBe);
    expect(printed({ now: givenFigure({ value: 3 }) })).toContain(mayBe);
  });
  it('is not where its numbers are larger, it is a share alone, or the copy is for publication', () => {
    expect(printed({ now: count(40, 50) })).not.toContain(mayBe);
    expect(printed({ unit: 'score', now: givenFigure({ value: 3.4 }) })).not.toContain(mayBe);
    expect(printed({ unit: '%', now: givenFigure({ value: 3 }) })).not.toContain(mayBe);
    expect(printed({ now: count(2, 3) }, {})).toBe('');
  });
});

describe('a share of people without the numbers it is of', () => {
  const share = (figure: Partial<FigureFact>, order: Partial<Ordered> = reading) =>
    asked(
      {
        unit: '%',
        title: 'Care leavers in work',
        now: givenFigure({ value: 50, ...figure }),
      },
      order,
    ).notices.join(' ');
  const notChecked = 'Not checked for small numbers';

  it('is named to whoever prepares the paper: it may be of 4', () => {
    for (const order of [{ hash: null }, reading]) {
      expect(share({}, order)).toContain(notChecked);
      expect(share({}, order)).toContain('6 Care leavers in work');
    }
    expect(share({ numerator: 50 })).toContain(notChecked);
  });
  it('is not where it gives both, or counts no people', () => {
    expect(share({ numerator: 50, denominator: 100 })).not.toContain(notChecked);
    expect(asked({ unit: '%', countsPeople: false }, reading).notices).toEqual(reading.notices);
    expect(asked({}, reading).notices).toEqual(reading.notices);
  });
  it('is no notice of a copy for publication, nor of one read inside', () => {
    expect(share({}, {})).toBe('');
    expect(share({}, { kind: "directors' board", ...reading })).not.toContain(notChecked);
  });
  it('a rate and an average are named where nothing is known of whom they count', () => {
    const of = (unit: string, figure: Partial<FigureFact>) =>
      asked({ unit, now: givenFigure(figure) }, reading).notices.join(' ');
    expect(of('rate per 10,000', {})).toContain(notChecked);
    expect(of('rate per 10,000', { numerator: 40 })).not.toContain(notChecked);
    expect(of('£', {})).toContain(notChecked);
    expect(of('per cent', {})).toContain(notChecked);
  });
});
