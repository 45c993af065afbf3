// Which registers this council keeps in its site: all of them, but for those kept apart, which it
// must switch on.
import type { Register } from '../../registers/register.ts';
import { type RegisterName, registerNames, registers } from '../../registers/registers.ts';

export const isApart = (name: RegisterName): boolean =>
  (registers[name] as Register).apart === true;

/** `apart`: whether the council switched on the registers that are kept apart. */
export const keptRegisters = ({ apart }: { readonly apart: boolean }): readonly RegisterName[] =>
  registerNames.filter((name) => apart || !isApart(name));
