// What is said where the host gives no token for who is in front of it: to open the tab again, or, where
// nobody has agreed to it for the council, that somebody is to.
import { troubleWords } from './words.ts';

/** Teams says resourceRequiresConsent, Entra through it consent_required or "has not consented". */
export const noToken = (
  why: unknown,
): { readonly words: string; readonly wantsConsent: boolean } => {
  const wantsConsent = /consent/i.test(why instanceof Error ? why.message : String(why));
  return { wantsConsent, words: wantsConsent ? troubleWords.noConsent : troubleWords.noToken };
};
