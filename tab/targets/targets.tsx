// The year's targets: a director endorses what was proposed or sends it back, the performance team records
// what was agreed and changes one by a decision; one or many.
import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { TargetLine, TargetsChanged, TargetsView } from '../../src/web/api-targets.ts';
import type { Address } from '../address.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { type Done, Said } from '../cycle/said.tsx';
import { Heard } from '../pieces/heard.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { Picker, PickerRow } from '../team-plan/pickers.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { counted, troubleWords } from '../words.ts';
import { Agree, ChangeTarget, Propose, type Send, SendBack } from './dialogs.tsx';
import { type Chosen, chosenOf, groupsOf } from './stages.ts';
import { TargetList } from './target-list.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '16px' },
  button: { [narrow]: { minHeight: '44px' } },
});

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Targets = ({ asker, address, go }: Props) => {
  const answer = useAnswer<TargetsView>(asker, paths.targets(address));
  return (
    <Heard answer={answer} name="targets">
      {(view) => (
        <OnePlan
          again={answer.again}
          asker={asker}
          choosePlan={(plan) => go({ plan, team: null, quarter: null })}
          key={view.plan}
          view={view}
        />
      )}
    </Heard>
  );
};

type Open =
  | { readonly what: 'send back' | 'propose'; readonly line: TargetLine }
  | { readonly what: 'agree' | 'change' };

type PlanProps = {
  readonly view: TargetsView;
  readonly asker: Asker;
  readonly again: () => void;
  readonly choosePlan: (plan: string) => void;
};

const OnePlan = ({ view, asker, again, choosePlan }: PlanProps) => {
  const page = usePageStyles();
  const [open, setOpen] = useState<Open | null>(null);
  const { keys, choose, done, say } = useWork(again);
  const send = useSend(asker, (said) => {
    setOpen(null);
    say(said);
  });
  const chosen = chosenOf(view.lines, keys);
  return (
    <>
      <div>
        {view.plans.length > 1 && (
          <PickerRow>
            <Picker choices={view.plans} chosen={view.plan} label="Plan" onChoose={choosePlan} />
          </PickerRow>
        )}
        <Title focused={false}>{view.title}</Title>
        <div className={page.quiet}>
          {view.planName}, {view.year}: {counted(view.agreed, 'target')} agreed.
        </div>
        <Steps
          chosen={chosen}
          endorse={() => send('endorse', { targets: chosen.endorse })}
          open={(what) => setOpen({ what })}
          say={say}
          view={view}
        />
        <Said done={done} />
      </div>
      {groupsOf(view.lines).map((group) => (
        <TargetList
          choosing={{ keys, choose }}
          group={group}
          key={group.heading}
          open={(line, what) => setOpen({ what, line })}
        />
      ))}
      {open && (
        <Dialog chosen={chosen} leave={() => setOpen(null)} open={open} send={send} view={view} />
      )}
    </>
  );
};

/** What is chosen, and what was last done; done, nothing is chosen any more. */
const useWork = (again: () => void) => {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done | null>(null);
  const say = ({ words, did }: TargetsChanged) => {
    setKeys(new Set());
    setDone((before) => ({ words, did, nth: (before?.nth ?? 0) + 1 }));
    again();
  };
  const choose = (lines: readonly TargetLine[], on: boolean) => {
    const some = lines.map(({ key }) => key);
    setKeys(new Set(on ? [...keys, ...some] : [...keys].filter((key) => !some.includes(key))));
  };
  return { keys, choose, done, say };
};

const useSend =
  (asker: Asker, done: (said: TargetsChanged) => void): Send =>
  async (what, body) => {
    try {
      done(await asker.post<TargetsChanged>(paths.ofTargets(what), body));
      return null;
    } catch (error) {
      return error instanceof Unanswered ? error.message : troubleWords.unreadable;
    }
  };

type StepsProps = {
  readonly view: TargetsView;
  readonly chosen: Chosen;
  readonly endorse: () => Promise<string | null>;
  readonly open: (what: 'agree' | 'change') => void;
  readonly say: (said: TargetsChanged) => void;
};

const Steps = ({ view, chosen, endorse, open, say }: StepsProps) => {
  const styles = useStyles();
  const mayEndorse = view.lines.some(({ may }) => may.endorse);
  const mayAgree = view.lines.some(({ may }) => may.agree);
  const endorseNow = async () => {
    const refusal = await endorse();
    if (refusal !== null) say({ words: refusal, did: false });
  };
  return (
    <div className={`${styles.buttons} not-printed`}>
      {mayEndorse && (
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={chosen.endorse.length === 0}
          onClick={() => void endorseNow()}
        >
          {chosen.endorse.length === 0
            ? 'Endorse those chosen'
            : `Endorse ${counted(chosen.endorse.length, 'target')}`}
        </Button>
      )}
      {mayAgree && (
        <Button
          appearance={mayEndorse ? 'secondary' : 'primary'}
          className={styles.button}
          disabledFocusable={chosen.agree.length === 0}
          onClick={() => open('agree')}
        >
          {chosen.agree.length === 0
            ? 'Record those chosen as agreed'
            : `Record ${counted(chosen.agree.length, 'target')} as agreed`}
        </Button>
      )}
      {view.changeable.length > 0 && (
        <Button className={styles.button} onClick={() => open('change')}>
          Change a target by a decision
        </Button>
      )}
    </div>
  );
};

type DialogProps = {
  readonly open: Open;
  readonly chosen: Chosen;
  readonly view: TargetsView;
  readonly send: Send;
  readonly leave: () => void;
};

const Dialog = ({ open, chosen, view, send, leave }: DialogProps) => {
  switch (open.what) {
    case 'send back':
      return <SendBack leave={leave} line={open.line} send={send} />;
    case 'propose':
      return <Propose leave={leave} line={open.line} send={send} />;
    case 'agree':
      return <Agree chosen={chosen} decisions={view.decisions} leave={leave} send={send} />;
    case 'change':
      return <ChangeTarget leave={leave} send={send} view={view} />;
  }
};
