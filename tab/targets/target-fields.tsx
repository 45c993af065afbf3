// What a target is typed as: a figure or a range, no target, or a baseline year.
import { Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';

export type TypedTarget = {
  readonly kind: 'target' | 'no target' | 'baseline year';
  readonly value: string;
  readonly low: string;
  readonly high: string;
};

export const nothingTyped: TypedTarget = { kind: 'target', value: '', low: '', high: '' };

/** As the API takes it. */
export const answerOf = ({ kind, value, low, high }: TypedTarget, because: string): object =>
  kind === 'target' ? { kind, value, low, high } : { kind, because };

const useStyles = makeStyles({ pair: { display: 'flex', columnGap: '12px', flexWrap: 'wrap' } });

type Props = {
  readonly asksFor: 'value' | 'range';
  readonly unit: string;
  readonly typed: TypedTarget;
  readonly type: (typed: TypedTarget) => void;
};

export const TargetFields = ({ asksFor, unit, typed, type }: Props) => (
  <>
    <Field label="What the year has">
      <RadioGroup
        onChange={(_event, { value }) => type({ ...typed, kind: value as TypedTarget['kind'] })}
        value={typed.kind}
      >
        <Radio label="A target" value="target" />
        <Radio label="A baseline year: its figures set the next target" value="baseline year" />
        <Radio label="No target" value="no target" />
      </RadioGroup>
    </Field>
    {typed.kind === 'target' && <Figures {...{ asksFor, unit, typed, type }} />}
  </>
);

const Figures = ({ asksFor, unit, typed, type }: Props) => {
  const styles = useStyles();
  const field = (name: 'value' | 'low' | 'high', label: string) => (
    <Field label={unit === '' ? label : `${label} (${unit})`} required>
      <Input
        inputMode="decimal"
        onChange={(_event, { value }) => type({ ...typed, [name]: value.slice(0, 200) })}
        value={typed[name]}
      />
    </Field>
  );
  return asksFor === 'value' ? (
    field('value', 'Target')
  ) : (
    <div className={styles.pair}>
      {field('low', 'Range from')}
      {field('high', 'Range to')}
    </div>
  );
};
