// Moving the council's clock to a chosen date and time, in a small form that opens under its button.
import { Button, Field, Input } from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons';
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Clock } from './local-teams.ts';
import { wallClock } from './moments.ts';

type SetClockProps = {
  clock: Clock;
  narrow: boolean;
  disabled: boolean;
  onMove: (to: { to: string }, words: string) => void;
};

const name = 'Set date and time';

export function SetClock({ clock, narrow, disabled, onMove }: SetClockProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const around = useRef<HTMLDivElement>(null);
  const backToOpener = () => around.current?.querySelector('button')?.focus();
  const form = useId();

  const leave = (event: FocusEvent<HTMLElement>) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    backToOpener();
  };

  return (
    // Closes what its button opened; the button and the form inside are the controls.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={around} className="set-clock" onBlur={leave} onKeyDown={escape}>
      <Button
        disabledFocusable={disabled}
        icon={<CalendarClockRegular />}
        aria-label={name}
        aria-expanded={open}
        aria-controls={form}
        onClick={() => {
          setChosen(wallClock(clock.now));
          setOpen(!open);
        }}
      >
        {narrow ? null : name}
      </Button>
      <form
        id={form}
        hidden={!open}
        aria-label={name}
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(false);
          backToOpener();
          onMove({ to: chosen }, chosen.replace('T', ', '));
        }}
      >
        <Field label="Council date and time" hint="Everything due until then is done in order.">
          <Input
            type="datetime-local"
            required
            value={chosen}
            onChange={(_event, field) => setChosen(field.value)}
          />
        </Field>
        <Button type="submit" appearance="primary">
          Move the clock
        </Button>
      </form>
    </div>
  );
}
