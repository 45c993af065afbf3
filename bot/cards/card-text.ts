// Text from people and lists, made safe to stand in a card: it shows as it was written, and can
// make no link, list, heading or date function of its own.

const markdown = /[\\`*_[\]<>~|]/g;
/** What begins a heading, a list or a rule; a minus before a figure is left alone. */
const lineStart = /^(?:#{1,6}|[-+=])(?=[\s=-]|$)/gm;
const numbered = /^(\d{1,9})([.)])(?=\s|$)/gm;

/** For a TextBlock, which reads markdown. */
export const cardText = (text: string): string =>
  plainText(text)
    .replace(/^[ \t]+/gm, '')
    .replace(markdown, '\\$&')
    .replace(lineStart, '\\$&')
    .replace(numbered, '$1\\$2');

/** For a TextRun, a label or a title, which do not; `{{DATE(...)}}` is read everywhere. */
export const plainText = (text: string): string =>
  text.replaceAll('{{', '{ {').replace(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E]/g, '');

/** At most so many characters, cut at a word where there is one. */
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
};
