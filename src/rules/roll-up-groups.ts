// Which groups of a plan its measures, work and money lie in. What groups there are is decided in
// roll-up-found.ts, how they are counted in roll-up.ts.
import { foldLine, type Line } from '../registers/line-name.ts';
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { GroupScope } from '../registers/report-lines.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { inPlanOrder } from './plan-order.ts';
import {
  codeOf,
  type GroupName,
  type GroupsFound,
  groupKey,
  groupsFound,
} from './roll-up-found.ts';
import { type OncePer, onceForRows } from './roll-up-index.ts';
import { lastingRegisters, openReach } from './roll-up-reach.ts';

/** A measure with its groups. Measures of one `timing` fall due together. */
export type Placed = {
  readonly measure: Measure;
  readonly places: readonly number[];
  readonly timing: string;
};

/** The groups of a plan, and which of them each line of it lies in: their places in `groups`. */
export type Places = {
  readonly groups: readonly GroupName[];
  /** The plan's measures as it prints them, retired ones too. */
  readonly inOrder: readonly Placed[];
  ofMeasure(measure: Measure): readonly number[];
  /** Of work and money: its team's, and all that it serves. `team` null: nobody's is named. */
  ofLine(line: Line, team: string | null): readonly number[];
};

/**
 * A measure is counted in the one priority it names; in every objective it serves, itself or by an
 * outcome; in its team and that team's directorate; in each portfolio and committee that hears of it,
 * its priority, an objective it serves, a section of these or the plan, and where the board says nothing;
 * and in each cross-cutting issue it or any of those is named in. Groups that hold nothing are there too.
 */
export const placesIn = (registers: Registers, plan: string): Places =>
  onceForRows(placesKnown, registers, {
    of: plan,
    rows: [
      registers.measures.where('plan', plan),
      ...lastingRegisters.map((name) => registers[name].values()),
      registers.teams.values(),
      registers.boards.values(),
    ],
    make: () => placesMade(registers, plan),
  });

const placesKnown: OncePer<Places> = new WeakMap();

const placesMade = (registers: Registers, plan: string): Places => {
  const measures = registers.measures.where('plan', plan).toSorted(inPlanOrder);
  const found = groupsFound(registers, plan, measures);
  const reachOf = openReach(registers);
  const at = (scope: GroupScope, code: string): readonly number[] => {
    const place = found.byKey.get(fold(groupKey(scope, code)));
    return place === undefined ? [] : [place];
  };
  const ofTeam = (key: string | null): readonly number[] => {
    const team = key === null ? undefined : registers.teams.get(key);
    if (team === undefined) return [];
    const heardOf = found.byLine.get(foldLine({ register: 'teams', key: team.key })) ?? [];
    return [...at('team', team.key), ...at('directorate', codeOf(team.directorate)), ...heardOf];
  };
  const always = [...found.ofAll, ...at('council', 'council')];
  const ofLine = (line: Line, team: string | null): readonly number[] => {
    const within = new Set([...always, ...ofTeam(team)]);
    for (const name of reachOf(line))
      for (const place of found.byLine.get(name) ?? []) within.add(place);
    return [...within].toSorted((one, other) => one - other);
  };
  const inOrder = measures.map((measure) => ({
    measure,
    places: placesOfMeasure(registers, found, { measure, ofLine }),
    timing: `${measure.frequency} ${measure.periodBasis} ${measure.publicationLag}`,
  }));
  const places = new Map(inOrder.map((each) => [each.measure, each.places] as const));
  return {
    groups: found.groups,
    inOrder,
    ofLine,
    ofMeasure: (measure) => places.get(measure) ?? [],
  };
};

type Placing = { readonly measure: Measure; readonly ofLine: Places['ofLine'] };

/** Of the priorities it lies under, only its own. */
const placesOfMeasure = (
  registers: Registers,
  { groups }: GroupsFound,
  { measure, ofLine }: Placing,
): readonly number[] => {
  const own = measure.priority === null ? undefined : registers.priorities.get(measure.priority);
  const isOwn = ({ scope, code }: GroupName) =>
    scope !== 'priority' ||
    (own !== undefined && sameKey(own.plan, measure.plan) && code === own.code);
  return ofLine({ register: 'measures', key: measure.key }, measure.team).filter((place) => {
    const group = groups[place];
    return group !== undefined && isOwn(group);
  });
};
