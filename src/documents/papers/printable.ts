// What of a text a page or a Word file can hold, so that every one of them prints the same of it.

/** Control characters, what is no character, and halves of pairs: XML and HTML have no way to hold them. */
const unholdable =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Each is printed as U+FFFD, the mark for what cannot be shown; a line ends in one way. */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(unholdable, '\ufffd');

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and within quoted attributes, in HTML and in XML alike. */
export const escaped = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (each) => entities[each] ?? each);
