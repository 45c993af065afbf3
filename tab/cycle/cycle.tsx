// The cycle, for the performance team: how far each part of the council has got, who has not answered, what
// became of each message, and what is done about it by hand.
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CycleView } from '../../src/web/api-cycle.ts';
import type { Address } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { Facts } from '../pieces/facts.tsx';
import { Heard } from '../pieces/heard.tsx';
import { Title } from '../pieces/page.tsx';
import { useBarStyles } from '../pieces/trouble.tsx';
import { Picker, PickerRow } from '../team-plan/pickers.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { Board } from './board.tsx';
import { type Cell, wholeCouncil } from './board-shape.ts';
import { ChangeCycle } from './change-cycle.tsx';
import { Messages } from './messages.tsx';
import { People } from './people.tsx';
import { type Done, Said } from './said.tsx';
import { Waiting } from './waiting.tsx';

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Cycle = ({ asker, address, go }: Props) => {
  const answer = useAnswer<CycleView>(asker, paths.cycle(address));
  const shown = answer.heard?.key;
  // The likeliest cycle is another once a quarter opens: whoever is looking at one stays with it.
  useEffect(() => {
    if (shown !== undefined && address.open === null) go({ open: shown }, 'replace');
  }, [shown, address.open, go]);
  return (
    <Heard answer={answer} name="cycle">
      {(view) => (
        <OneCycle
          again={answer.again}
          asker={asker}
          choose={(open) => go({ open })}
          key={view.key}
          view={view}
        />
      )}
    </Heard>
  );
};

type OneProps = {
  readonly asker: Asker;
  readonly view: CycleView;
  readonly again: () => void;
  readonly choose: (cycle: string) => void;
};

const OneCycle = ({ asker, view, again, choose }: OneProps) => {
  const touch = useBarStyles().touch;
  const [cell, setCell] = useState<Cell | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const say = (words: string, did = true) => {
    setCell(null);
    setDone((before) => ({ words, did, nth: (before?.nth ?? 0) + 1 }));
    again();
  };
  const { counts, state } = view;
  const hasBoard = counts.asked > 0 && state !== 'Withdrawn';
  return (
    <>
      <div>
        <PickerRow>
          <Picker choices={view.cycles} chosen={view.key} label="Cycle" onChoose={choose} />
        </PickerRow>
        <Title focused={false}>{view.title}</Title>
        <ChangeCycle asker={asker} done={say} view={view}>
          {view.may.nudge && counts.owed > 0 && (
            <Button
              appearance="primary"
              className={touch}
              onClick={() => setCell({ area: wholeCouncil, column: 'owed' })}
            >
              Nudge those who owe
            </Button>
          )}
        </ChangeCycle>
        <Said done={done} />
      </div>
      {view.because && <Because state={state} words={view.because} />}
      {hasBoard && <Board pick={setCell} view={view} />}
      {hasBoard && counts.owed > 0 && <Waiting view={view} />}
      <Messages asker={asker} done={say} view={view} />
      <Facts facts={view.calendar} heading="Calendar" />
      {cell && (
        <People asker={asker} cell={cell} done={say} leave={() => setCell(null)} view={view} />
      )}
    </>
  );
};

const Because = ({ state, words }: { readonly state: string; readonly words: string }) => (
  <MessageBar intent="info" layout="multiline">
    <MessageBarBody style={{ overflowWrap: 'anywhere' }}>
      <MessageBarTitle>
        {state === 'Suspended' ? 'Suspended by:' : 'Withdrawn because:'}
      </MessageBarTitle>
      {words}
    </MessageBarBody>
  </MessageBar>
);
