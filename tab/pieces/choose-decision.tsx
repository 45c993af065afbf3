// A choice of the decision something rests on: one that is on record, never a word alone.
import { Field, Link, Select } from '@fluentui/react-components';
import type { Choice } from '../../src/web/api.ts';
import { addressText, start } from '../address.ts';

type Props = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly choose: (decision: string) => void;
};

export const ChooseDecision = ({ label, choices, chosen, choose }: Props) =>
  choices.length === 0 ? (
    <span>
      No decision is on record for this plan yet. Put it in the{' '}
      <Link href={addressText({ ...start, screen: 'registers', open: 'decisions' })} inline>
        Decisions register
      </Link>{' '}
      first.
    </span>
  ) : (
    <Field label={label} required>
      <Select onChange={(_event, { value }) => choose(value)} value={chosen}>
        <option value="">Choose a decision</option>
        {choices.map(({ key, words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
