// How a priority of the strategy, as written, becomes rows of seven registers: their keys, codes and
// order, and the lines they serve.
import { lineName } from '../../../registers/line-name.ts';
import { newRow } from '../../../registers/new-row.ts';
import type { RegisterName, Row } from '../../../registers/registers.ts';
import { teamOfOwner } from '../people.ts';
import { keyed as operatingPlanKeyed } from '../plan.ts';
import { keyed, plan } from './plan.ts';
import type { Indicator, Theme } from './theme.ts';

const registerByParts: readonly RegisterName[] = ['priorities', 'objectives', 'outcomes'];

/** '7' names a priority, '1.2' an objective, '1.2.1' an outcome. Throws where a code is none of them. */
const lineNamed = (code: string): string => {
  const register = registerByParts[code.split('.').length - 1];
  if (!register) throw new Error(`${code} is no code of a priority, objective or outcome.`);
  return lineName({ register, key: keyed(code) });
};
export const linesNamed = (codes = ''): readonly string[] =>
  codes.split(' ').filter(Boolean).map(lineNamed);

/** '1.2.1' is of '1.2', which is of '1'. */
const above = (code: string): string => code.slice(0, code.lastIndexOf('.'));

type Placed = { readonly key: string; readonly code: string };
const known = (code: string) => ({ key: keyed(code), plan, code });
const inOrder = <R extends Placed>(rows: readonly R[]): readonly R[] =>
  rows.map((row, index) => ({ ...row, position: index + 1 }));

export const prioritiesOf = (themes: readonly Theme[]): readonly Row<'priorities'>[] =>
  inOrder(
    themes.map(({ code, name, challenges }) =>
      newRow('priorities', {
        ...known(code),
        title: name,
        kind: 'priority',
        challenges: challenges.join('\n'),
      }),
    ),
  );

export const objectivesOf = (themes: readonly Theme[]): readonly Row<'objectives'>[] =>
  inOrder(
    themes.flatMap(({ objectives }) =>
      objectives.map(([code, title, also]) =>
        newRow('objectives', {
          ...known(code),
          title,
          kind: 'objective',
          serves: [...linesNamed(above(code)), ...linesNamed(also)],
        }),
      ),
    ),
  );

export const outcomesOf = (themes: readonly Theme[]): readonly Row<'outcomes'>[] =>
  inOrder(
    themes.flatMap(({ outcomes }) =>
      outcomes.map(([code, title, also]) =>
        newRow('outcomes', {
          ...known(code),
          title,
          objective: keyed(above(code)),
          serves: linesNamed(also),
        }),
      ),
    ),
  );

export const actionsOf = (themes: readonly Theme[]): readonly Row<'actions'>[] =>
  inOrder(
    themes.flatMap((theme) =>
      theme.actions.map(([title, serves], index) =>
        newRow('actions', {
          ...known(`${theme.code}.A${index + 1}`),
          title,
          kind: 'activity',
          serves: linesNamed(serves),
        }),
      ),
    ),
  );

/** Counted in people: papers that anybody may read leave out their numbers of 1 to 4. */
const ofPeople: ReadonlySet<string> = new Set([
  '1.I3',
  '1.I4',
  '1.I13',
  '1.I16',
  '3.I6',
  '3.I8',
  '6.I6',
  '6.I8',
  '7.I6',
  '7.I7',
]);

const measureOf = (theme: Theme, told: Indicator): Row<'measures'> => {
  const [, unit = told.unit, places = '0'] = /^(.*)\.(\d)$/.exec(told.unit) ?? [];
  const [numeratorIs = null, denominatorIs = null] = told.of ?? [];
  return newRow('measures', {
    ...told.asked,
    ...known(told.code),
    title: told.name,
    priority: keyed(theme.code),
    continues: told.continues === undefined ? null : operatingPlanKeyed(told.continues),
    serves: linesNamed(told.serves),
    level: 'strategic',
    team: teamOfOwner(told.owner),
    owner: told.owner,
    unit,
    decimals: Number(places),
    polarity: told.good,
    asksFor: told.of ? 'numerator and denominator' : 'value',
    per: told.of ? 100 : null,
    numeratorIs,
    denominatorIs,
    definition: told.means,
    query: told.query ?? null,
    countsPeople: ofPeople.has(told.code),
  });
};

export const measuresOf = (themes: readonly Theme[]): readonly Row<'measures'>[] =>
  inOrder(themes.flatMap((theme) => theme.indicators.map((told) => measureOf(theme, told))));

export const supportingOf = (themes: readonly Theme[]): readonly Row<'benchmarks'>[] =>
  themes.flatMap((theme) =>
    theme.supporting.map(([title, localValue, value, unit, noted = {}], index) => {
      const { measure, ...said } = noted;
      return newRow('benchmarks', {
        ...known(`${theme.code}.S${index + 1}`),
        title,
        kind: 'supporting indicator',
        priority: keyed(theme.code),
        measure: measure === undefined ? null : keyed(measure),
        comparator: 'national average',
        unit,
        localValue,
        value,
        ...said,
      });
    }),
  );
