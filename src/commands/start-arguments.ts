// What may be said after `npm start --`: which council, and whether to start over.
import { type CouncilName, councilNames, firstCouncil, isCouncil } from '../samples/councils.ts';
import { Unable } from './unable.ts';

export type StartArguments = { readonly council: CouncilName; readonly fresh: boolean };

/** Throws Unable, in one plain sentence, for anything it does not know. */
export const readStartArguments = (args: readonly string[]): StartArguments => {
  let council = firstCouncil;
  let fresh = false;
  const left = args.values();
  for (const arg of left) {
    if (arg === '--fresh') fresh = true;
    else if (arg === '--council') council = readCouncil(left.next().value);
    else if (arg.startsWith('--council=')) council = readCouncil(arg.slice('--council='.length));
    else
      throw new Unable(
        `${arg} is not something npm start knows; it knows --council <name> and --fresh.`,
      );
  }
  return { council, fresh };
};

const readCouncil = (name: string | undefined): CouncilName => {
  if (name !== undefined && isCouncil(name)) return name;
  const there = councilNames.join(' and ');
  throw new Unable(
    name === undefined || name === ''
      ? `--council needs a name: there are ${there}.`
      : `There is no council called "${name.slice(0, 40)}": there are ${there}.`,
  );
};
