import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, fromCanonical, type Json } from '../../../src/rules/dataset/canonical.ts';
import { cutInParts, longestPart } from '../../../src/rules/dataset/parts.ts';

const anyJson = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }) as fc.Arbitrary<Json>;

/** Rows that are alike, nearly alike, and much the same. */
const anyRows = fc.array(
  fc.record(
    {
      a: fc.constantFrom<Json>(1, 2, null, [], { headings: 1, rows: 2 }),
      headings: fc.constantFrom<Json>('x', [1]),
      rows: fc.constantFrom<Json>('y', [[1]]),
    },
    { requiredKeys: ['a'] },
  ),
  { maxLength: 4 },
) as fc.Arbitrary<Json>;

/** What JSON itself makes of it: nought has no sign there. */
const asJson = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

/** The same with every object's names the other way round. */
const turned = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, held]) => [name, turned(held as Json)]),
  );
};

describe('a dataset as text', () => {
  it('reads back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, anyRows), (value) => {
        expect(fromCanonical(canonical(value))).toEqual(asJson(value));
      }),
    );
  });
  it('is one text, in whatever order its names came', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonical(turned(value))).toBe(canonical(value));
      }),
    );
  });
  it('is plain ASCII: a list changes nothing of it', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonical(value)).toMatch(/^[\u0020-\u007e]*$/);
      }),
    );
    expect(canonical('£5 café\u007f')).toBe('"\\u00a35 caf\\u00e9\\u007f"');
    expect(fromCanonical(canonical({ said: '–\u202eمرحبا 🙂\ud83d' }))).toEqual({
      said: '–\u202eمرحبا 🙂\ud83d',
    });
  });
  it('names the columns of like rows once, and is not taken in by a row that looks like a table', () => {
    const figures = Array.from({ length: 20 }, (_, n) => ({ period: `Q${n}`, value: n }));
    expect(canonical(figures).match(/period/g)).toHaveLength(1);
    const said = figures.map((each) => ({ ...each, why: 'not yet published', note: null }));
    expect(canonical(said).match(/not yet published/g)).toHaveLength(1);
    expect(fromCanonical(canonical(said))).toEqual(said);
    const odd: Json = [
      { headings: ['a'], rows: [[1]] },
      { headings: [], rows: [], alone: true },
    ];
    expect(fromCanonical(canonical(odd))).toEqual(odd);
    expect(fromCanonical(canonical(odd[0] as Json))).toEqual(odd[0]);
  });
  it('is refused where a figure is no number: it would read as not yet available', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => canonical({ figures: [{ value }] })).toThrow(/cannot be frozen/);
  });
});

describe('its parts', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '🙂', 'é'), maxLength: 200 });

  it('join to the text, none too long, empty or cut through a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, most) => {
        const parts = cutInParts(text, most);
        expect(parts.join('')).toBe(text);
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length).toBeLessThanOrEqual(most);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });
  it('begin and end in no white space where there is any other place, since a list takes it off', () => {
    expect(cutInParts('aaa  bbb', 4)).toEqual(['aa', 'a  b', 'bb']);
  });
  it('are as few as a cell of a list and of a spreadsheet allows', () => {
    expect(cutInParts('x'.repeat(longestPart * 3)).map(({ length }) => length)).toEqual([
      longestPart,
      longestPart,
      longestPart,
    ]);
    expect(longestPart).toBeLessThanOrEqual(32_767);
    expect(cutInParts('')).toEqual([]);
  });
});
