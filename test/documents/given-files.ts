// Files as tests need them: whole workbooks from the XML of their sheets, and zips that lie.
import { crc32, deflateRawSync } from 'node:zlib';
import { type Limits, usualLimits } from '../../src/documents/limits.ts';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { type Sheet, valueOfCell, type Workbook } from '../../src/rules/workbook.ts';
import type { FileRefused } from '../../src/use-cases/ports.ts';
import { soaking } from '../counts.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';

type Parts = Record<string, string | Uint8Array>;
export type Made = {
  /** The XML within <worksheet>, or just the rows within <sheetData>, by sheet name. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** Attributes of a sheet's entry: state="hidden". */
  readonly states?: Readonly<Record<string, string>>;
  /** The XML within <workbook> before the sheets. */
  readonly workbook?: string;
  /** The XML within <sst>. */
  readonly strings?: string;
  /** The XML within <styleSheet>. */
  readonly styles?: string;
  /** More parts, or others in place of the usual. */
  readonly parts?: Parts;
};

/** The parts of a workbook, to be zipped or spoilt first. */
export const partsOf = ({ sheets = { Sheet1: '' }, states = {}, ...made }: Made): Parts => {
  const names = Object.keys(sheets);
  const parts: Parts = {
    '[Content_Types].xml': `<Types xmlns="${contentTypes}"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}">${made.workbook ?? ''}<sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${name}" sheetId="${at + 1}" ${states[name] ?? ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ...names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet ${main}>${made.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${made.strings ?? ''}</sst>`,
  };
  Object.values(sheets).forEach((xml, at) => {
    const inside = xml.includes('<sheetData') ? xml : `<sheetData>${xml}</sheetData>`;
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet ${main}>${inside}</worksheet>`;
  });
  return { ...parts, ...made.parts };
};

const related = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

export const zipped = (parts: Parts): Uint8Array =>
  rawZip(
    Object.entries(parts).map(([name, part]) => ({
      name,
      content: typeof part === 'string' ? Buffer.from(part) : part,
    })),
  );

export const xlsx = (made: Made): Uint8Array => zipped(partsOf(made));

/** One row of cells without places: 'A' text, 1 number. */
export const row = (...cells: readonly (string | number)[]): string =>
  `<row>${cells
    .map((cell) =>
      typeof cell === 'number'
        ? `<c><v>${cell}</v></c>`
        : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`;

/** The usual limits in the soak; a tenth of them in `npm test`, for files a tenth of the size. */
export const limits: Limits = soaking
  ? usualLimits
  : { ...usualLimits, unpackedMegabytes: 20, cells: 100_000 };
const narrowed = openSpreadsheets(limits);
const usual = openSpreadsheets();

export const read = (bytes: Uint8Array, name = 'returns.xlsx'): Promise<Workbook | FileRefused> =>
  usual.read({ name, bytes });

/** As `refusal`, within `limits`. */
export const refusalWithin = async (bytes: Uint8Array, name = 'returns.xlsx'): Promise<string> =>
  inWords(await narrowed.read({ name, bytes }));

const inWords = (answer: Workbook | FileRefused): string =>
  'refused' in answer ? `${answer.refused}: ${answer.words}` : 'read';

export const sheetsIn = async (bytes: Uint8Array, name?: string): Promise<readonly Sheet[]> => {
  const workbook = await read(bytes, name);
  if ('refused' in workbook) throw new Error(workbook.words);
  return workbook.sheets;
};

/** The first sheet's cells as they are; days as ISO text. */
export const cellsIn = async (bytes: Uint8Array, name?: string) =>
  (await sheetsIn(bytes, name))[0]?.rows.map((cells) =>
    cells.map((cell) => {
      const value = valueOfCell(cell);
      return value instanceof Temporal.PlainDate ? `day ${value.toString()}` : cell;
    }),
  );

/** 'too large: The file is larger than ...'; 'read' where it was not refused. */
export const refusal = async (bytes: Uint8Array, name?: string): Promise<string> => {
  return inWords(await read(bytes, name));
};

export type Raw = {
  readonly name: string;
  /** Not as it was packed: what the zip says of it. */
  readonly saysSize?: number;
  readonly localName?: string;
  readonly content: Uint8Array;
  readonly flags?: number;
  /** Lies where this entry lies, by number. */
  readonly over?: number;
};

/** A zip written by hand, so that it can lie. */
export const rawZip = (entries: readonly Raw[]): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const places: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content);
    const facts = { ...entry, packed: packed.length, crc: crc32(entry.content) };
    const offset = entry.over === undefined ? at : (places[entry.over] ?? 0);
    places.push(offset);
    directory.push(header(facts, offset));
    if (entry.over !== undefined) continue;
    const piece = Buffer.concat([header(facts, null), packed]);
    pieces.push(piece);
    at += piece.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...pieces, list, end]));
};

const header = (
  entry: Raw & { readonly packed: number; readonly crc: number },
  offset: number | null,
): Buffer => {
  const name = Buffer.from((offset === null && entry.localName) || entry.name);
  const facts = Buffer.alloc(offset === null ? 30 : 46);
  const shift = offset === null ? 0 : 2;
  facts.writeUInt32LE(offset === null ? 0x04034b50 : 0x02014b50, 0);
  facts.writeUInt16LE(20, 4);
  facts.writeUInt16LE(entry.flags ?? 0, 6 + shift);
  facts.writeUInt16LE(8, 8 + shift);
  facts.writeUInt32LE(entry.crc, 14 + shift);
  facts.writeUInt32LE(entry.packed, 18 + shift);
  facts.writeUInt32LE(entry.saysSize ?? entry.content.length, 22 + shift);
  facts.writeUInt16LE(name.length, 26 + shift);
  if (offset !== null) facts.writeUInt32LE(offset, 42);
  return Buffer.concat([facts, name]);
};
