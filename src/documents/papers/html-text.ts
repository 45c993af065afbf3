// A person's words on a page: escaped, with their lines, and in the direction that they are written.
import { escaped } from './printable.ts';

/** Where a line ends is <br/>, which an e-mail keeps. */
export const prose = (text: string): string => escaped(text).replaceAll('\n', '<br/>');

/** Letters of Hebrew, Arabic and their neighbours, and the marks that turn what follows them. */
const maybeFromTheRight =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** ' dir="auto"' where a text may run from the right: its first letter decides. */
export const directionOf = (text: string): string =>
  maybeFromTheRight.test(text) ? ' dir="auto"' : '';

type Named = { readonly attributes?: string };

/** Every text stands in an element of its own, so that what is written from the right turns nothing else. */
export const element = (tag: string, text: string, { attributes = '' }: Named = {}): string =>
  `<${tag}${attributes === '' ? '' : ` ${attributes}`}${directionOf(text)}>${prose(text)}</${tag}>`;
