// A figure changed after the close: which, to what, and why. What the figure itself asks for, when it is off
// target or doubted, is asked for in the same words as on the card.
import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Changeable } from '../../src/web/api-sign-off.ts';
import { AskFirst, Reason } from '../cycle/ask-first.tsx';
import type { Asked } from './dialogs.tsx';

type Props = Asked & { readonly changeable: readonly Changeable[] };

const nothing = {
  value: '',
  numerator: '',
  denominator: '',
  commentary: '',
  noAction: '',
  right: '',
  because: '',
};
type Typed = typeof nothing;

const longest = 500;

export const ChangeLate = ({ changeable, send, leave }: Props) => {
  const [chosen, setChosen] = useState<Changeable | null>(null);
  const [typed, setTyped] = useState<Typed>(nothing);
  const type = (name: keyof Typed) => (value: string) =>
    setTyped((before) => ({ ...before, [name]: value }));
  const body = () => ({
    ...typed,
    return: chosen?.return,
    revision: chosen?.revision,
    right: typed.right.trim() === '' ? null : typed.right,
  });
  return (
    <AskFirst
      barred={chosen === null}
      doIt="Change the figure"
      leave={leave}
      leaveIt="Leave it as it is"
      send={() => send('change', body())}
      text="The reason is kept and shown beside the figure. The closed report stays as it was issued."
      title="Change a figure after the close"
    >
      <Field label="Which figure" required>
        <Select
          onChange={(_event, { value }) =>
            setChosen(changeable.find((each) => each.return === value) ?? null)
          }
          value={chosen?.return ?? ''}
        >
          <option value="">Choose a measure</option>
          {changeable.map((each) => (
            <option key={each.return} value={each.return}>
              {each.name}: {each.figure ?? 'no figure'}
            </option>
          ))}
        </Select>
      </Field>
      {chosen && <Figure of={chosen} type={type} typed={typed} />}
      {chosen && <Reason longest={longest} type={type('because')} typed={typed.because} />}
      {chosen && <Besides type={type} typed={typed} />}
    </AskFirst>
  );
};

type Typing = {
  readonly typed: Typed;
  readonly type: (name: keyof Typed) => (value: string) => void;
};

const Figure = ({ of, typed, type }: Typing & { readonly of: Changeable }) => {
  if (of.asksFor === 'value')
    return (
      <Field label="The figure" required>
        <Input onChange={(_event, { value }) => type('value')(value)} value={typed.value} />
      </Field>
    );
  return (
    <>
      <Field label={of.asksFor.numerator} required>
        <Input onChange={(_event, { value }) => type('numerator')(value)} value={typed.numerator} />
      </Field>
      <Field label={of.asksFor.denominator} required>
        <Input
          onChange={(_event, { value }) => type('denominator')(value)}
          value={typed.denominator}
        />
      </Field>
    </>
  );
};

const Besides = ({ typed, type }: Typing) => {
  const fields = [
    ['commentary', 'Commentary, where it is off target'],
    ['noAction', 'Where it is off target, why no further action'],
    ['right', 'Where it is unusual, why it is right'],
  ] as const;
  return fields.map(([name, label]) => (
    <Field key={name} label={label}>
      <Textarea
        maxLength={longest}
        onChange={(_event, { value }) => type(name)(value)}
        value={typed[name]}
      />
    </Field>
  ));
};
