// What the tab says that is not about one screen alone. Sentence case, no exclamation marks.
import { type Standing, standings, standingWords } from '../src/registers/words.ts';

export const troubleWords = {
  noToken: 'Teams could not sign you in. Close this tab and open it again.',
  noConsent:
    'Teams could not sign you in: nobody has agreed for the council yet that Golden Thread may know who you are.',
  nothingAnswers: 'Golden Thread is not answering.',
  unreadable: 'Golden Thread answered in a way this page cannot read. Open the tab again.',
} as const;

/** Where what the app asks Microsoft 365 for is explained, and agreed to. */
export const consentWords = { link: 'What it asks for, and how to agree', at: '/consent' } as const;

/** Why a screen, or a part of one, could not be opened: the app is away, the file cannot be had, or a fault of ours. */
export const notOpenedWords = (what: string, why: 'away' | 'not fetched' | 'fault'): string => {
  switch (why) {
    case 'away':
      return `${what} could not be opened: Golden Thread is not answering.`;
    case 'not fetched':
      return `${what} could not be opened. Golden Thread is answering now: try again.`;
    case 'fault':
      return `${what} could not be shown. Try again; if it stays so, tell the performance team.`;
  }
};

export const outsideWords = {
  title: 'Open Golden Thread in Teams',
  why: 'This page shows your council’s plan inside Microsoft Teams, where you are already signed in. Opened on its own, it has no way to know who you are.',
  local:
    'On this machine the local Teams page stands in for it: choose a seat there, then its Golden Thread tab.',
  what: 'In Teams, choose Apps and open Golden Thread; or follow the tab in a chat with Golden Thread.',
} as const;

export const configureWords = {
  title: 'Whose plan should this channel show?',
  what: 'The tab opens at this plan and team for everybody in the channel. They can look at others from there.',
  plan: 'Plan',
  team: 'Team or directorate',
  rights: 'Everyone sees what they may see anyway: adding a tab gives nobody a right.',
  notKept: 'Teams did not keep the tab. Try Save again.',
} as const;

/** What the status filter offers: every standing, and returns that are late or, once closed, missing. */
export const statusFilters = [...standings, 'late'] as const;
export type StatusFilter = (typeof statusFilters)[number];

export const isStatusFilter = (text: string | null): text is StatusFilter =>
  statusFilters.some((each) => each === text);

export const filterWords = (filter: StatusFilter): string =>
  filter === 'late' ? 'Late or never answered' : standingWords[filter].words;

export const standingRank = (standing: Standing): number => seriousFirst.indexOf(standing);

export const seriousFirst: readonly Standing[] = [
  'off target',
  'within tolerance',
  'not yet available',
  'target not yet agreed',
  'on target',
  'better than target',
  'data only',
];

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
