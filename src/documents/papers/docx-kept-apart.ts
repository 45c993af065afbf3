// What is heavy of a Word file is kept apart while docx writes the rest, and put in at the end: its tables,
// over whose cells docx takes half a second a paper, and its pictures, which are packed already.
import { type FileChild, Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Table } from '../../rules/papers/paper.ts';
import { zipOf } from '../zip-out.ts';
import { tableXml } from './docx-table.ts';

export type KeptApart = {
  readonly placeForTable: (table: Table) => FileChild;
  /** Given to docx in the picture's stead. */
  readonly placeForPicture: (png: Uint8Array) => Uint8Array;
  /** The file with each table and picture in its place. */
  readonly putIn: (file: Uint8Array) => Promise<Uint8Array>;
};

export const openApart = (): KeptApart => {
  const tables: Table[] = [];
  const pictures: Uint8Array[] = [];
  return {
    placeForTable: (table) => new Paragraph({ style: `PlaceOfTable${tables.push(table) - 1}` }),
    placeForPicture: (png) => strToU8(`${pictureHere}${pictures.push(png) - 1}`),
    putIn: (file) => {
      const parts = Object.entries(unzipSync(file)).map(([name, bytes]): Part => {
        if (name === document) return [name, strToU8(withTables(strFromU8(bytes), tables))];
        return [name, name.startsWith(media) ? pictureFor(bytes, pictures) : bytes];
      });
      return zipOf(parts);
    },
  };
};

type Part = readonly [string, Uint8Array];

const document = 'word/document.xml';
const media = 'word/media/';

/** A paragraph of a style that there is not: what people type cannot look like its XML. */
const tableHere = /<w:p><w:pPr><w:pStyle w:val="PlaceOfTable(\d+)"\/><\/w:pPr><\/w:p>/g;
const pictureHere = 'picture ';

const withTables = (xml: string, tables: readonly Table[]): string => {
  let put = 0;
  const whole = xml.replace(tableHere, (_, at) => {
    put += 1;
    return tableXml(tables[Number(at)] as Table);
  });
  // Words would be printed without their figures.
  if (put !== tables.length) throw new Error(`${put} of ${tables.length} tables were put in.`);
  return whole;
};

const pictureFor = (bytes: Uint8Array, pictures: readonly Uint8Array[]): Uint8Array => {
  const picture = pictures[Number(strFromU8(bytes).slice(pictureHere.length))];
  if (picture === undefined) throw new Error('A picture has lost its place.');
  return picture;
};
