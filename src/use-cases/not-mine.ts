// A person says that a measure is not theirs any more. From then on nobody owns it: its manager is asked
// for it, and is asked at once to name another owner.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { measureOf } from '../rules/about.ts';
import { askedToName, lastLetGo, letGoKey, openReturnsOf } from '../rules/hand-over.ts';
import { managersOf } from '../rules/roles.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { askedByIt, changesToldOf, handOverEntries } from './hand-over-entry.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Ports } from './ports.ts';
import { longestCommentary } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { mayNotAnswer } from './take-answer.ts';

export type LetGo = {
  readonly outcome: 'let go' | 'already';
  readonly measure: Measure;
  /** Person keys of those asked to name another; empty where there is nobody to ask. */
  readonly asked: readonly string[];
};

/** Only its owner may say so, of a return of an open cycle, and says why. */
export const notMine = async (
  ports: Ports,
  { by, ...said }: { readonly by: string; readonly return: string; readonly because: string },
): Promise<LetGo | Refused> => {
  const registers = ports.replica.registers();
  const row = registers.returns.get(said.return);
  const measure = row && measureOf(registers, row);
  if (row === undefined || measure === undefined) return refused({ reason: 'unknown return' });
  const today = ports.clock.now().toPlainDate();
  const asked = askedToName(registers, measure.team, today);
  const done = { measure, asked: asked.map((each) => each.key) };
  if (row.owner === null && letGoBy(registers, measure) === by)
    return { outcome: 'already', ...done };
  const barred = sameKey(row.owner, by)
    ? mayNotAnswer(registers, row, { by, today })
    : refused({ reason: 'not yours' });
  if (barred !== null) return barred;
  const cycle = registers.cycles.get(row.cycle ?? '');
  if (cycle === undefined) return refused({ reason: 'unknown cycle' });
  const because = said.because.trim();
  if (because === '') return refused({ reason: 'no reason given' });
  if (because.length > longestCommentary)
    return refused({ reason: 'reason too long', length: because.length, most: longestCommentary });
  return orNotKept(
    accept(ports, entriesFor(ports, { cycle, measure }, { by, because, asked: done.asked })).then(
      () => ({ outcome: 'let go' as const, ...done }),
    ),
  );
};

type Said = { readonly by: string; readonly because: string; readonly asked: readonly string[] };

/** The owner goes and those who name another are told, in one breath. */
const entriesFor = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  { cycle, measure }: { readonly cycle: Cycle; readonly measure: Measure },
  { by, because, asked }: Said,
): readonly Entry[] => {
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const at = now.toInstant();
  const nth = changesToldOf(registers, 'measures', measure.key);
  const key = `${letGoKey}|${measure.key}|${nth}|${by}`;
  const theirs = openReturnsOf(registers, measure.key).filter(({ owner }) => sameKey(owner, by));
  const isLed = managersOf(registers, measure.team, now.toPlainDate()).length > 0;
  // Where the measure has gone to another since, what is still asked of this one goes there too.
  const owner = sameKey(measure.owner, by) ? null : measure.owner;
  return [
    {
      key,
      by,
      at,
      changes: [
        change('measures', measure.key, { owner }),
        ...theirs.map((each) => change('returns', each.key, { owner })),
      ],
      message: null,
      journal: { source: 'card', why: because },
    },
    ...asked.flatMap((to) => {
      const told = handOverEntries(
        registers,
        { cycle, to, about: by, on: now.toPlainDate() },
        { by, at, again: key },
      );
      // Those who lead the team are asked for the returns by the same card.
      const asksToo = isLed ? askedByIt(registers, { cycle, to }, now) : [];
      return told.map((each) =>
        each.message?.replaces ? each : { ...each, changes: [...each.changes, ...asksToo] },
      );
    }),
  ];
};

const letGoBy = (registers: Registers, measure: Measure): string | null =>
  lastLetGo(registers, measure)?.by ?? null;
