// The few Adaptive Card shapes our cards are made of (schema 1.5), and the one way a button is
// made: Action.Execute, with Action.Submit for clients that know no other.

const cardVersion = '1.5';

export type Colour = 'Default' | 'Good' | 'Warning' | 'Attention' | 'Accent';

export type Run = {
  readonly type: 'TextRun';
  readonly text: string;
  readonly color?: Colour;
  readonly weight?: 'Bolder';
  readonly isSubtle?: boolean;
  readonly size?: 'Small';
};

type Shared = {
  readonly id?: string;
  readonly spacing?: 'None' | 'Small' | 'Medium' | 'Large' | 'Default';
  readonly separator?: boolean;
  readonly isVisible?: boolean;
};

export type Column = {
  readonly type: 'Column';
  readonly width: 'stretch' | 'auto' | string;
  readonly items: readonly Element[];
  readonly verticalContentAlignment?: 'Top' | 'Center' | 'Bottom';
};

export type TableCell = { readonly type: 'TableCell'; readonly items: readonly Element[] };

type InputShared = Shared & {
  readonly id: string;
  readonly label: string;
  readonly errorMessage: string;
};

export type Element =
  | (Shared & {
      readonly type: 'TextBlock';
      readonly text: string;
      readonly wrap: true;
      readonly size?: 'Small' | 'Default' | 'Medium' | 'Large';
      readonly weight?: 'Bolder' | 'Default';
      readonly color?: Colour;
      readonly isSubtle?: boolean;
      readonly style?: 'heading';
      readonly horizontalAlignment?: 'Left' | 'Right';
    })
  | (Shared & {
      readonly type: 'RichTextBlock';
      readonly inlines: readonly Run[];
      readonly horizontalAlignment?: 'Left' | 'Right';
    })
  | (Shared & { readonly type: 'ColumnSet'; readonly columns: readonly Column[] })
  | (Shared & {
      readonly type: 'Container';
      readonly style?: 'emphasis' | 'good' | 'attention' | 'warning';
      readonly items: readonly Element[];
      readonly bleed?: boolean;
    })
  | (Shared & {
      readonly type: 'Table';
      readonly columns: readonly {
        readonly width: number;
        readonly horizontalCellContentAlignment?: 'Left' | 'Right';
      }[];
      readonly rows: readonly {
        readonly type: 'TableRow';
        readonly cells: readonly TableCell[];
      }[];
      readonly firstRowAsHeader: boolean;
      readonly showGridLines: boolean;
    })
  | (Shared & { readonly type: 'ActionSet'; readonly actions: readonly Action[] })
  | (InputShared & {
      readonly type: 'Input.Text';
      readonly value: string;
      readonly placeholder?: string;
      readonly maxLength?: number;
      readonly isMultiline?: boolean;
    })
  | (InputShared & { readonly type: 'Input.Date'; readonly value: string; readonly min?: string })
  | (InputShared & {
      readonly type: 'Input.ChoiceSet';
      readonly value: string;
      /** Radio buttons of two cards in one chat would be one group in some clients. */
      readonly style: 'compact';
      readonly placeholder?: string;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    });

export type Verb =
  | 'start'
  | 'open'
  | 'owed'
  | 'answer'
  | 'confirm'
  | 'keep'
  | 'no-data'
  | 'confirm-figure'
  | 'report'
  | 'no-news'
  | 'keep-line'
  | 'target'
  | 'no-target'
  | 'baseline-year'
  | 'targets'
  | 'endorse'
  | 'send-target-back'
  | 'approve'
  | 'review'
  | 'send-back'
  | 'sign'
  | 'correct'
  | 'acknowledge'
  | 'escalations'
  | 'escalation'
  | 'seen'
  | 'ask'
  | 'reply'
  | 'require-plan'
  | 'give-plan'
  | 'accept'
  | 'offer-support'
  | 'away'
  | 'back'
  | 'not-mine'
  | 'name-owner';

/** Identifiers only: what a person may do is worked out from who they are, never from here. */
export type CardData = {
  readonly v: 1;
  readonly cycle?: string;
  readonly return?: string;
  readonly revision?: number;
  readonly level?: 'manager' | 'SMT';
  readonly measure?: string;
  /** What was typed on the card before, to be sent once more: checked like anything typed. */
  readonly [typed: string]: string | number | undefined;
};

export type Action =
  | {
      readonly type: 'Action.Execute';
      readonly title: string;
      readonly verb: Verb;
      readonly data: CardData;
      readonly style?: 'positive';
      readonly associatedInputs?: 'none';
      readonly fallback: object;
    }
  | {
      readonly type: 'Action.ToggleVisibility';
      readonly title: string;
      readonly targetElements: readonly string[];
    };

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: typeof cardVersion;
  /** Two letters: the schema allows no region. */
  readonly lang: 'en';
  /** Also the message's summary, shown in the notification. */
  readonly speak: string;
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
};

/** `says`: the card in one plain sentence, for the notification and for screen readers. */
export const adaptiveCard = (
  says: string,
  body: readonly Element[],
  actions: readonly Action[] = [],
): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: cardVersion,
  lang: 'en',
  speak: says,
  fallbackText: says,
  msteams: { width: 'Full' },
  body,
  ...(actions.length > 0 ? { actions } : {}),
});

export type Button = {
  readonly title: string;
  readonly verb: Verb;
  readonly data: CardData;
  readonly primary?: boolean;
  /** False where what was typed is not wanted. */
  readonly withInputs?: boolean;
};

export const button = (wanted: Button): Action => {
  const { title, verb, data } = wanted;
  const manner = {
    ...(wanted.primary ? { style: 'positive' as const } : {}),
    ...(wanted.withInputs ? {} : { associatedInputs: 'none' as const }),
  };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...manner,
    fallback: { type: 'Action.Submit', title, data: { ...data, verb }, ...manner },
  };
};
