// What comes after a close, for the performance team: the returns picked to be checked, what was changed
// since, and what could be.
import type { Return } from '../registers/returns.ts';
import { aboutOf, measureOf } from '../rules/about.ts';
import { mayRead } from '../rules/access.ts';
import { askedName } from '../rules/asked-name.ts';
import { dateWords } from '../rules/date-words.ts';
import { figureWords } from '../rules/escalation-figure-words.ts';
import { asksForTarget } from '../rules/targets-due.ts';
import { standsOf } from '../use-cases/record-verification.ts';
import type { Changeable, LateChange, VerificationLine } from './api-sign-off.ts';
import { type Asking, givenWords } from './sign-off-asking.ts';

const named = ({ registers }: Asking, asked: Return) => {
  const about = aboutOf(registers, asked);
  const measure = measureOf(registers, asked);
  return {
    name: about === null ? asked.title : askedName(asked, about),
    figure: measure && asked.value !== null ? figureWords(measure, asked.value) : null,
  };
};

/** Those not checked yet first. */
export const verificationsIn = (at: Asking): readonly VerificationLine[] => {
  const { registers, person, cycle } = at;
  return registers.verifications
    .where('cycle', cycle.key)
    .map((row): VerificationLine => {
      const asked = registers.returns.get(row.return);
      const who = row.by === null ? undefined : registers.people.get(row.by)?.title;
      return {
        key: row.key,
        measure: asked?.measure ?? null,
        ...(asked ? named(at, asked) : { name: row.title, figure: null }),
        given: asked ? givenWords(registers, asked) : 'Not in the register any more',
        why: row.why ?? '',
        outcome: row.outcome,
        evidence: row.evidence,
        remarks: row.remarks,
        checked:
          row.outcome === null
            ? null
            : [who ?? 'Somebody', row.on && dateWords(row.on)].filter((each) => each).join(', '),
        was: standsOf(row),
        may: asked?.returnedBy !== person.key,
      };
    })
    .toSorted((one, other) => Number(one.outcome !== null) - Number(other.outcome !== null));
};

export const lateChangesIn = (at: Asking): readonly LateChange[] => {
  const { registers, person, cycle } = at;
  return registers.returns
    .where('cycle', cycle.key)
    .filter((row) => mayRead(registers, person, { register: 'returns', row }))
    .flatMap((row) =>
      row.changedBecause === null || row.measure === null
        ? []
        : [
            {
              measure: row.measure,
              ...named(at, row),
              because: row.changedBecause,
              by: givenWords(registers, row),
            },
          ],
    );
};

/** '2018: Suicide rate' as 'Suicide rate, 2018': a list to choose from is looked through by name. */
const nameFirst = (name: string, title: string): string =>
  name.endsWith(`: ${title}`) ? `${title}, ${name.slice(0, -title.length - 2)}` : name;

/** Figures alone, once the cycle has closed; by name. */
export const changeableIn = (at: Asking): readonly Changeable[] => {
  const { registers, cycle } = at;
  if (cycle.state !== 'Closed') return [];
  return registers.returns
    .where('cycle', cycle.key)
    .flatMap((row): Changeable[] => {
      const measure = measureOf(registers, row);
      if (measure === undefined || row.state === 'Withdrawn' || asksForTarget(row)) return [];
      return [
        {
          return: row.key,
          revision: row.revision ?? 0,
          ...named(at, row),
          name: nameFirst(named(at, row).name, measure.title),
          asksFor:
            measure.asksFor === 'value'
              ? 'value'
              : {
                  numerator: measure.numeratorIs ?? 'Numerator',
                  denominator: measure.denominatorIs ?? 'Denominator',
                },
        },
      ];
    })
    .toSorted((one, other) => one.name.localeCompare(other.name));
};
