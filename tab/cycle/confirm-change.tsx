// The question before a cycle changes, and what it needs to know.
import { useState } from 'react';
import type { CycleView } from '../../src/web/api-cycle.ts';
import { ChooseDecision } from '../pieces/choose-decision.tsx';
import { counted } from '../words.ts';
import { AskFirst, Reason } from './ask-first.tsx';

export type Change = 'close' | 'withdraw' | 'suspend' | 'resume';

type Props = {
  readonly what: Change;
  readonly view: CycleView;
  readonly leave: () => void;
  /** Null once done; otherwise why it was refused. */
  readonly change: (what: Change, typed: string) => Promise<string | null>;
};

export const ConfirmChange = ({ what, view, leave, change }: Props) => {
  const [typed, setTyped] = useState('');
  const { title, text, button } = questionOf(what, view);
  return (
    <AskFirst
      barred={what === 'suspend' && view.decisions.length === 0}
      doIt={button}
      leave={leave}
      leaveIt="Leave it as it is"
      send={() => change(what, typed)}
      text={text(view)}
      title={title(view)}
    >
      {what === 'withdraw' && <Reason longest={500} type={setTyped} typed={typed} />}
      {what === 'suspend' && (
        <ChooseDecision
          choices={view.decisions}
          choose={setTyped}
          chosen={typed}
          label="Decision it rests on"
        />
      )}
    </AskFirst>
  );
};

const questionOf = (what: Change, { closesAtOnce }: CycleView): Question =>
  questions[what === 'resume' && closesAtOnce ? 'end' : what];

type Question = {
  readonly title: (view: CycleView) => string;
  readonly text: (view: CycleView) => string;
  readonly button: string;
};

const questions: Readonly<Record<Change | 'end', Question>> = {
  close: {
    title: ({ name }: CycleView) => `Close ${name}?`,
    text: ({ counts }: CycleView) =>
      `${counted(counts.owed, 'return is', 'returns are')} not answered and will stay so. Nothing can be answered or corrected afterwards.`,
    button: 'Close the cycle',
  },
  suspend: {
    title: ({ name }: CycleView) => `Suspend ${name}?`,
    text: () =>
      'Nothing is asked, chased or escalated, and no answer is taken, until it goes on. Everything answered stays.',
    button: 'Suspend the cycle',
  },
  resume: {
    title: ({ name }: CycleView) => `Let ${name} go on?`,
    text: () =>
      'Its dates stay as they were. Of the messages that fell due meanwhile each person gets the latest alone; the others are put down as passed over.',
    button: 'Let it go on',
  },
  end: {
    title: ({ name }: CycleView) => `Going on closes ${name}`,
    text: ({ counts }: CycleView) =>
      `Its closing day came while it was suspended, so it closes at once: ${counted(counts.owed, 'return is', 'returns are')} not answered and will stay so. To go on asking, give it more days in the Cycles list first, under "Close (working days after)".`,
    button: 'Let it go on, and close',
  },
  withdraw: {
    title: ({ name }: CycleView) => `Withdraw ${name}?`,
    text: () =>
      'For a cycle opened by mistake. Nothing more is asked, cards already sent stop working, and the reason is kept and shown. Answers already given stay in the register.',
    button: 'Withdraw the cycle',
  },
};
