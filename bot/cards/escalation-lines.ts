// Missing returns as a manager and SMT read them: what, how late, who has it, how it last stood.
import type { Standing } from '../../src/registers/words.ts';
import type { Element } from './adaptive-card.ts';
import { line, quiet, run, smallStatus } from './card-parts.ts';
import { shortened } from './card-text.ts';

export type MissingLine = {
  readonly name: string;
  /** Who was asked; null where the measure has no owner. */
  readonly who: string | null;
  /** "2 working days late" */
  readonly late: string;
  readonly last: {
    readonly period: string;
    readonly figure: string;
    readonly standing: Standing;
    readonly target: string | null;
    /** The target's figure alone, where there is room for no more. */
    readonly aim: string | null;
    readonly illustrative: boolean;
  } | null;
  /** The manager who was told, and what came of it; null where none was. */
  readonly told: Told | null;
};

/** "Assistant Director, Housing"; "told Thu 15 October, not acknowledged". */
export type Told = { readonly who: string; readonly outcome: string };

export const missingLine = (missing: MissingLine): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Small',
  items: [
    line([run(shortened(missing.name, 120), { weight: 'Bolder' })]),
    line([run(`${missing.late} · ${missing.who ?? 'no owner'}`, { size: 'Small' })]),
    line(lastFigure(missing)),
  ],
});

const lastFigure = ({ last }: MissingLine) =>
  last === null
    ? [quiet('No earlier figure')]
    : [
        quiet(`Last: ${last.figure} in ${last.period} `),
        smallStatus(last.standing),
        ...(last.target === null ? [] : [quiet(` · target ${last.target}`)]),
        ...(last.illustrative ? [quiet(' · illustrative')] : []),
      ];
