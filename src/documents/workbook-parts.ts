// Finds the sheets of an .xlsx and what they are read with, by the relations its parts name. Links to
// other files are left where they are; a workbook that carries macros of any kind is refused.
import {
  damaged,
  hasMacros,
  type Limits,
  megabyte,
  notASpreadsheet,
  tooManySheets,
} from './limits.ts';
import { type Attributes, attribute, isTrue, readXml, type XmlReader } from './xml.ts';
import type { Zip } from './zip.ts';

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string };
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly strings: string | null;
  readonly styles: string | null;
};

const contentTypes = '[Content_Types].xml';

/** Throws a Refusal. */
export const findParts = (zip: Zip, limits: Limits): WorkbookParts => {
  if (!zip.has(contentTypes)) throw otherDocument(zip);
  refuseMacros(zip);
  const workbook = officeDocument(zip);
  if (!zip.has(workbook)) throw otherDocument(zip);
  const relations = readRelations(zip, workbook);
  const { sheets, from1904 } = readWorkbook(zip, workbook, limits);
  const partOf = (kind: string) =>
    relations.find((relation) => relation.type === kind && zip.has(relation.part))?.part ?? null;
  return {
    from1904,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    sheets: sheets.flatMap(({ id, ...sheet }) => {
      const relation = relations.find((each) => each.id === id);
      if (relation === undefined) throw damaged(`its sheet ${sheet.name} is missing`);
      return relation.type === 'worksheet' ? [{ ...sheet, part: relation.part }] : [];
    }),
  };
};

const otherDocument = (zip: Zip) =>
  notASpreadsheet(
    zip.has('content.xml') && zip.has('mimetype')
      ? 'The file is an OpenDocument file, which is not read. Save it as .xlsx.'
      : 'The file is not a spreadsheet. Save the spreadsheet as .xlsx or .csv, and choose that.',
  );

const macroPart = /(^|\/)(vbaProject|vbaData|vbaProjectSignature)[^/]*$|(^|\/)macrosheets\//i;
const macroType = /macroEnabled|vbaProject|macrosheet|vbaData/i;

const refuseMacros = (zip: Zip): void => {
  if (zip.names.some((name) => macroPart.test(name))) throw hasMacros();
  readSmall(zip, contentTypes, {
    open: (_, attributes) => {
      if (macroType.test(attribute(attributes, 'ContentType') ?? '')) throw hasMacros();
    },
  });
};

/** Lists of parts and sheets, which no workbook makes large. */
const readSmall = (zip: Zip, part: string, reader: XmlReader): void => {
  if (zip.size(part) > 10 * megabyte) throw damaged(`its part ${part} is far too large`);
  readXml(part, (take) => zip.unpack(part, take), reader);
};

type Relation = { readonly id: string; readonly type: string; readonly part: string };

const officeDocument = (zip: Zip): string =>
  readRelations(zip, '').find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';

/** Only those within the file: where one points outside, it is not there for us. */
const readRelations = (zip: Zip, of: string): readonly Relation[] => {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const part = `${folder}_rels/${of.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(part)) return relations;
  readSmall(zip, part, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const type = attribute(attributes, 'Type') ?? '';
      if (/macrosheet/i.test(type)) throw hasMacros();
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        part: resolve(folder, attribute(attributes, 'Target') ?? ''),
      });
    },
  });
  return relations;
};

/** A target names a part from the workbook's folder, or from the top where it begins with /. */
const resolve = (folder: string, target: string): string => {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};

type Named = { readonly id: string; readonly name: string; readonly hidden: boolean };

const readWorkbook = (zip: Zip, part: string, limits: Limits) => {
  const sheets: Named[] = [];
  let from1904 = false;
  readSmall(zip, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attribute(attributes, 'date1904'));
      if (name === 'sheet') sheets.push(readNamed(attributes));
      if (sheets.length > limits.sheets) throw tooManySheets(limits);
    },
  });
  return { sheets, from1904 };
};

/** A "very hidden" sheet, which Excel offers nobody, is hidden like any other. */
const readNamed = (attributes: Attributes): Named => ({
  id: attribute(attributes, 'id') ?? '',
  name: attribute(attributes, 'name') ?? '',
  hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
});
