// What the figures rest on: how they were rated and by whose decision, what each measure counts, and which
// figures were corrected since.
import { readLine } from '../../registers/line-name.ts';
import { sameKey } from '../../registers/same-key.ts';
import { dateWords } from '../date-words.ts';
import { figure } from '../number-words.ts';
import { parsePeriod, periodWords } from '../period.ts';
import { textCell } from './cells.ts';
import { figuresOf, isAnyLeftOut, type ToldMeasure } from './facts.ts';
import { leftOutNote, nameOf } from './measure-words.ts';
import type { Restated } from './ordered.ts';
import type { Block, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { isSmall } from './small-numbers.ts';
import { filledTableBlock, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where there is nothing to say of it. */
export const basisSection = (told: Told): PaperSection | null => {
  const { measures, ratedHow } = told.facts;
  if (measures.length === 0) return null;
  const marks = [
    ...(measures.some(isAnyLeftOut) ? [leftOutNote] : []),
    ...(measures.some(({ now }) => now.provisional)
      ? ['Provisional: the figure may still change. A later figure is printed as a correction.']
      : []),
    'A figure that is not there is “–”. It is never nought, and is left out of every percentage.',
  ];
  return {
    id: 'basis',
    heading: 'How figures were rated',
    blocks: [{ kind: 'list', items: [...ratedHow, ...marks] }, ...decisionsOf(measures)],
    sections: [],
  };
};

/** Targets whose decision is on record, so that one changed in the year is seen to be. */
const decisionsOf = (measures: readonly ToldMeasure[]): readonly Block[] =>
  filledTableBlock({
    id: 'table decisions',
    caption: 'Targets and the decisions that set them',
    columns: [text('Measure'), text('Target'), text('Set by')],
    rows: measures
      .filter(({ now }) => (now.decidedBy ?? '') !== '')
      .map((measure) => [
        textCell(nameOf(measure)),
        textCell(measure.now.targetWords),
        textCell(measure.now.decidedBy ?? null),
      ]),
    notes: [],
  });

/** What each measure counts, where its figure comes from, and its known limits. */
export const definitionsSection = (measures: readonly ToldMeasure[]): PaperSection | null => {
  const defined = measures.filter(
    ({ definition, source, limits }) => definition !== null || source !== null || limits !== null,
  );
  if (defined.length === 0) return null;
  return {
    id: 'definitions',
    heading: 'What each measure counts',
    blocks: filledTableBlock({
      id: 'table definitions',
      caption: 'What each measure counts, and what its figures rest on',
      columns: [text('Measure'), text('What it counts'), text('Source'), text('Known limits')],
      rows: defined.map((measure) => [
        textCell(nameOf(measure)),
        textCell(measure.definition),
        textCell(measure.source),
        textCell(measure.limits),
      ]),
      notes: [],
    }),
    sections: [],
  };
};

/**
 * Figures that were corrected after the dataset was frozen: the figures above are as they were then. Of a
 * figure that is left out, that was or is a small number of people, or that is a total or a part of others, it
 * is said only that it was.
 */
export const correctionsSection = ({ facts, ordered, inPublic }: Told): PaperSection | null => {
  const items = ordered.restatements.flatMap((each) => {
    const line = readLine(each.line);
    const measure = facts.measures.find(
      ({ key }) => line?.register === 'measures' && sameKey(key, line.key),
    );
    return measure === undefined ? [] : [correctionWords(measure, each, inPublic)];
  });
  if (items.length === 0) return null;
  return {
    id: 'corrections',
    heading: 'Figures corrected since',
    blocks: [
      paragraph('Everything else in this paper is as it stood at the close.'),
      { kind: 'list', items },
    ],
    sections: [],
  };
};

const correctionWords = (measure: ToldMeasure, restated: Restated, inPublic: boolean): string => {
  const period = parsePeriod(restated.period);
  const when = period === null ? restated.period : periodWords(period);
  const on = `on ${dateWords(restated.on)}`;
  const isHidden =
    figuresOf(measure).some((each) => each.leftOut && each.period === restated.period) ||
    (inPublic &&
      (measure.hasKin === true || (measure.countsPeople && isTelling(measure, restated))));
  if (isHidden) return `${nameOf(measure)}, ${when}: corrected ${on}; the figures are left out.`;
  const [was, is] = [restated.was, restated.is].map((value) =>
    value === null ? 'not yet available' : figure(measure, value),
  );
  const why = restated.because?.trim() ?? '';
  return `${nameOf(measure)}, ${when}: ${was} was corrected to ${is} ${on}${why === '' ? '' : `: ${why}`}`;
};

/** A small number or a small step, or a share, whose numbers of people the figure before does not say. */
const isTelling = (measure: ToldMeasure, { was, is }: Restated): boolean =>
  measure.figureIs === 'year to date' ||
  isAnyLeftOut(measure) ||
  measure.now.denominator !== null ||
  isSmall(was) ||
  isSmall(is) ||
  isSmall((was ?? 0) - (is ?? 0));
