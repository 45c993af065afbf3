// Which lines of a plan's work a search leaves. What it leaves out is left out of the counts too.
import type { Activity, WorkLine, WorkView } from '../../src/web/api-work.ts';
import { counted } from '../words.ts';

/** Every word typed must be found in the name, code, owner, team or section; blank leaves all. */
export const findWork = (view: WorkView, find: string): WorkView => {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return view;
  const isFound = (line: WorkLine) => words.every((word) => searchable(line).includes(word));
  const { actions, improvements, savings, risks } = view;
  const groups = actions.groups
    .map((group) => ({ ...group, activities: group.activities.filter(within(isFound)) }))
    .filter(({ activities }) => activities.length > 0);
  const projects = improvements.projects.filter(isFound);
  const live = improvements.slots.flatMap((slots) => slots.live).filter(isFound);
  const waiting = [...live, ...improvements.waiting.filter(isFound)];
  const savingLines = savings.lines.filter(isFound);
  const riskLines = risks.lines.filter(isFound);
  return {
    ...view,
    actions: { ...actions, groups, summary: foundWords(countOf(groups), 'action') },
    improvements: {
      summary: foundWords(projects.length + waiting.length, 'project'),
      slots: [],
      waiting,
      projects,
    },
    savings: {
      ...savings,
      lines: savingLines,
      summary: foundWords(savingLines.length, 'commitment'),
    },
    risks: { closed: 0, lines: riskLines, summary: foundWords(riskLines.length, 'risk') },
    money: [],
  };
};

const searchable = ({ code, title, owner, team, section }: WorkLine): string =>
  `${code} ${title} ${owner ?? 'no owner'} ${team ?? ''} ${section ?? ''}`.toLowerCase();

/** An activity stays whole where it or any milestone of it is found. */
const within =
  (isFound: (line: WorkLine) => boolean) =>
  ({ action, milestones }: Activity): boolean =>
    isFound(action) || milestones.some(isFound);

const countOf = (groups: WorkView['actions']['groups']): number =>
  groups.reduce((sum, { activities }) => sum + activities.length, 0);

const foundWords = (count: number, one: string): string => `${counted(count, one)} found.`;

/** The sections that have something to show, in the order they stand, with how much each holds. */
export const sectionsOf = (
  view: WorkView,
): readonly { readonly id: string; readonly words: string; readonly count: number | null }[] => {
  const actions = view.actions.groups
    .flatMap(({ activities }) => activities)
    .reduce((sum, { milestones }) => sum + 1 + milestones.length, 0);
  const { projects, waiting, slots } = view.improvements;
  const live = slots.reduce((sum, { inUse }) => sum + inUse, 0);
  const improvements = projects.length + waiting.length + live;
  const invites = !view.manyTeams && slots.length > 0;
  return [
    { id: 'actions', words: 'Actions', count: actions, has: actions > 0 },
    {
      id: 'improvements',
      words: 'Improvements',
      count: improvements,
      has: improvements > 0 || invites,
    },
    {
      id: 'savings',
      words: 'Savings',
      count: view.savings.lines.length,
      has: view.savings.lines.length > 0,
    },
    {
      id: 'risks',
      words: 'Risks',
      count: view.risks.lines.length,
      has: view.risks.lines.length + view.risks.closed > 0,
    },
    { id: 'money', words: 'Money', count: null, has: view.money.length > 0 },
  ]
    .filter(({ has }) => has)
    .map(({ id, words, count }) => ({ id, words, count }));
};
