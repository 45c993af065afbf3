// What is asked before a target is sent back, agreed, proposed or changed. What was typed stays where it
// is refused.
import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { TargetLine, TargetsView } from '../../src/web/api-targets.ts';
import { AskFirst, Reason } from '../cycle/ask-first.tsx';
import { ChooseDecision } from '../pieces/choose-decision.tsx';
import { counted } from '../words.ts';
import { type Chosen, seen } from './stages.ts';
import { answerOf, nothingTyped, TargetFields } from './target-fields.tsx';

export type Path = 'endorse' | 'send-back' | 'agree' | 'propose' | 'change';

/** Null once done; otherwise why it was refused. */
export type Send = (what: Path, body: object) => Promise<string | null>;

type Props = { readonly send: Send; readonly leave: () => void };

const longest = 500;

export const SendBack = ({ line, send, leave }: Props & { readonly line: TargetLine }) => {
  const [because, setBecause] = useState('');
  return (
    <AskFirst
      doIt="Send it back"
      leave={leave}
      leaveIt="Leave it as it is"
      send={() => send('send-back', { ...seen(line), because })}
      text={`${line.proposed ?? 'Nothing'} for ${line.year}. Its owner is asked again and reads your reason.`}
      title={`Send back the target of ${line.name}?`}
    >
      <Reason longest={longest} type={setBecause} typed={because} />
    </AskFirst>
  );
};

type Agreeing = Props & { readonly chosen: Chosen; readonly decisions: TargetsView['decisions'] };

export const Agree = ({ chosen, decisions, send, leave }: Agreeing) => {
  const [decision, setDecision] = useState('');
  const [because, setBecause] = useState('');
  const { agree, notEndorsed } = chosen;
  return (
    <AskFirst
      barred={decisions.length === 0}
      doIt={`Record ${counted(agree.length, 'target')} as agreed`}
      leave={leave}
      leaveIt="Leave them as they are"
      send={() => send('agree', { targets: agree, decision, because })}
      text="From then on figures are rated against them. Quarters that have closed keep what they closed with."
      title="Has Cabinet, or its delegate, agreed these?"
    >
      <ChooseDecision
        label="The decision"
        choices={decisions}
        choose={setDecision}
        chosen={decision}
      />
      {notEndorsed > 0 && (
        <Field
          label={`Why ${counted(notEndorsed, 'target')} without a director’s word ${notEndorsed === 1 ? 'is' : 'are'} agreed all the same`}
          required
        >
          <Textarea
            maxLength={longest}
            onChange={(_event, { value }) => setBecause(value)}
            value={because}
          />
        </Field>
      )}
    </AskFirst>
  );
};

export const Propose = ({ line, send, leave }: Props & { readonly line: TargetLine }) => {
  const [typed, setTyped] = useState(nothingTyped);
  const [because, setBecause] = useState('');
  const last = line.lastYear ?? 'none';
  return (
    <AskFirst
      doIt="Propose it"
      leave={leave}
      leaveIt="Leave it for now"
      send={() =>
        send('propose', {
          return: line.key,
          revision: line.revision,
          answer: answerOf(typed, because),
        })
      }
      text={`Last year’s target: ${last}. Last figure: ${line.lastFigure ?? 'none'}.`}
      title={`Target for ${line.year}: ${line.name}`}
    >
      <TargetFields asksFor={line.asksFor} type={setTyped} typed={typed} unit={line.unit} />
      {typed.kind === 'no target' && <Reason longest={longest} type={setBecause} typed={because} />}
    </AskFirst>
  );
};

export const ChangeTarget = ({ view, send, leave }: Props & { readonly view: TargetsView }) => {
  const [measure, setMeasure] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const [from, setFrom] = useState('');
  const [decision, setDecision] = useState('');
  const [because, setBecause] = useState('');
  const chosen = view.changeable.find(({ key }) => key === measure);
  return (
    <AskFirst
      barred={view.decisions.length === 0}
      doIt="Change the target"
      leave={leave}
      leaveIt="Leave it as it is"
      send={async () =>
        measure === ''
          ? 'Choose a measure.'
          : send('change', { measure, from, answer: answerOf(typed, because), decision, because })
      }
      text="A target changes within its year by a decision alone. What was reached before that day is rated as it was."
      title="Change a target by a decision"
    >
      <Field hint={chosen ? `Its target now: ${chosen.now}` : null} label="Measure" required>
        <Select onChange={(_event, { value }) => setMeasure(value)} value={measure}>
          <option value="">Choose a measure</option>
          {view.changeable.map(({ key, words }) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      {chosen && (
        <TargetFields asksFor={chosen.asksFor} type={setTyped} typed={typed} unit={chosen.unit} />
      )}
      <Field label="It applies from" required>
        <Input
          max={view.from.last}
          min={view.from.first}
          onChange={(_event, { value }) => setFrom(value)}
          type="date"
          value={from}
        />
      </Field>
      <ChooseDecision
        label="The decision"
        choices={view.decisions}
        choose={setDecision}
        chosen={decision}
      />
      <Reason longest={longest} type={setBecause} typed={because} />
    </AskFirst>
  );
};
