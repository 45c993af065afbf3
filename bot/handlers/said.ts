// A few words typed in the chat are taken as the button of that name; all else is answered with what is owed.
import { chooseDay } from '../cards/away-card.ts';
import { type Press, readPress } from './read-press.ts';

/** Longer than any of them: nobody's paragraph is searched for one. */
const longest = 60;

/** Null where it is none of them. "Away until 5 October" asks for the day too: a date is never guessed. */
export const readSaid = (text: string): Press | null => {
  const said = text.trim().toLowerCase().replaceAll('’', "'");
  if (said.length > longest) return null;
  if (/^(i'?m |i am )?away\b/.test(said)) return readPress('away', { v: 1, until: chooseDay });
  if (/^(i'?m |i am )?back[.!]?$/.test(said)) return readPress('back', { v: 1 });
  return /^escalations?[.!]?$/.test(said) ? readPress('escalations', { v: 1 }) : null;
};
