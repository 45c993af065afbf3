// How some columns look in their lists, in SharePoint's column formatting (schema v2): a status is a
// shape, a word and a colour together, a percentage a bar with its number. Never colour alone.

import type { RegisterName } from '../../registers/registers.ts';
import { workStatuses } from '../../registers/shared-columns.ts';
import { directions, directionWords, standings, standingWords } from '../../registers/words.ts';
import { workStatusWords } from '../../registers/work-words.ts';

const schema = 'https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json';

type Element = {
  readonly elmType: 'div' | 'span';
  readonly txtContent?: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Element[];
};
type Colour = keyof typeof fonts;
type Look = { readonly glyph: string; readonly words: string; readonly colour: Colour };

/** SharePoint's own classes: they follow the theme and its contrast. */
const fonts = {
  blue: 'sp-css-color-BlueFont',
  green: 'sp-css-color-GreenFont',
  amber: 'sp-css-color-GoldFont',
  red: 'sp-css-color-RedFont',
  grey: 'sp-css-color-GrayFont',
} as const;

/** One answer for each value, and another for all that is left. */
const oneOf = (cases: readonly (readonly [test: string, then: string])[], otherwise: string) =>
  `=${cases.reduceRight((rest, [test, then]) => `if(${test}, '${then}', ${rest})`, `'${otherwise}'`)}`;

const glyphAndWords = (
  cases: readonly { readonly test: string; readonly look: Look }[],
): Element => {
  const each = (of: (look: Look) => string) =>
    cases.map(({ test, look }) => [test, of(look)] as const);
  const colours = oneOf(
    each(({ colour }) => fonts[colour]),
    '',
  );
  return {
    elmType: 'div',
    attributes: { class: colours },
    children: [
      {
        elmType: 'span',
        style: { 'margin-right': '6px' },
        txtContent: oneOf(
          each(({ glyph }) => glyph),
          '',
        ),
      },
      {
        elmType: 'span',
        txtContent: oneOf(
          each(({ words }) => words),
          '',
        ),
      },
    ],
  };
};

const choiceLooks = <Choice extends string>(
  choices: readonly Choice[],
  look: (choice: Choice) => Look,
): Element =>
  glyphAndWords(choices.map((each) => ({ test: `@currentField == '${each}'`, look: look(each) })));

const standing = choiceLooks(standings, (each) => standingWords[each]);
const direction = choiceLooks(directions, (each) => ({
  glyph: directionWords[each].arrow,
  words: directionWords[each].words,
  colour: each === 'better' ? 'green' : each === 'worse' ? 'red' : 'grey',
}));
const workStatus = choiceLooks(workStatuses, (each) => workStatusWords[each]);

const isBlank = "toString(@currentField) == ''";

const percentBar: Element = {
  elmType: 'div',
  style: { display: 'block', width: '100%' },
  children: [
    {
      elmType: 'span',
      txtContent: `=if(${isBlank}, 'Not reported', toString(@currentField) + '%')`,
    },
    {
      elmType: 'div',
      attributes: { class: 'sp-css-backgroundColor-BgCornflowerBlue' },
      style: {
        height: '4px',
        width: `=if(${isBlank}, '0%', if(@currentField > 100, '100%', toString(@currentField) + '%'))`,
      },
    },
  ],
};

/** The score with its word, from both halves where the view shows both. */
const riskScore: Element = (() => {
  const score = '([$ResidualLikelihood] * [$ResidualImpact])';
  const looks: readonly (readonly [number, Look])[] = [
    [15, { glyph: '■', words: 'High', colour: 'red' }],
    [8, { glyph: '▲', words: 'Medium', colour: 'amber' }],
    [1, { glyph: '●', words: 'Low', colour: 'green' }],
  ];
  const word = glyphAndWords(
    looks.map(([least, look]) => ({ test: `${score} >= ${least}`, look })),
  );
  const number: Element = {
    elmType: 'span',
    style: { 'margin-right': '10px' },
    txtContent: `=if(${score} >= 1, toString(@currentField) + ' (score ' + toString(${score}) + ')', toString(@currentField))`,
  };
  return { ...word, children: [number, ...(word.children ?? [])] };
})();

/** The day as it is, and the word where it is past and the work is not done. */
const dueOn: Element = (() => {
  const isPast = `${isBlank} == false && addDays(Date(@currentField), 1) <= @now && [$Status] != 'complete' && [$Status] != 'stopped'`;
  const past: Look = { glyph: '■', words: 'Past due', colour: 'red' };
  const word = glyphAndWords([{ test: isPast, look: past }]);
  const day: Element = {
    elmType: 'span',
    style: { 'margin-right': '10px' },
    txtContent: '@currentField',
  };
  return { ...word, children: [day, ...(word.children ?? [])] };
})();

const formats: { readonly [N in RegisterName]?: Readonly<Record<string, Element>> } = {
  reportLines: { standing, short: direction, long: direction },
  actions: { status: workStatus, percent: percentBar, dueOn },
  projects: { status: workStatus, percent: percentBar, dueOn },
  savings: { status: workStatus },
  risks: { residualImpact: riskScore },
  personalObjectives: { status: workStatus, percent: percentBar, dueOn },
};

/** The formats of a register's columns, by property, as SharePoint keeps them. */
export const columnFormats = (name: RegisterName): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(formats[name] ?? {}).map(([property, element]) => [
      property,
      JSON.stringify({ $schema: schema, ...element }),
    ]),
  );
