import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { cardText, plainText, shortened } from '../../bot/cards/card-text.ts';

const markdown = new MarkdownIt({ html: false });
const shownBy = (text: string): string =>
  markdown
    .render(text)
    .replace(/<\/?p>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

test.each([
  '[Pay here](https://bad.example)',
  '**Urgent** _now_',
  '# Not a heading',
  '- not a list',
  '1. not a list either',
  '<b>plain</b>',
  'a_b_c and 3 * 4',
  '`code` ~~gone~~',
  '> said nobody',
])('%s shows as it was written', (text) => {
  expect(shownBy(cardText(text))).toBe(text);
});

test('no text becomes a link, a list, a heading or emphasis', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'*_[]()#>-+=1.`~<!\\ \na'), maxLength: 30 });
  fc.assert(
    fc.property(marks, (text) => {
      expect(markdown.render(cardText(text))).not.toMatch(
        /<(a|ul|ol|h\d|em|strong|code|blockquote|img|hr)\b/,
      );
    }),
  );
});

test('a date function in a name stays text', () => {
  expect(plainText('{{DATE(2020-10-01T00:00:00Z)}}')).not.toContain('{{');
});

test('a long name is cut at a word and says so', () => {
  expect(shortened('one two three four', 12)).toBe('one two…');
  expect(shortened('one two', 12)).toBe('one two');
});
