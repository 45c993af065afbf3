// The boards that hear of a plan, as a dataset holds them, and by which keys each hears of what.
import type { Board } from '../../registers/boards.ts';
import { type Line, readLine } from '../../registers/line-name.ts';
import type { Registers } from '../../registers/registers.ts';
import { sameKey } from '../../registers/same-key.ts';
import { groupKey } from '../roll-up-found.ts';
import { byText } from './canonical.ts';
import type { BoardFact } from './dataset.ts';

/** In the order of the matrix. Boards of another plan hear nothing of this one. */
export const gatherBoards = (registers: Registers, plan: string): readonly BoardFact[] =>
  [...registers.boards.values()]
    .filter((board) => board.plan === null || sameKey(board.plan, plan))
    .toSorted(
      (one, other) =>
        (one.position ?? last) - (other.position ?? last) || byText(one.key, other.key),
    )
    .map((board) => ({
      key: board.key,
      title: board.title,
      kind: board.kind,
      inPublic: board.inPublic,
      measuresAndFinance: board.measuresAndFinance,
      deliveryPlan: board.deliveryPlan,
      hearsOf: hearsOf(registers, plan, board),
    }));

const last = Number.MAX_SAFE_INTEGER;

/**
 * A portfolio and a committee are groups themselves: what they hear of lies in them. Any other board that
 * does not hear of all hears of the groups, measures and sections it names; one that names only what is
 * not in the registers hears of nothing, and that is its own key, which nothing lies in.
 */
const hearsOf = (registers: Registers, plan: string, board: Board): readonly string[] => {
  if (board.hearsOf.length === 0) return [];
  if (board.kind === 'portfolio') return [groupKey('portfolio', board.key)];
  if (board.kind === 'scrutiny') return [groupKey('committee', board.key)];
  const lines = board.hearsOf.flatMap((text) => readLine(text) ?? []);
  if (lines.some(({ register, key }) => register === 'plans' && sameKey(key, plan))) return [];
  const named = new Set(lines.flatMap((line) => keysOf(registers, line)));
  return named.size === 0 ? [board.key] : [...named].toSorted(byText);
};

const keysOf = (registers: Registers, { register, key }: Line): readonly string[] => {
  if (register === 'priorities') return codesOf('priority', registers.priorities.get(key));
  if (register === 'objectives') return codesOf('objective', registers.objectives.get(key));
  if (register === 'crossCuttingIssues')
    return codesOf('cross-cutting issue', registers.crossCuttingIssues.get(key));
  if (register === 'teams') return [groupKey('team', registers.teams.get(key)?.key ?? key)];
  if (register === 'plans') return ofSection(registers, key);
  const row = registers[register].get(key);
  return row === undefined ? [] : [row.key];
};

const ofSection = (registers: Registers, section: string): readonly string[] =>
  registers.objectives.where('section', section).map(({ code }) => groupKey('objective', code));

const codesOf = (
  scope: 'priority' | 'objective' | 'cross-cutting issue',
  row: { readonly code: string } | undefined,
): readonly string[] => (row === undefined ? [] : [groupKey(scope, row.code)]);
