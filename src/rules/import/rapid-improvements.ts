// What a file may make live: a rapid improvement only once its portfolio holder has agreed it, and no
// more than a team may have at once, those of the same file counted.
import { fromPlain } from '../../registers/register.ts';
import { registers as declared, type Row } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { liveRapidImprovements, mostRapidImprovements } from '../live-projects.ts';
import { type Draft, placeOf, type Reading } from './draft.ts';

type Going = Pick<Row<'projects'>, 'kind' | 'stage' | 'team' | 'agreedWith'>;
const decides = ['kind', 'stage', 'team', 'agreedWith'] as const;

/** The drafts that may be taken; the others are doubts that stop. */
export const thatMayGoLive = (reading: Reading, drafts: readonly Draft[]): readonly Draft[] => {
  const inFile = new Set(drafts.map(({ key }) => fold(key)));
  const live = new Map<string, number>();
  const others = (team: string): number =>
    live.get(fold(team)) ??
    liveRapidImprovements(reading.registers, team).filter(({ key }) => !inFile.has(fold(key)))
      .length;
  return drafts.filter((draft) => {
    if (draft.register !== 'projects') return true;
    const project = asItWouldBe(reading, draft);
    if (project.kind !== 'rapid improvement' || project.stage !== 'live') return true;
    const count = others(project.team ?? '');
    live.set(fold(project.team ?? ''), count + 1);
    const words = decides.some((name) => name in draft.set) ? faultIn(project, count) : null;
    if (words === null) return true;
    reading.doubts.stop(placeOf(draft, 'stage'), words, 'projects');
    return false;
  });
};

const faultIn = ({ team, agreedWith }: Going, others: number): string | null => {
  if (team === null) return 'A rapid improvement goes live in a team: name one.';
  if (!agreedWith?.trim())
    return 'A rapid improvement goes live once its portfolio holder has agreed it: fill in Agreed with.';
  return others >= mostRapidImprovements
    ? `The team has ${mostRapidImprovements} rapid improvements live already, the most there may be at once.`
    : null;
};

const asItWouldBe = ({ registers }: Reading, { key, set }: Draft): Going => {
  const row = registers.projects.get(key);
  const { columns } = declared.projects;
  const said = Object.fromEntries(
    decides
      .filter((name) => name in set)
      .map((name) => [name, fromPlain(columns[name], set[name])]),
  );
  return {
    kind: 'improvement project',
    stage: null,
    team: null,
    agreedWith: null,
    ...row,
    ...said,
  };
};
