// What needs attention: how many stand how, then each measure that misses its target, the worst first, with
// its chart, what its service says and what was promised. The rest of them are rows of a table.

import type { GroupScope } from '../../registers/report-lines.ts';
import { saysAllIsWell } from '../commentary-tone.ts';
import { figureCell, measureCell, targetCell } from './cells.ts';
import { answersOf, countsOf, missingWords } from './counted.ts';
import { exceptionWords } from './exception-words.ts';
import { isAnyLeftOut, type ToldMeasure } from './facts.ts';
import { limitsNotes, measureChart, verdictSentences } from './measure-chart.ts';
import { counted, leftOutNote, listed, nameOf } from './measure-words.ts';
import { exceptionsIn, unansweredIn } from './order-of-exceptions.ts';
import type { Block, PaperSection } from './paper.ts';
import { promiseSentence } from './promise-words.ts';
import { paragraph, quoted } from './said.ts';
import { measuresTable, number, tableBlock, text } from './tables.ts';
import type { Told } from './told.ts';
import { yearEndSentences } from './year-end.ts';

/** `inFull`: how many are told of at length; the rest are a table. */
export const exceptionsSection = (
  told: Told,
  { inFull }: { readonly inFull: number },
): PaperSection => {
  const { measures } = told.facts;
  const exceptions = exceptionsIn(measures);
  const shown = exceptions.slice(0, inFull);
  const unanswered = unansweredIn(measures);
  const rest = exceptions.slice(inFull);
  return {
    id: 'exceptions',
    heading: 'What needs attention',
    blocks: [
      paragraph(standingSentence(measures), { lead: true }),
      ...(exceptions.length === 0
        ? [paragraph('No measure with a figure misses its target.')]
        : []),
      ...limitsNotes(shown).map((note) => paragraph(note)),
    ],
    sections: [
      ...shown.map((measure) => exceptionSection(told, measure)),
      ...(rest.length === 0 ? [] : [restSection(rest, told.facts.periodWords)]),
      ...(unanswered.length === 0 ? [] : [unansweredSection(unanswered)]),
    ],
  };
};

/** '12 of 40 measures with a target are off target, 8 are within tolerance and 20 on target or better.' */
export const standingSentence = (measures: readonly ToldMeasure[]): string => {
  const { by, rated, met, leftOut } = countsOf(measures);
  const answers = answersOf(measures);
  const waiting = by['not yet available'] - (answers.isThin ? answers.missing : 0);
  const missing = answers.isThin ? `; ${missingWords(answers)}` : '';
  const apart = [
    ...(waiting > 0
      ? [
          `${waiting} ${answers.isThin ? 'not asked for and without a figure' : 'with no figure yet'}`,
        ]
      : []),
    ...(by['target not yet agreed'] > 0
      ? [`${by['target not yet agreed']} whose target is not yet agreed`]
      : []),
    ...(by['data only'] > 0 ? [`${by['data only']} without a target`] : []),
    ...(leftOut > 0 ? [`${leftOut} whose figure is left out`] : []),
  ];
  const besides = apart.length === 0 ? '' : ` Counted apart: ${listed(apart)}.`;
  if (rated === 0) return `No measure is held to a target with a figure${missing}.${besides}`;
  const are = by['off target'] === 1 ? 'is' : 'are';
  return `Of ${counted(rated, 'measure')} with a figure and a target, ${by['off target']} ${are} off target, ${by['within tolerance']} within tolerance, and ${met} on target or better${missing}.${besides}`;
};

