// The parts of an .xlsx that hold no rows: what the file is made of, its sheets by name, its styles.
// The order of elements is the schema's (ECMA-376 Part 1, 18): Excel takes no other.
import { escapeXml } from './xlsx-text.ts';

/** By their place in the list of cell formats below. */
export const styles = { plain: 0, text: 1, date: 2, percent: 3, heading: 4 } as const;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const cellFormat = (facts: string, wrap: boolean): string =>
  `<xf borderId="0" fillId="0" xfId="0" ${facts}applyAlignment="1"><alignment vertical="top"${
    wrap ? ' wrapText="1"' : ''
  }/></xf>`;

// 49 is '@', text; with quotePrefix it stays text when somebody edits the cell. 10 is '0.00%'.
const cellFormats = [
  cellFormat('fontId="0" numFmtId="0" ', false),
  cellFormat('fontId="0" numFmtId="49" quotePrefix="1" applyNumberFormat="1" ', true),
  cellFormat('fontId="0" numFmtId="164" applyNumberFormat="1" ', false),
  cellFormat('fontId="0" numFmtId="10" applyNumberFormat="1" ', false),
  cellFormat('fontId="1" numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyFont="1" ', true),
];

const font = (facts: string, colour = ''): string =>
  `<font>${facts}<sz val="11"/>${colour}<name val="Calibri"/><family val="2"/></font>`;
const usualFonts = [font(''), font('<b/>')];

/** How a cell is shown beyond the usual; `text` stays text when somebody edits the cell. */
export type Format = {
  readonly code: string;
  readonly of: 'text' | 'number';
  /** '#0b6a0b'; null is the usual. */
  readonly ink: string | null;
};

/** The style of a format that stands at this place among those given to `fixedParts`. */
export const styleOfFormat = (at: number): number => cellFormats.length + at;

const usualFormats = 165;

/** One a format, in its order, after the plain and the bold. */
const fontOf = ({ ink }: Format): string =>
  font('', ink === null ? '' : `<color rgb="FF${ink.slice(1).toUpperCase()}"/>`);

const formatOf = ({ of }: Format, at: number): string =>
  cellFormat(
    `fontId="${usualFonts.length + at}" numFmtId="${usualFormats + at}" ${of === 'text' ? 'quotePrefix="1" ' : ''}applyNumberFormat="1" applyFont="1" `,
    of === 'text',
  );

const codes = (formats: readonly Format[]): string =>
  ['dd/mm/yyyy', ...formats.map(({ code }) => code)]
    .map(
      (code, at) => `<numFmt numFmtId="${usualFormats - 1 + at}" formatCode="${escapeXml(code)}"/>`,
    )
    .join('');

export const fixedParts = (formats: readonly Format[]): readonly (readonly [string, string])[] => [
  [
    '_rels/.rels',
    `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length + 1}">${codes(formats)}</numFmts><fonts count="${usualFonts.length + formats.length}">${[...usualFonts, ...formats.map(fontOf)].join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf borderId="0" fillId="0" fontId="0" numFmtId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length + formats.length}">${[...cellFormats, ...formats.map(formatOf)].join('')}</cellXfs><cellStyles count="1"><cellStyle builtinId="0" name="Normal" xfId="0"/></cellStyles></styleSheet>`,
  ],
];

/** The parts that name every sheet, whose files are xl/worksheets/sheet1.xml and on. */
export const partsNaming = (names: readonly string[]): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetMl}.styles+xml"/>${names
      .map(
        (_, at) =>
          `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${sheetMl}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
  ],
  [
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${names
      .map(
        (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${packageRelations}">${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  ],
];
