// What is written about an exempt row is exempt itself, under the same paragraph.
import type { Access } from '../registers/register.ts';

type Classified = { readonly access: Access | null; readonly exemptUnder: string | null };

/** The columns that say so, where one of the rows it is about is exempt; none where none is. */
export const asExempt = (about: readonly (Classified | undefined)[]): Partial<Classified> => {
  const exempt = about.find((row) => row?.access === 'exempt');
  return exempt ? { access: 'exempt', exemptUnder: exempt.exemptUnder } : {};
};
