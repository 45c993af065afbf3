// The councils local mode can open with. One process serves one of them.
import type { SampleCouncil } from './sample-council.ts';
import { stocktonOnTees } from './stockton-on-tees.ts';
import { stokeOnTrent } from './stoke-on-trent.ts';

export const councils = {
  'stoke-on-trent': stokeOnTrent,
  'stockton-on-tees': stocktonOnTees,
} as const satisfies { readonly [name: string]: () => SampleCouncil };

export type CouncilName = keyof typeof councils;
export const councilNames = Object.keys(councils) as readonly CouncilName[];
export const isCouncil = (name: string): name is CouncilName => Object.hasOwn(councils, name);

/** What `npm start` opens when no council is named. */
export const firstCouncil: CouncilName = 'stoke-on-trent';

/** A seat that is owed several returns in the first quarter: a good one to begin with. */
export const seatToTry: { readonly [Name in CouncilName]: string } = {
  'stoke-on-trent': 'Head of Housing Needs',
  'stockton-on-tees': 'Employee Wellbeing Lead',
};
