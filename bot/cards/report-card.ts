// The Report card: how one line of work, money, a risk or a service stands. One frame for all of them: what
// is asked, what was said last time, the fields of its kind, and "no news until" where there is nothing yet.
import { type AdaptiveCard, button, type CardData, type Element } from './adaptive-card.ts';
import { assuranceFields } from './assurance-card.ts';
import { heading, line, quiet, run, sentence, small } from './card-parts.ts';
import { financeFields, financeNext } from './finance-card.ts';
import { anotherPanel, anotherTitle } from './question-panels.ts';
import { askingCard, keptLine, noticeOf, panel, reasonField, toggle } from './question-parts.ts';
import type { Before, ReportView } from './report.ts';
import { typedIn } from './report.ts';
import { dateField } from './report-fields.ts';
import { fieldLabel } from './report-labels.ts';
import { behindPanel, progressFields, riskFields, savingFields } from './work-card.ts';
import { workStatusRun } from './work-status.ts';

export const reportCard = (view: ReportView): AdaptiveCard => {
  const { name, facts, before, others } = view;
  const [asked = ''] = facts;
  return askingCard(view, {
    verb: 'report',
    keeps: 'keep-line',
    spoken: `${name}. ${asked}`.replace(/\.$/, ''),
    unasked: pageOf(view),
    ...financeNext(view),
    body: (data) => [
      ...noticeOf(view, (field) => [fieldLabel(field, view)]),
      ...keptLine(view),
      heading(name),
      small(view.beneath, 'None'),
      ...facts.map((each) => sentence(each, 'Small')),
      ...beforeBlock(before),
      ...fieldsOf(view),
      {
        type: 'ActionSet',
        actions: [
          ...(view.asks.of === 'progress' ? [toggle('It will be late', 'behind')] : []),
          toggle('No news until…', 'no-news'),
          ...(others.length === 0 ? [] : [toggle(anotherTitle, 'another')]),
        ],
      },
      ...(view.asks.of === 'progress' ? [behindPanel(view, view.asks)] : []),
      noNewsPanel(view, data),
      ...anotherPanel(view, data, 'keep-line'),
      small(view.seenBy, 'Default'),
    ],
  });
};

const pageOf = ({ asks }: ReportView): CardData =>
  asks.of === 'finance' ? { v: 1, page: asks.page.number } : { v: 1 };

const fieldsOf = (view: ReportView): readonly Element[] => {
  const { asks } = view;
  switch (asks.of) {
    case 'progress':
      return progressFields(view);
    case 'saving':
      return savingFields(view);
    case 'risk':
      return riskFields(view, asks);
    case 'assurance':
      return assuranceFields(view);
    case 'finance':
      return financeFields(view, asks);
    default:
      return never(asks);
  }
};

/** "Last time, Q1 2020-21: ▲ At risk, 40% done". */
const beforeBlock = (before: Before | null): Element[] => {
  if (before === null) return [];
  const { when, status, said } = before;
  const told = [...(status === null ? [] : [workStatusRun(status)]), ...restRuns(before)];
  return [
    line(
      [quiet(`${when}: `), ...(told.length === 0 ? [run('nothing was said')] : told)],
      'Default',
    ),
    ...(said === null ? [] : [small(`It was said: ${said}`, 'None')]),
  ];
};

const restRuns = ({ status, rest }: Before) =>
  rest.length === 0 ? [] : [run(`${status === null ? '' : ', '}${rest.join(', ')}`)];

const noNewsPanel = (view: ReportView, data: CardData): Element => {
  const { refusal, typed } = view;
  return panel('no-news', {
    open: refusal?.field === 'until' || refusal?.field === 'because',
    items: [
      ...dateField(view, { id: 'until', label: fieldLabel('until', view) }),
      ...reasonField({
        id: 'because',
        label: fieldLabel('because', view),
        placeholder: 'Such as: the board decides on it in November',
        error: 'Say why there is nothing to report yet.',
        typed: typedIn(typed, 'because'),
        longest: view.longestCommentary,
        refusal,
      }),
      {
        type: 'ActionSet',
        actions: [
          button({ title: 'Save as no news yet', verb: 'no-news', data, withInputs: true }),
        ],
      },
    ],
  });
};

const never = (asks: never): never => {
  throw new Error(`No fields for ${JSON.stringify(asks)}.`);
};
