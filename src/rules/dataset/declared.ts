// What a measure says of itself, and what its owner said with the figure shown, as a dataset holds them.
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { accessOf } from '../access.ts';
import { coverOf } from '../chart/chart-of.ts';
import type { HistoryPoint } from '../history.ts';
import type { MeasureFact } from './dataset.ts';

type Declared = Pick<
  MeasureFact,
  | 'key'
  | 'code'
  | 'title'
  | 'unit'
  | 'decimals'
  | 'polarity'
  | 'frequency'
  | 'figureIs'
  | 'parent'
  | 'level'
  | 'weight'
  | 'countsPeople'
  | 'definition'
  | 'team'
  | 'directorate'
  | 'access'
  | 'exemptUnder'
>;

/** A team that is not in the register goes by what the measure says. */
export const declaredOf = (registers: Registers, measure: Measure): Declared => {
  const team = registers.teams.get(measure.team);
  const { key, code, title, unit, decimals, frequency, level } = measure;
  return {
    key,
    code,
    title,
    unit,
    decimals,
    polarity: measure.polarity,
    frequency,
    figureIs: coverOf(measure),
    parent: measure.parent,
    level,
    weight: measure.weight ?? 1,
    countsPeople: measure.countsPeople,
    definition: measure.definition,
    team: team?.title ?? measure.team,
    directorate: team?.directorate ?? '',
    access: accessOf(measure),
    exemptUnder: measure.exemptUnder,
  };
};

type Said = Pick<
  MeasureFact,
  'commentary' | 'source' | 'limits' | 'forecast' | 'noActionBecause' | 'notApproved'
>;

/** What was said with the figure shown; nothing where there is none. */
export const saidWith = ({ value, return: row }: HistoryPoint): Said => {
  const given = value === null ? null : row;
  return {
    commentary: given?.commentary ?? null,
    source: given?.source ?? null,
    limits: given?.limits ?? null,
    forecast: given?.forecast ?? null,
    noActionBecause: given?.noActionBecause ?? null,
    notApproved: given !== null && given.approval !== null && given.approval !== 'approved',
  };
};
