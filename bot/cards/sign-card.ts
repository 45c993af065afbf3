// What a director, or the section 151 officer's post, puts their name to: how it stands, a field for remarks
// and one button, in the card of what waits for approval.
import { button, type Element } from './adaptive-card.ts';
import { sentence, small, subheading } from './card-parts.ts';
import { noteAt, withinMost } from './question-parts.ts';

export type SignView = {
  readonly cycle: string;
  /** Null is the plan's finance. */
  readonly directorate: string | null;
  /** "Housing waits for your signature" */
  readonly title: string;
  /** "12 asked: 10 returned, 2 missing; 6 approved." */
  readonly stood: string;
  /** What makes remarks necessary: "2 returns still wait for approval."; null where nothing does. */
  readonly waits: string | null;
  readonly remarks: string;
  readonly refusal: string | null;
};

const longestRemarks = 500;

export const signPart = (view: SignView): Element[] => {
  const { cycle, directorate, remarks, refusal } = view;
  const asked = refusal === null ? null : { words: refusal, field: 'value' as const };
  return [
    { ...subheading(view.title), separator: true, spacing: 'Large' },
    sentence(view.stood, 'Small'),
    ...(view.waits === null ? [] : [sentence(view.waits, 'Small')]),
    {
      type: 'Input.Text',
      id: 'remarks',
      label: view.waits === null ? 'Remarks, if there are any' : 'Why it is signed all the same',
      placeholder: 'Kept with your signature',
      value: remarks,
      isMultiline: true,
      errorMessage: 'Say why it is signed all the same.',
      ...withinMost(longestRemarks, remarks),
    },
    ...noteAt(asked, 'value'),
    {
      type: 'ActionSet',
      actions: [
        button({
          title: directorate === null ? 'Sign the finance' : 'Sign for the directorate',
          verb: 'sign',
          data: { v: 1, cycle, directorate: directorate ?? '' },
          withInputs: true,
        }),
      ],
    },
    small('Signed once, with how it stands now. A later change is shown beside it.', 'None'),
  ];
};