const exceptionSection = (told: Told, measure: ToldMeasure): PaperSection => {
  const beside = [...verdictSentences(measure), ...yearEndSentences(measure)];
  return {
    id: `measure ${measure.code}`,
    heading: nameOf(measure),
    blocks: [
      paragraph(exceptionWords(measure, told.facts.periodWords), { lead: true }),
      ...placeOf(told, measure),
      ...(isAnyLeftOut(measure) ? [paragraph(leftOutNote)] : []),
      ...(beside.length === 0 ? [] : [paragraph(beside.join(' '))]),
      ...measureChart(measure),
      ...commentaryOf(told, measure),
      ...measure.promises.slice(0, 1).map((promise) => paragraph(promiseSentence(promise))),
      ...(measure.benchmark.length === 0
        ? []
        : [paragraph(`Compared: ${measure.benchmark.join('; ')}.`)]),
    ],
    sections: [],
  };
};

/** Which priority and objectives it counts towards; nothing where it lies in none. */
const placeOf = ({ facts }: Told, { groups }: ToldMeasure): readonly Block[] => {
  const of = (scope: GroupScope) =>
    facts.groups.filter((group) => group.scope === scope && groups.includes(group.key));
  const named = [...of('priority'), ...of('objective')].map(nameOf);
  return named.length === 0 ? [] : [paragraph(`Counts towards ${listed(named)}.`)];
};

/** The owner's own words; nobody is named, in public nor inside. */
export const commentaryOf = (told: Told, measure: ToldMeasure): readonly Block[] => {
  const by = told.inPublic ? 'The service' : measure.team;
  const said = measure.commentary?.trim() ?? '';
  const action = measure.noActionBecause?.trim() ?? '';
  const well = told.inPublic ? null : saysAllIsWell(said, measure.polarity);
  return [
    ...(said === '' ? silence(measure) : quoted(told, measure, by)),
    ...(said !== '' && measure.wordsLeftOut ? [heldBack] : []),
    ...(well === null || measure.now.standing !== 'off target'
      ? []
      : [paragraph(`It says “${well}”; the figure is off target.`)]),
    ...(action === ''
      ? []
      : [paragraph('Why nothing more is promised:'), { kind: 'quote' as const, text: action, by }]),
  ];
};

const heldBackWords =
  'What the service said repeats a number that is left out, and is not printed.';
const heldBack = paragraph(heldBackWords);

/** Of a figure that was not asked for this time nothing was to be said; words cleared as blank print nothing. */
const silence = ({ wordsLeftOut, due, commentary }: ToldMeasure): readonly Block[] => {
  if (wordsLeftOut) return [heldBack];
  if (commentary === '') return [];
  return due ? [paragraph('The service has said nothing of it.')] : [];
};

/** Two pages of a table are read by nobody. */
const mostRows = 30;

const restSection = (rest: readonly ToldMeasure[], periodWords: string): PaperSection => ({
  id: 'exceptions rest',
  heading: 'Also short of target',
  blocks: [
    ...measuresTable(rest.slice(0, mostRows), {
      id: 'table exceptions rest',
      caption: `${counted(rest.length, 'other measure')} off target or within tolerance`,
      periodWords,
    }),
    ...(rest.length > mostRows
      ? [paragraph(`The first ${mostRows} of ${rest.length}; all are under “Every measure”.`)]
      : []),
  ],
  sections: [],
});

/** What was red and is silent: it would else be seen nowhere among what needs attention. */
const unansweredSection = (measures: readonly ToldMeasure[]): PaperSection => ({
  id: 'exceptions unanswered',
  heading: 'Red last time, no figure this time',
  blocks: tableBlock({
    id: 'table exceptions unanswered',
    caption: `${counted(measures.length, 'measure')} off target last time and not answered this time`,
    columns: [text('Measure'), number('Last figure'), number('Target'), text('Of')],
    rows: measures.slice(0, mostRows).flatMap((measure) => {
      const last = measure.before.at(-1);
      return last === undefined
        ? []
        : [
            [
              measureCell(measure),
              figureCell(measure, last),
              targetCell(measure, last),
              { text: last.words },
            ],
          ];
    }),
    notes: measures.length > mostRows ? [`The first ${mostRows} of ${measures.length}.`] : [],
  }),
  sections: [],
});
