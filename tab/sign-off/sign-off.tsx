// Sign-off: what waits for whoever looks, what they may sign, and after the close what is checked and changed.
import { useState } from 'react';
import type { SignOffDone, SignOffView, WaitingLine } from '../../src/web/api-sign-off.ts';
import type { Address } from '../address.ts';
import { type Asker, paths, type SignOffPath, Unanswered } from '../ask.ts';
import { type Done, Said } from '../cycle/said.tsx';
import { Heard } from '../pieces/heard.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { Picker, PickerRow } from '../team-plan/pickers.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { troubleWords } from '../words.ts';
import { Checks } from './checks.tsx';
import { type Opened, OpenedDialog } from './dialogs.tsx';
import { LateChanges } from './late-changes.tsx';
import { Signatures } from './signatures.tsx';
import { Waiting } from './waiting.tsx';

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const SignOff = ({ asker, address, go }: Props) => {
  const page = usePageStyles();
  const answer = useAnswer<SignOffView>(asker, paths.signOff(address));
  const { heard, trouble } = answer;
  // Before any cycle there is nothing wrong, and nothing to do.
  if (!heard && trouble?.status === 404)
    return (
      <div className={page.page}>
        <Title focused={false}>Nothing waits for sign-off</Title>
        <div className={page.quiet}>{trouble.message}</div>
      </div>
    );
  return (
    <Heard answer={answer} name="sign-off">
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
  readonly view: SignOffView;
  readonly asker: Asker;
  readonly again: () => void;
  readonly choose: (cycle: string) => void;
};

const OneCycle = ({ view, asker, again, choose }: OneProps) => {
  const page = usePageStyles();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { done, say } = useSaid(again);
  const send = async (what: SignOffPath, body: object): Promise<string | null> => {
    try {
      const said = await asker.post<SignOffDone>(paths.ofSignOff(what), body);
      setOpened(null);
      say(said);
      return null;
    } catch (error) {
      return error instanceof Unanswered ? error.message : troubleWords.unreadable;
    }
  };
  const approve = async (lines: readonly WaitingLine[]): Promise<void> => {
    const returns = lines.map((each) => ({ return: each.return, revision: each.revision }));
    const refusal = await send('approve', { returns });
    if (refusal !== null) say({ words: refusal, did: false });
  };
  const mine = view.waiting.filter((each) => each.mine);
  const others = view.waiting.filter((each) => !each.mine);
  const acts = { approve, open: setOpened };
  return (
    <>
      <div>
        {view.cycles.length > 1 && (
          <PickerRow>
            <Picker choices={view.cycles} chosen={view.key} label="Cycle" onChoose={choose} />
          </PickerRow>
        )}
        <Title focused={false}>{view.title}</Title>
        {view.approvals && (
          <div className={page.quiet}>
            {view.name}: {view.approvals}
          </div>
        )}
        <Said done={done} />
      </div>
      {mine.length > 0 && <Waiting acts={acts} heading="Waiting for you" lines={mine} />}
      {others.length > 0 && <Waiting acts={acts} heading="Waiting for others" lines={others} />}
      <Signatures lines={view.signatures} open={setOpened} />
      <Checks lines={view.verifications} open={setOpened} />
      <LateChanges open={setOpened} view={view} />
      {opened && (
        <OpenedDialog leave={() => setOpened(null)} opened={opened} send={send} view={view} />
      )}
    </>
  );
};

const useSaid = (again: () => void) => {
  const [done, setDone] = useState<Done | null>(null);
  const say = ({ words, did }: SignOffDone) => {
    setDone((before) => ({ words, did, nth: (before?.nth ?? 0) + 1 }));
    again();
  };
  return { done, say };
};
