// What kind of file this is, by its name and by its first bytes: both must agree. What cannot be read
// is told apart here, so that the person learns what to do about it.
import { hasMacros, hasPassword, notASpreadsheet, type Refusal } from './limits.ts';

type Named = { readonly name: string; readonly bytes: Uint8Array };

/** 'xlsx' only where the file is a zip, 'csv' only where it is neither a zip nor an old Office file. */
export const whatFile = ({ name, bytes }: Named): 'xlsx' | 'csv' | Refusal => {
  const ending = /\.[^.\\/]*$/.exec(name)?.[0].toLowerCase() ?? '';
  if (/^\.(xlsm|xltm|xlam|xlsb)$/.test(ending)) return hasMacros();
  if (ending === '.csv') return isZip(bytes) || isOldOffice(bytes) ? notCsv() : 'csv';
  if (ending !== '.xlsx') return otherEnding(ending);
  if (isZip(bytes)) return 'xlsx';
  if (!isOldOffice(bytes))
    return notASpreadsheet('The file is not a spreadsheet, though its name says .xlsx.');
  return isEncrypted(bytes) ? hasPassword() : otherEnding('.xls');
};

const otherEnding = (ending: string): Refusal =>
  notASpreadsheet(
    ending === '.xls' || ending === '.ods'
      ? `A ${ending} file is not read. Save it as .xlsx or .csv.`
      : 'Only .xlsx and .csv files are read. Save the spreadsheet as one of those.',
  );

const notCsv = (): Refusal =>
  notASpreadsheet('The file is not text, though its name says .csv. Save it as .csv again.');

const beginsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

/** A part, or the end of a zip that has none. */
const isZip = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, [0x50, 0x4b, 3, 4]) || beginsWith(bytes, [0x50, 0x4b, 5, 6]);

/** OLE: the form of .xls, and of any newer Office file locked with a password ([MS-OFFCRYPTO]). */
const isOldOffice = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
