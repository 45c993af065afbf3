// The ways to move the council's clock besides the next step: named moves, or a chosen date and time.
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { FastForwardRegular } from '@fluentui/react-icons';
import type { Clock, ClockMove } from './local-teams.ts';
import { SetClock } from './set-clock.tsx';

type Move = (to: { move: string } | { to: string }, words: string) => void;
type ClockMovesProps = {
  clock: Clock;
  moves: readonly ClockMove[];
  narrow: boolean;
  disabled: boolean;
  onMove: Move;
};

export function ClockMoves({ clock, moves, narrow, disabled, onMove }: ClockMovesProps) {
  return (
    <div className="clock-moves" role="group" aria-label="Move the clock">
      {narrow ? (
        <MovesMenu moves={moves} disabled={disabled} onMove={onMove} />
      ) : (
        moves.map((move) => (
          <Button
            key={move.id}
            disabledFocusable={disabled}
            title={`${move.label}, ${move.words}`}
            onClick={() => onMove({ move: move.id }, move.words)}
          >
            {moveInWords(move)}
          </Button>
        ))
      )}
      <SetClock clock={clock} narrow={narrow} disabled={disabled} onMove={onMove} />
    </div>
  );
}

const knownMoves: Readonly<Record<string, string>> = {
  'next-working-day': 'Next working day',
  deadline: 'To the deadline',
  close: 'To close',
};

/** A button says what it does; the app's own label says what happens there. */
const moveInWords = (move: ClockMove) => knownMoves[move.id] ?? move.label;

type MovesMenuProps = { moves: readonly ClockMove[]; disabled: boolean; onMove: Move };

function MovesMenu({ moves, disabled, onMove }: MovesMenuProps) {
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          disabledFocusable={disabled}
          icon={<FastForwardRegular />}
          aria-label="Move further"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {moves.map((move) => (
            <MenuItem
              key={move.id}
              secondaryContent={move.words}
              onClick={() => onMove({ move: move.id }, move.words)}
            >
              {moveInWords(move)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
