// Sets who owns a line, in whichever register it is.
import type { Change } from '../registers/registers.ts';
import type { Owned } from '../rules/owned.ts';
import { change } from './change.ts';

/** Null: nobody does any more. */
export const ownerChange = (
  { register, key }: Pick<Owned, 'register' | 'key'>,
  owner: string | null,
): Change => change(register, key, { owner });
