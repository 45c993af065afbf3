// Where we are: plan, team and quarter as quiet pickers that keep their value in the address.
import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Choice, PlanView } from '../../src/web/api.ts';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';

const useStyles = makeStyles({
  pickers: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    [narrow]: { columnGap: '4px' },
    marginLeft: '-10px',
    marginBottom: '4px',
  },
  picker: {
    maxWidth: '100%',
    minWidth: 0,
    '& select': {
      color: tokens.colorNeutralForeground2,
      backgroundColor: 'transparent',
      borderTopColor: 'transparent',
      borderRightColor: 'transparent',
      borderBottomColor: 'transparent',
      borderLeftColor: 'transparent',
      textOverflow: 'ellipsis',
      fieldSizing: 'content',
      [narrow]: { height: '44px', fontSize: tokens.fontSizeBase400 },
    },
    '& select:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  wide: { [narrow]: { flex: '1 1 0' } },
  plan: { [narrow]: { flexBasis: '100%' } },
  only: { color: tokens.colorNeutralForeground2, padding: '6px 0 6px 10px' },
});

type Props = { readonly view: PlanView; readonly go: Go };

export const Pickers = ({ view, go }: Props) => {
  const styles = useStyles();
  return (
    <PickerRow>
      {view.plans.length > 1 ? (
        <Picker
          choices={view.plans}
          chosen={view.plan}
          label="Plan"
          // Teams and quarters belong to a plan, so a new plan starts afresh.
          onChoose={(plan) => go({ plan, team: null, quarter: null })}
        />
      ) : (
        <span className={mergeClasses(styles.only, styles.plan)}>{view.planName}</span>
      )}
      <Picker
        choices={view.teams}
        chosen={view.team}
        label="Team"
        onChoose={(team) => go({ team })}
      />
      <Picker
        choices={view.quarters}
        chosen={view.quarter}
        label="Quarter"
        onChoose={(quarter) => go({ quarter })}
      />
    </PickerRow>
  );
};

export const PickerRow = ({ children }: { readonly children: ReactNode }) => (
  <div className={useStyles().pickers}>{children}</div>
);

type PickerProps = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
};

export const Picker = ({ label, choices, chosen, onChoose }: PickerProps) => {
  const styles = useStyles();
  if (choices.length === 0) return null;
  const groups = [...new Set(choices.map((choice) => choice.group))];
  return (
    <Select
      aria-label={label}
      className={mergeClasses(
        styles.picker,
        label === 'Team' && styles.wide,
        label === 'Plan' && styles.plan,
      )}
      onChange={(_event, { value }) => onChoose(value)}
      value={chosen}
    >
      {groups.map((group) => {
        const options = choices.filter((choice) => choice.group === group).map(asOption);
        return group === '' ? (
          options
        ) : (
          <optgroup key={group} label={group}>
            {options}
          </optgroup>
        );
      })}
    </Select>
  );
};

const asOption = (choice: Choice) => (
  <option key={choice.key} value={choice.key}>
    {choice.words}
  </option>
);
