// What is asked before control limits begin again: from which period, and why. What was typed stays where
// it is refused.
import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Choice } from '../../src/web/api.ts';
import { AskFirst, Reason } from '../cycle/ask-first.tsx';

type Props = {
  readonly choices: readonly Choice[];
  readonly leave: () => void;
  /** Null once done; otherwise why it was refused. */
  readonly send: (body: object) => Promise<string | null>;
};

const longest = 500;

export const Rebase = ({ choices, leave, send }: Props) => {
  const [period, setPeriod] = useState('');
  const [because, setBecause] = useState('');
  return (
    <AskFirst
      doIt="Begin limits again"
      leave={leave}
      leaveIt="Leave them as they are"
      send={async () => (period === '' ? 'Choose a period.' : send({ period, because }))}
      text="For a change that is known and here to stay, such as another definition or another way of working. Figures before it keep their limits. Eight figures are needed before limits are drawn again."
      title="Begin the limits again?"
    >
      <Field label="From period" required>
        <Select onChange={(_event, { value }) => setPeriod(value)} value={period}>
          <option value="">Choose a period</option>
          {choices.map(({ key, words }) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Reason longest={longest} type={setBecause} typed={because} />
    </AskFirst>
  );
};
