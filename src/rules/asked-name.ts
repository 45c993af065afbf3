// What a return is called wherever it is listed: by its measure's name, or by what kind of line it is about
// and that line's name; of when it is, where that is not the period of the cycle that asks.
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import type { About } from './about.ts';
import { parsePeriod, periodWords } from './period.ts';
import { asksForTarget } from './targets-due.ts';

/**
 * What is asked: a figure goes by its measure's name, and where it is not of the quarter that asks says of
 * when; a target and a final figure say what they are.
 */
export const askedName = (asked: Return, about: About): string => {
  if (about.of !== 'measure') return lineAskedName(asked, about);
  const measure = about.row;
  if (asksForTarget(asked)) return `Target for ${asked.period}: ${measure.title}`;
  const period = parsePeriod(asked.period);
  const words = period === null ? asked.period : periodWords(period, measure);
  if (asked.kind !== 'final')
    return isOfItsQuarter(asked) ? measure.title : `${words}: ${measure.title}`;
  return `Final figure for ${words}: ${measure.title}`;
};

const lineAskedName = (asked: Return, about: Exclude<About, { of: 'measure' }>): string => {
  const name = `${kindWord(about)}: ${about.title}`;
  const period = parsePeriod(asked.period);
  const words = period === null ? asked.period : periodWords(period);
  return isOfItsQuarter(asked) ? name : `${name}, ${words}`;
};

/** What a line is called before its name: "Milestone", "Risk". */
export const kindWord = (about: Exclude<About, { of: 'measure' }>): string => {
  switch (about.of) {
    case 'action':
      return about.row.kind === 'activity' ? 'Action' : capital(about.row.kind);
    case 'project':
      return about.row.kind === 'improvement project' ? 'Project' : capital(about.row.kind);
    case 'saving':
    case 'risk':
    case 'finance':
    case 'assurance':
      return capital(about.of);
  }
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A cycle's key ends with its quarter. History that no cycle asked for is of its own. */
const isOfItsQuarter = ({ cycle, period }: Return): boolean =>
  cycle === null || sameKey(cycle.split('|').at(-1) ?? '', period);
