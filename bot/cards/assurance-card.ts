// The fields of a Report card for a manager's statement of assurance: seven statements, none answered
// beforehand, and what the manager says of those that are not wholly assured.
import { assuranceAnswers } from '../../src/registers/assurance.ts';
import { type AssuranceQuestion, assuranceQuestions } from '../../src/rules/line-fault.ts';
import type { Element } from './adaptive-card.ts';
import { small } from './card-parts.ts';
import type { ReportView } from './report.ts';
import { choiceField, wordsField } from './report-fields.ts';
import { fieldLabel } from './report-labels.ts';

const meant: { readonly [Q in AssuranceQuestion]: string } = {
  probity: 'Public money and property were used properly, and gifts and interests declared.',
  control: 'Rules on finance and contracts were kept, and checks worked as they should.',
  budgets: 'Spending is known, forecast and within what was agreed.',
  risk: 'Risks are known, written down and looked at again.',
  audit: 'What auditors and inspectors recommended is done, or on its way.',
  statutoryDuty: 'What the law requires of the service was done, in time.',
  peopleProcesses: 'Appraisal, absence, training and health and safety were seen to.',
};

const assuranceWords: { readonly [A in (typeof assuranceAnswers)[number]]: string } = {
  assured: '● Assured',
  'partly assured': '▲ Partly assured',
  'not assured': '■ Not assured',
};

export const assuranceFields = (view: ReportView): Element[] => [
  ...assuranceQuestions.flatMap((name) => [
    ...choiceField(view, {
      id: name,
      label: fieldLabel(name, view),
      error: 'Choose how far it is assured.',
      choices: assuranceAnswers.map((answer) => ({
        title: assuranceWords[answer],
        value: answer,
      })),
    }),
    small(meant[name], 'None'),
  ]),
  ...wordsField(view, {
    id: 'statement',
    label: `${fieldLabel('statement', view)}, needed where any is not wholly assured`,
    placeholder: 'What is wanting, what is being done, by when, and what support would help',
    error: 'Say what is wanting, what is being done, and by when.',
  }),
  small(
    'Where something is not assured, name the support you need: internal audit, finance, legal, people services or another service. SMT is asked to offer it.',
  ),
];
