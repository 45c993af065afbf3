// What is asked before an answer is sent back, a quarter signed or a check recorded. What was typed stays
// where it is refused.
import { Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type {
  SignatureLine,
  SignOffView,
  VerificationLine,
  WaitingLine,
} from '../../src/web/api-sign-off.ts';
import type { SignOffPath } from '../ask.ts';
import { AskFirst, Reason } from '../cycle/ask-first.tsx';
import { ChangeLate } from './change-late.tsx';
import { outcomeWords } from './checks.tsx';

/** What a press has opened. */
export type Opened =
  | { readonly what: 'send back'; readonly line: WaitingLine }
  | { readonly what: 'sign'; readonly line: SignatureLine }
  | { readonly what: 'check'; readonly line: VerificationLine }
  | { readonly what: 'change' };

/** Null once done; otherwise why it was refused. */
export type Send = (what: SignOffPath, body: object) => Promise<string | null>;

export type Asked = { readonly send: Send; readonly leave: () => void };

type Props = Asked & { readonly opened: Opened; readonly view: SignOffView };

const longest = 500;

export const OpenedDialog = ({ opened, view, ...asked }: Props) => {
  switch (opened.what) {
    case 'send back':
      return <SendBack line={opened.line} {...asked} />;
    case 'sign':
      return <Sign cycle={view.key} line={opened.line} {...asked} />;
    case 'check':
      return <Check line={opened.line} outcomes={view.outcomes} {...asked} />;
    case 'change':
      return <ChangeLate changeable={view.changeable} {...asked} />;
  }
};

const SendBack = ({ line, send, leave }: Asked & { readonly line: WaitingLine }) => {
  const [because, setBecause] = useState('');
  const { return: of, revision } = line;
  return (
    <AskFirst
      doIt="Send it back"
      leave={leave}
      leaveIt="Leave it as it is"
      send={() => send('send-back', { return: of, revision, because })}
      text={`${line.figure ?? 'No figure yet'}, given by ${line.given}. It is due again, with all that was answered kept, and its owner reads your reason.`}
      title={`Send back ${line.name}?`}
    >
      <Reason longest={longest} type={setBecause} typed={because} />
    </AskFirst>
  );
};

type Signing = Asked & { readonly line: SignatureLine; readonly cycle: string };

const Sign = ({ line, cycle, send, leave }: Signing) => {
  const [remarks, setRemarks] = useState('');
  const { directorate, name, stands, needsRemarks } = line;
  return (
    <AskFirst
      doIt="Sign"
      leave={leave}
      leaveIt="Not now"
      send={() => send('sign', { cycle, directorate, remarks })}
      text={`${stands} Your name is put to it with how it stands now; a later change is shown beside it.`}
      title={`Sign ${name}?`}
    >
      <Worded
        label={needsRemarks ? 'Why it is signed while something waits for approval' : 'Remarks'}
        required={needsRemarks}
        type={setRemarks}
        typed={remarks}
      />
    </AskFirst>
  );
};

type Checking = Asked & { readonly line: VerificationLine; readonly outcomes: readonly string[] };

const Check = ({ line, outcomes, send, leave }: Checking) => {
  const [outcome, setOutcome] = useState(line.outcome ?? outcomes[0] ?? '');
  const [evidence, setEvidence] = useState(line.evidence ?? '');
  const [remarks, setRemarks] = useState(line.remarks ?? '');
  // What stood when this was opened: what is recorded meanwhile by another is not lost beneath it.
  const [{ key, was }] = useState(line);
  const noEvidence = outcome === 'no evidence kept';
  return (
    <AskFirst
      doIt="Record it"
      leave={leave}
      leaveIt="Not now"
      send={() => send('verify', { verification: key, was, outcome, evidence, remarks })}
      text={`${line.figure ?? 'No figure'}, given by ${line.given}. Where the figure has to be corrected, change it below as well.`}
      title={`What came of checking ${line.name}?`}
    >
      <Field label="Outcome" required>
        <Select onChange={(_event, { value }) => setOutcome(value)} value={outcome}>
          {outcomes.map((each) => (
            <option key={each} value={each}>
              {outcomeWords(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Worded label="Evidence seen" required={!noEvidence} type={setEvidence} typed={evidence} />
      <Worded label="Remarks" type={setRemarks} typed={remarks} />
    </AskFirst>
  );
};

type WordedProps = {
  readonly label: string;
  readonly required?: boolean;
  readonly typed: string;
  readonly type: (typed: string) => void;
};

/** Several lines, of no more than are kept. */
const Worded = ({ label, required = false, typed, type }: WordedProps) => (
  <Field label={label} required={required}>
    <Textarea maxLength={longest} onChange={(_event, { value }) => type(value)} value={typed} />
  </Field>
);
