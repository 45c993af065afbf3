// What a person is shown of an edited text: what was taken out, what was put in, and no more.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenedParts, textChanges } from '../../tab/history/text-changes.ts';

const said = (from: string, to: string) =>
  textChanges(from, to)?.map(({ is, text }) => `${is}: ${text.trim()}`);

describe('an edited text', () => {
  it('tells what was taken out and what was put in, between what stayed', () => {
    expect(said('Extra staff start in November.', 'Extra staff start in January.')).toEqual([
      'same: Extra staff start in',
      'removed: November.',
      'added: January.',
    ]);
  });

  it('that goes on for longer has only an addition', () => {
    expect(said('Demand rose.', 'Demand rose. More staff.')).toEqual([
      'same: Demand rose.',
      'added: More staff.',
    ]);
  });

  it('that was rewritten is not told word by word', () => {
    expect(textChanges('Demand rose in the summer.', 'On track.')).toBeNull();
  });

  it('too long to compare is read as it was and as it is', () => {
    const words = (of: string) => Array.from({ length: 1300 }, (_, n) => `${of}${n}`).join(' ');
    expect(textChanges(words('a'), words('b'))).toBeNull();
  });

  it('is told whole: what stayed and was removed is the old text, what stayed and was added the new', () => {
    const text = fc
      .array(fc.constantFrom('staff', 'rose', 'in', 'March,', '4%', 'and'), { maxLength: 30 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const parts = textChanges(from, to);
        if (parts === null) return;
        const without = (left: string) =>
          parts
            .filter(({ is }) => is !== left)
            .map((part) => part.text.trim())
            .join(' ')
            .replace(/\s+/g, ' ')
            .trim();
        expect(without('added')).toBe(from);
        expect(without('removed')).toBe(to);
      }),
    );
  });

  it('shows a few words around each change, and never cuts the change itself', () => {
    const same = 'As was said before. '.repeat(40);
    const [first, gone, put, last] = shortenedParts(
      textChanges(`${same}two ${same}`, `${same}three ${same}`) ?? [],
    );
    expect([gone?.text.trim(), put?.text.trim()]).toEqual(['two', 'three']);
    expect(first?.text).toMatch(/^….{20,80}$/s);
    expect(last?.text).toMatch(/^.{20,80}…$/s);
  });
});
