// The texts a workbook keeps in one place: runs of rich text are joined, and the reading aids that
// Japanese workbooks carry beside a text are left out.
import { type Limits, tooManyCells } from './limits.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

export type Strings = { readonly zip: Zip; readonly part: string | null; readonly limits: Limits };

/** More texts than cells may be is refused as too many cells. */
export const readSharedStrings = ({ zip, part, limits }: Strings): readonly string[] => {
  const strings: string[] = [];
  if (part === null) return strings;
  const run = textRun();
  readXml(part, (take) => zip.unpack(part, take), {
    open: (name) => {
      if (name === 'si') run.begin();
      run.open(name);
    },
    close: (name) => {
      run.close(name);
      if (name !== 'si') return;
      if (strings.length === limits.cells) throw tooManyCells(limits);
      strings.push(run.end());
    },
    text: run.text,
  });
  return strings;
};

/** Gathers the <t> of one text, whether it is plain, in runs, or within a cell. */
export const textRun = () => {
  let text = '';
  let reading = false;
  let aids = 0;
  return {
    begin: (): void => {
      text = '';
    },
    open: (name: string): void => {
      if (name === 'rPh') aids += 1;
      reading = name === 't' && aids === 0;
    },
    close: (name: string): void => {
      if (name === 'rPh') aids -= 1;
      reading = false;
    },
    text: (piece: string): void => {
      if (reading) text += piece;
    },
    end: (): string => withoutEscapes(text),
  };
};

/** Excel writes what XML cannot hold as _x000D_, and such a text itself as _x005F_x000D_. */
export const withoutEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
