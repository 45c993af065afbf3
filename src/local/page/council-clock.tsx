// The hero of the page: what time it is for the council, what happens next, and the button that does it.
import { Button, ProgressBar, Spinner } from '@fluentui/react-components';
import { DismissRegular, PlayFilled } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { useAnnounce } from './announcer.tsx';
import { ClockMoves } from './clock-moves.tsx';
import type { Clock } from './local-teams.ts';
import type { ClockState } from './use-clock.ts';

/** Some lines end with a full stop, and some are a few words. */
const asHeard = (lines: readonly string[]): string =>
  lines.map((each) => each.replace(/\.$/, '')).join('. ');

type CouncilClockProps = { state: ClockState; narrow: boolean };

export function CouncilClock({ state, narrow }: CouncilClockProps) {
  const { clock, waitingFor, moving, outcome, move } = state;
  const announce = useAnnounce();
  useEffect(() => {
    if (outcome?.done) announce(`It is now ${outcome.words}. ${asHeard(outcome.lines)}`);
    else if (outcome) announce(`The clock was not moved: ${asHeard(outcome.lines)}`);
  }, [outcome, announce]);

  return (
    <section className="clock" aria-label="Council clock">
      <div className="clock-row">
        <div className="clock-words">
          <p className="clock-now">
            {clock ? (
              <>
                It is <strong>{clock.words}</strong>
              </>
            ) : (
              'The council’s clock'
            )}
          </p>
          <p className="clock-next">{nextInWords(clock, waitingFor, moving)}</p>
        </div>
        {clock && <DoIt clock={clock} moving={moving} onMove={move} />}
        {clock && (
          <ClockMoves
            clock={clock}
            moves={clock.moves.filter((each) => each.id !== nextMove(clock))}
            narrow={narrow}
            disabled={moving !== null}
            onMove={(to, words) => void move(to, words)}
          />
        )}
      </div>
      {(moving !== null || waitingFor !== null) && (
        <ProgressBar aria-label={moving !== null ? 'Moving the clock' : 'Waiting for the app'} />
      )}
      {outcome && <Outcome outcome={outcome} onDismiss={state.forgetOutcome} />}
    </section>
  );
}

function nextInWords(clock: Clock | null, waitingFor: string | null, moving: string | null) {
  if (moving !== null) return `Working through everything due until ${moving}`;
  if (waitingFor !== null) return waitingFor;
  if (!clock) return 'Asking what time it is';
  if (!clock.next) return 'Nothing is due. Choose a date to move to.';
  return (
    <>
      Next: <strong>{clock.next.label}</strong>, {clock.next.words}
    </>
  );
}

/** The id of the move that does the next step, when the clock names one. */
function nextMove(clock: Clock): string | null {
  const named = clock.moves.find((each) => /^next[- ]?(step)?$/i.test(each.id));
  return named?.id ?? null;
}

type DoItProps = { clock: Clock; moving: string | null; onMove: ClockState['move'] };

function DoIt({ clock, moving, onMove }: DoItProps) {
  const { next } = clock;
  const act = () => {
    if (!next) return;
    const id = nextMove(clock);
    void onMove(id === null ? { to: next.at } : { move: id }, next.words);
  };
  return (
    <Button
      className="do-it"
      appearance="primary"
      size="large"
      icon={moving === null ? <PlayFilled /> : <Spinner size="tiny" />}
      disabledFocusable={moving !== null || next === null}
      onClick={act}
    >
      Do it
    </Button>
  );
}

type OutcomeProps = { outcome: NonNullable<ClockState['outcome']>; onDismiss: () => void };

function Outcome({ outcome, onDismiss }: OutcomeProps) {
  const title = outcome.done ? 'Done' : 'The clock was not moved';
  const lines = outcome.lines.length > 0 ? outcome.lines : ['Nothing was due'];
  return (
    <div className={outcome.done ? 'happened' : 'happened not-done'}>
      <strong>{title}</strong>
      <ul aria-label="What happened">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label="Dismiss what happened"
        onClick={onDismiss}
      />
    </div>
  );
}
