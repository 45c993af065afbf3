// What is asked before a paper is cleared, its words changed, it is issued, or a hold is released. What was
// typed stays where it is refused.
import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type {
  HoldLine,
  PaperClearance,
  PaperView,
  PaperWordingLine,
} from '../../src/web/api-papers.ts';
import { AskFirst, Reason } from '../cycle/ask-first.tsx';
import type { Send } from './use-papers.ts';

/** What a press has opened. */
export type Opened =
  | { readonly what: 'clear'; readonly clearance: PaperClearance }
  | { readonly what: 'words'; readonly line: PaperWordingLine }
  | { readonly what: 'issue' }
  | { readonly what: 'release' };

type Asked = { readonly send: Send; readonly leave: () => void };

type Props = Asked & { readonly opened: Opened; readonly view: PaperView };

const longestReason = 500;

export const OpenedDialog = ({ opened, view, ...asked }: Props) => {
  switch (opened.what) {
    case 'clear':
      return <Clear clearance={opened.clearance} view={view} {...asked} />;
    case 'words':
      return <Reword line={opened.line} view={view} {...asked} />;
    case 'issue':
      return <Issue view={view} {...asked} />;
    case 'release':
      return view.hold && <ReleaseHold hold={view.hold} {...asked} />;
  }
};

/** Closed once done. */
const orStay = async ({ leave }: Asked, sent: Promise<string | null>): Promise<string | null> => {
  const refusal = await sent;
  if (refusal === null) leave();
  return refusal;
};

type Of<T> = Asked & T & { readonly view: PaperView };

const Clear = ({ clearance, view, ...asked }: Of<{ readonly clearance: PaperClearance }>) => {
  const { clearance: which, words, reworded } = clearance;
  // What was looked at when this was opened.
  const [seen] = useState(clearance.seen);
  const body = { paper: view.paper.key, clearance: which, seen };
  return (
    <AskFirst
      doIt={which === 'portfolio' ? 'Record it' : 'Clear it'}
      leave={asked.leave}
      leaveIt="Not now"
      send={() => orStay(asked, asked.send('clear', body))}
      text={
        which === 'portfolio'
          ? 'That the portfolio holder has agreed it is recorded with today’s date and your post. Where words are changed later it is to be agreed again.'
          : 'Your post and today’s date are put beside it. Where words are changed later it comes back to you.'
      }
      title={`${words}: is this paper clear?`}
    >
      {reworded && <div>{reworded}</div>}
    </AskFirst>
  );
};

const Reword = ({ line, view, ...asked }: Of<{ readonly line: PaperWordingLine }>) => {
  const [words, setWords] = useState(line.printed);
  const [because, setBecause] = useState('');
  // What was looked at when this was opened: what is changed meanwhile by another is not lost beneath it.
  const [{ line: of, revision: was, written }] = useState(line);
  const body = () => ({ paper: view.paper.key, line: of, was, words, because });
  return (
    <AskFirst
      doIt="Change the words"
      leave={asked.leave}
      leaveIt="Leave them as they are"
      send={() => orStay(asked, asked.send('words', body()))}
      text="In every paper of the quarter that has not gone out. What the owner wrote stays as it is in the register. A paper that was cleared with the words of before is to be cleared again."
      title={`Change the words of ${line.name}`}
    >
      <Field hint="Left blank, nothing is printed of it." label="Words as printed">
        <Textarea
          maxLength={4_200}
          onChange={(_event, { value }) => setWords(value)}
          resize="vertical"
          rows={6}
          value={words}
        />
      </Field>
      {written !== line.printed && <div>As the owner wrote it: {written}</div>}
      <Reason longest={longestReason} type={setBecause} typed={because} />
    </AskFirst>
  );
};

const Issue = ({ view, ...asked }: Of<object>) => (
  <AskFirst
    doIt="Issue it"
    leave={asked.leave}
    leaveIt="Not now"
    send={() => orStay(asked, asked.send('issue', { paper: view.paper.key }))}
    text="It stays as it is now from then on, words and figures, and what it says is written to the list Paper lines."
    title={`Issue ${view.paper.name}?`}
  />
);

export const ReleaseHold = ({ hold, ...asked }: Asked & { readonly hold: HoldLine }) => {
  const [because, setBecause] = useState('');
  const body = () => ({ hold: hold.key, because });
  return (
    <AskFirst
      doIt="Release it"
      leave={asked.leave}
      leaveIt="Keep it"
      send={() => orStay(asked, asked.send('release', body()))}
      text={`${hold.words} Papers for residents may be issued from now on. Your post and the reason are kept.`}
      title="Release the hold?"
    >
      <Reason longest={longestReason} type={setBecause} typed={because} />
    </AskFirst>
  );
};
