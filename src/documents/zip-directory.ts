// The list of parts at the end of a zip: where each one lies, and whether its name can be trusted.
// Format: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3 (Zip64). What is in a part is read in zip.ts.
import { damaged, mostParts, tooManyParts } from './limits.ts';

export type Entry = {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly locked: boolean;
  readonly crc: number;
  readonly packed: Uint8Array;
};

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locatorMark = 0x07064b50;
const directoryMark = 0x02014b50;
const partMark = 0x04034b50;
const inZip64 = 0xffffffff;

/** Parts in the directory's order; folders are left out. Throws a Refusal. */
export const readDirectory = (bytes: Uint8Array): readonly Entry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries({ bytes, view });
  } catch (error) {
    throw error instanceof RangeError ? damaged('its list of parts is cut short') : error;
  }
};

type File = { readonly bytes: Uint8Array; readonly view: DataView };

const readEntries = ({ bytes, view }: File): readonly Entry[] => {
  const { count, start } = findDirectory(view);
  if (count > mostParts) throw tooManyParts();
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== directoryMark) throw damaged('its list of parts is cut short');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = checkedName(bytes.subarray(at + 46, at + 46 + nameLength));
    if (!name.endsWith('/')) {
      if (names.has(name.toLowerCase())) throw damaged(`its part ${name} is there twice`);
      names.add(name.toLowerCase());
      entries.push(readEntry({ bytes, view }, at, name));
    }
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  refuseOverlaps(entries);
  return entries;
};

const findDirectory = (view: DataView): { readonly count: number; readonly start: number } => {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== inZip64) return { count, start };
    return findDirectory64(view, at - 20);
  }
  throw damaged('its end is missing');
};

const findDirectory64 = (view: DataView, locator: number) => {
  if (view.getUint32(locator, true) !== locatorMark) throw damaged('its end is missing');
  const at = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(at, true) !== end64Mark) throw damaged('its end is missing');
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  };
};

const readEntry = ({ bytes, view }: File, at: number, name: string): Entry => {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw damaged(`its part ${name} is packed in an unknown way`);
  const { size, offset } = placeOf(view, at);
  if (view.getUint32(offset, true) !== partMark) throw damaged(`its part ${name} is missing`);
  const nameLength = view.getUint16(offset + 26, true);
  const named = checkedName(bytes.subarray(offset + 30, offset + 30 + nameLength));
  if (named !== name) throw damaged(`its part ${name} is also called ${named}`);
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  if (start + size > bytes.length) throw damaged(`its part ${name} is cut short`);
  return {
    name,
    method: method === 0 ? 'stored' : 'deflated',
    locked: (flags & 0x41) !== 0,
    crc: view.getUint32(at + 16, true),
    packed: bytes.subarray(start, start + size),
  };
};

/** The packed size and where the part begins: in the entry, or in its Zip64 field. */
const placeOf = (view: DataView, at: number): { size: number; offset: number } => {
  let size = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  if (size !== inZip64 && offset !== inZip64) return { size, offset };
  let field = at + 46 + view.getUint16(at + 28, true);
  const end = field + view.getUint16(at + 30, true);
  while (field < end && view.getUint16(field, true) !== 1)
    field += 4 + view.getUint16(field + 2, true);
  let value = field + 4 + (view.getUint32(at + 24, true) === inZip64 ? 8 : 0);
  if (size === inZip64) {
    size = Number(view.getBigUint64(value, true));
    value += 8;
  }
  if (offset === inZip64) offset = Number(view.getBigUint64(value, true));
  return { size, offset };
};

/** Some programs write \ for /. A name that climbs out of its folder or begins at a root is refused. */
const checkedName = (bytes: Uint8Array): string => {
  const name = new TextDecoder().decode(bytes).replaceAll('\\', '/');
  const steps = name.split('/');
  if (name === '' || name.startsWith('/') || /[\0:]/.test(name) || steps.includes('..'))
    throw damaged('the name of one of its parts points outside the file');
  return name;
};

/** Two parts that share their packed bytes are how a small file unpacks to any size. */
const refuseOverlaps = (entries: readonly Entry[]): void => {
  const places = entries
    .map(({ name, packed }) => ({ name, from: packed.byteOffset, length: packed.length }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => one.from - other.from);
  let end = 0;
  for (const { name, from, length } of places) {
    if (from < end) throw damaged(`its part ${name} lies over another`);
    end = from + length;
  }
};
