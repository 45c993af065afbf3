// Risks: a matrix, then the worst first with their movement and whether the council accepts them.
import type { RiskFact } from '../dataset/dataset.ts';
import { directionCell, numberCell, textCell } from './cells.ts';
import { counted, few, nameOf } from './measure-words.ts';
import type { Block, PaperSection } from './paper.ts';
import { paragraph } from './said.ts';
import { filledTableBlock, number, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where no risk is told. Above appetite before others, each by its score; what is not assessed is counted. */
export const risksSection = (
  { facts }: Told,
  { most = 15 }: { readonly most?: number } = {},
): PaperSection | null => {
  if (facts.risks.length === 0) return null;
  const risks = facts.risks
    .filter(({ residual }) => residual !== null)
    .toSorted(
      (one, other) =>
        Number(other.aboveAppetite ?? false) - Number(one.aboveAppetite ?? false) ||
        (other.residual ?? 0) - (one.residual ?? 0),
    );
  return {
    id: 'risks',
    heading: 'Risks',
    blocks: [
      paragraph(risksSentence(facts.risks)),
      ...matrix(risks.slice(0, most)),
      ...filledTableBlock({
        id: 'table risks',
        caption: 'Risks, the worst first',
        dash: 'not assessed',
        columns: [
          text('Risk'),
          number('Before controls'),
          number('Now'),
          number('Wanted'),
          number('Accepted to'),
          text('Since last time'),
        ],
        rows: risks
          .slice(0, most)
          .map((risk) => [
            textCell(nameOf(risk)),
            numberCell(risk.gross),
            numberCell(risk.residual),
            numberCell(risk.target),
            numberCell(risk.appetite),
            directionCell(risk.movement),
          ]),
        notes: [
          'Scores are likelihood by impact, each from 1 to 5.',
          ...(risks.length > most ? [`The first ${most} of ${risks.length}.`] : []),
        ],
      }),
    ],
    sections: [],
  };
};

/** '4 of 12 risks are above what the council accepts; 2 are worse than last time and 1 better.' */
export const risksSentence = (risks: readonly RiskFact[]): string => {
  const above = risks.filter(({ aboveAppetite }) => aboveAppetite === true).length;
  const worse = risks.filter(({ movement }) => movement === 'worse').length;
  const better = risks.filter(({ movement }) => movement === 'better').length;
  const unscored = risks.filter(({ residual }) => residual === null).length;
  if (unscored === risks.length)
    return `${counted(risks.length, 'risk')} ${risks.length === 1 ? 'is' : 'are'} in the register, and none is assessed.`;
  const rest =
    unscored === 0
      ? ''
      : ` ${counted(unscored, 'risk')} ${unscored === 1 ? 'is' : 'are'} not assessed.`;
  const over = above === 0 ? ' none is' : `, ${above} ${above === 1 ? 'is' : 'are'}`;
  const since = movementWords(worse, better);
  return `Of ${counted(risks.length, 'risk')}${over} above what the council accepts${since}.${rest}`;
};

/** What counts nought is not said. */
const movementWords = (worse: number, better: number): string => {
  const are = (count: number) => `${count} ${count === 1 ? 'is' : 'are'}`;
  if (worse > 0)
    return `; ${are(worse)} worse than last time${better > 0 ? ` and ${better} better` : ''}`;
  return better > 0 ? `; ${are(better)} better than last time` : '';
};

const matrix = (risks: readonly RiskFact[]): readonly Block[] => {
  const placed = risks.flatMap(({ likelihood, impact, aboveAppetite, ...risk }) =>
    likelihood === null || impact === null
      ? []
      : [
          {
            label: risk.code,
            title: risk.title,
            likelihood,
            impact,
            above: aboveAppetite === true,
          },
        ],
  );
  if (placed.length === 0) return [];
  const said = placed.map(
    (each) =>
      `${each.label} ${each.title}, likelihood ${each.likelihood}, impact ${each.impact}${each.above ? ', above what is accepted' : ''}`,
  );
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'matrix',
        id: 'chart risks',
        title: 'Risks by likelihood and impact',
        alt: `Risks by likelihood and impact: ${few(said)}.`,
        risks: placed.map(({ label, likelihood, impact, above }) => ({
          label,
          likelihood,
          impact,
          above,
        })),
      },
    },
  ];
};
