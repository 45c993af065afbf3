// How one row names any other across registers and plans: 'Objectives: plan|1.2', the list's name and
// the row's Key. A person editing a list by hand can read it and write it.
import { type RegisterName, registerNames, registers } from './registers.ts';
import { fold, sameKey } from './same-key.ts';

/** A row of any register. */
export type Line = { readonly register: RegisterName; readonly key: string };

export const lineName = ({ register, key }: Line): string => `${registers[register].list}: ${key}`;

/** Null where the text names no register we keep, or no row of it. */
export const readLine = (text: string): Line | null => {
  const at = text.indexOf(':');
  const list = text.slice(0, at).trim();
  const key = text.slice(at + 1).trim();
  const register = registerNames.find((name) => sameKey(registers[name].list, list));
  return at > 0 && register && key !== '' ? { register, key } : null;
};

/** What a line is looked up by: two spellings of one row are one. */
export const foldLine = ({ register, key }: Line): string => `${register} ${fold(key)}`;
