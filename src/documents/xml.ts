// Reads XML piece by piece with strict rules: a document type, from which entities could be made to
// expand, is refused, and so is anything not well formed. What the elements mean is decided by others.
import { SaxesParser } from 'saxes';
import { damaged, megabyte, Refusal } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Element names come without their prefix. */
export type XmlReader = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

type Unpack = (take: (piece: Uint8Array) => void) => void;

/** Deeper than any part of a workbook is. */
const deepest = 100;
/** Bytes with no element beginning or ending among them: a text or a name made to fill the memory. */
const longestPiece = 4 * megabyte;

/** Throws a Refusal that names the part. */
export const readXml = (part: string, unpack: Unpack, reader: XmlReader): void => {
  const faulty = () => damaged(`its part ${part} cannot be read`);
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let quiet = 0;
  parser.on('doctype', () => {
    throw damaged(`its part ${part} has a document type, which no spreadsheet has`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    quiet = 0;
    if (depth > deepest) throw faulty();
    reader.open?.(withoutPrefix(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    quiet = 0;
    reader.close?.(withoutPrefix(name));
  });
  if (reader.text) {
    parser.on('text', reader.text);
    parser.on('cdata', reader.text);
  }
  parser.on('error', () => {
    throw faulty();
  });
  try {
    parse(parser, (take) => {
      unpack((piece) => {
        quiet += piece.length;
        take(piece);
        if (quiet > longestPiece) throw faulty();
      });
    });
  } catch (error) {
    // What is not a Refusal here is the decoder's complaint of bytes that are no text.
    throw error instanceof Refusal || !(error instanceof TypeError) ? error : faulty();
  }
};

const parse = (parser: SaxesParser, unpack: Unpack): void => {
  let decoder: TextDecoder | undefined;
  unpack((piece) => {
    if (piece.length === 0) return;
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decoder.decode(piece, { stream: true }));
  });
  parser.write(decoder?.decode() ?? '');
  parser.close();
};

const encodingOf = (first: Uint8Array): string => {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return 'utf-8';
};

const withoutPrefix = (name: string): string => {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
};

/** An attribute whatever its prefix: `r:id` is found as 'id' where no plain one is. */
export const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([each]) => each.endsWith(`:${name}`))?.[1];

/** How XML spells a yes. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
