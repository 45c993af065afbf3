// What was refused of a report on work, money, a risk or a service, as a sentence and the field it is about.
// Its faults have their words in src/rules/line-fault.ts, and all other refusals in words.ts.
import { type LineFault, lineFaultWords } from '../src/rules/line-fault.ts';
import type { RefusedReason } from '../src/use-cases/refused.ts';
import { moneyField } from './cards/report.ts';
import { type Names, refusedWords } from './words.ts';

export type ReportRefusal = { readonly words: string; readonly field: string | null };

/** Null where it is about nothing that could be put right on the card. */
export const reportRefusedWords = (refused: RefusedReason, names: Names): ReportRefusal | null => {
  if (refused.reason === 'line') return faultAt(refused.fault);
  if (refused.reason === 'no reason given')
    return {
      words: 'Say in a few words why there is nothing to report yet. The date is kept.',
      field: 'because',
    };
  if (refused.reason === 'not a date' && refused.typed.trim() === '')
    return { words: 'Choose the day by which there will be news.', field: 'until' };
  return isOnTheCard.has(refused.reason) ? refusedWords(refused, names) : null;
};

const isOnTheCard: ReadonlySet<RefusedReason['reason']> = new Set([
  'not a date',
  'date not ahead',
  'reason too long',
  'not kept',
]);

const faultAt = (fault: LineFault): ReportRefusal => {
  const { words, field, line } = lineFaultWords(fault);
  if (field === null) return { words, field: null };
  const isMoney = line !== null && (field === 'forecast' || field === 'savingsAchieved');
  return { words, field: isMoney ? moneyField(field, line) : field };
};
