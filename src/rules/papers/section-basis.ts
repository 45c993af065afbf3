// What the figures rest on: how they were rated and by whose decision, what each measure counts, and which
// figures were corrected since.
import { textCell } from './cells.ts';
import { correctionsOf, correctionWords } from './corrected.ts';
import { isAnyLeftOut, type ToldMeasure } from './facts.ts';
import { leftOutNote, nameOf } from './measure-words.ts';
import type { Block, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
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
      caption: defined.some(({ source, limits }) => source !== null || limits !== null)
        ? 'What each measure counts, and what its figures rest on'
        : 'What each measure counts',
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

/** Null where nothing was. The figures above are as they were at the close. */
export const correctionsSection = ({ facts, ordered, inPublic }: Told): PaperSection | null => {
  const items = correctionsOf(facts.measures, ordered).map((each) =>
    correctionWords(each, inPublic),
  );
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
