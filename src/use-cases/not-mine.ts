// A person says that a measure, or another line they own, is not theirs any more. From then on nobody owns it: its manager is asked
// for it, and is asked at once to name another owner.

import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { askedToName, lastLetGo, letGoKey, openReturnsOf } from '../rules/hand-over.ts';
import { type Owned, ownedId, ownedOf } from '../rules/owned.ts';
import { may } from '../rules/rights.ts';
import { managersOf } from '../rules/roles.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { changesToldOf } from './changes-told.ts';
import { askedByIt, handOverEntries } from './hand-over-entry.ts';
import { orNotKept } from './or-not-kept.ts';
import { ownerChange } from './owner-change.ts';
import type { Entry, Ports } from './ports.ts';
import { longestCommentary } from './read-answer.ts';
import { type Refused, refused } from './refused.ts';
import { mayNotAnswer } from './take-answer.ts';

export type LetGo = {
  readonly outcome: 'let go' | 'already';
  /** What they let go of. */
  readonly line: Owned;
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
  const line = row ? ownedOf(registers, row) : null;
  if (row === undefined || line === null) return refused({ reason: 'unknown return' });
  const today = ports.clock.now().toPlainDate();
  const asked = askedToName(registers, line.team, today);
  const done = { line, asked: asked.map((each) => each.key) };
  if (row.owner === null && letGoBy(registers, line) === by) return { outcome: 'already', ...done };
  const person = registers.people.get(by);
  const barred = may({ registers, person, today: null }, 'let go of a line', row)
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
    accept(ports, entriesFor(ports, { cycle, line }, { by, because, asked: done.asked })).then(
      () => ({ outcome: 'let go' as const, ...done }),
    ),
  );
};

type Said = { readonly by: string; readonly because: string; readonly asked: readonly string[] };

/** The owner goes and those who name another are told, in one breath. */
const entriesFor = (
  ports: Pick<Ports, 'replica' | 'clock'>,
  { cycle, line }: { readonly cycle: Cycle; readonly line: Owned },
  { by, because, asked }: Said,
): readonly Entry[] => {
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const at = now.toInstant();
  const nth = changesToldOf(ports, line.register, line.key);
  const key = `${letGoKey}|${ownedId(line)}|${nth}|${by}`;
  const theirs = openReturnsOf(registers, line).filter(({ owner }) => sameKey(owner, by));
  const isLed =
    line.team !== null && managersOf(registers, line.team, now.toPlainDate()).length > 0;
  // Where the line has gone to another since, what is still asked of this one goes there too.
  const owner = sameKey(line.owner, by) ? null : line.owner;
  return [
    {
      key,
      by,
      at,
      changes: [
        ownerChange(line, owner),
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

const letGoBy = (registers: Registers, line: Owned): string | null =>
  lastLetGo(registers, line)?.by ?? null;
