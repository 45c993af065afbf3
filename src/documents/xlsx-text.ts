// Puts a text into XML so that it comes back exactly. What XML cannot hold is written _x000B_ as Excel
// does (ST_Xstring, ECMA-376 Part 1, 22.9.2.19), and a text that looks like that is written _x005F_x000B_.

/** Control characters, a carriage return (which XML would read as a line feed), and half surrogates. */
const unholdable =
  /[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const looksEscaped = /_(?=x[0-9a-fA-F]{4}_)/g;
const special = /[&<>"]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escapeXml = (text: string): string =>
  text.replace(special, (each) => entities[each] ?? each);

export const escapeText = (text: string): string =>
  escapeXml(text.replace(looksEscaped, '_x005F_').replace(unholdable, escaped));

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
