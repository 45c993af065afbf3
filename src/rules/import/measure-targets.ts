// The targets one row tells, with the tolerance and the decision beside them.
import type { Period } from '../period.ts';
import { textOfCell } from './cell-text.ts';
import type { TargetTold } from './draft-targets.ts';
import { periodFor, periodsOf, placeAt, type RowRead, type Told } from './measure-figures.ts';
import { readTargetCell, readTolerance } from './target-cell.ts';

/** The targets of a row, with its tolerance and the decision that set them. */
export const readTargets = (read: RowRead): readonly TargetTold[] => {
  const { measure, doubts, row } = read;
  const told = periodsOf(read);
  const aims = told.filter(({ what }) => what === 'target');
  if (aims.length === 0) return [];
  const tolerance = readTolerance(row.facts.tolerance ?? '', measure);
  if (tolerance.note !== null && !read.said.has(`${measure.key} tolerance`))
    doubts.note(placeAt(read, row.at('tolerance')), tolerance.note, 'targets');
  read.said.add(`${measure.key} tolerance`);
  const decision = textOfCell(told.find(({ what }) => what === 'decision')?.cell) || null;
  return aims.flatMap((each): readonly TargetTold[] => {
    const place = placeAt(read, each.column);
    const cell = readTargetCell(each.cell, { measure, known: () => read.known(each.column) });
    if ('stop' in cell) doubts.stop(place, cell.stop, 'targets');
    if ('blank' in cell && cell.blank !== null) doubts.note(place, cell.blank, 'targets');
    const period = 'aimed' in cell ? periodOfTarget(read, each) : null;
    if (!('aimed' in cell) || period === null) return [];
    if (measure.dataOnly || measure.polarity === 'none') {
      doubts.note(
        place,
        `${measure.code} ${measure.dataOnly ? 'is data only' : 'says neither high nor low is good'}: its target is kept and carries no RAG.`,
        'targets',
      );
    }
    return [
      { measure, period, place, aimed: cell.aimed, tolerated: tolerance.tolerated, decision },
    ];
  });
};

/**
 * A year's target is of the council's own year, whatever year its figures are counted in; any other is
 * of the measure's period.
 */
const periodOfTarget = (read: RowRead, told: Told): Period | null => {
  const { said } = told;
  if (said?.kind === 'year' && said.year.kind === 'pair' && !said.academic)
    return { kind: 'financial year', year: said.year.year };
  return periodFor(read, told);
};
