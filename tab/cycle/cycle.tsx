// The cycle, for the performance team: how far it has got, who has not answered, what became of each message.
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CycleView } from '../../src/web/api.ts';
import type { Address } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { Facts } from '../pieces/facts.tsx';
import { ScreenLoading } from '../pieces/loading.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { StaleBar, TroubleBar } from '../pieces/trouble.tsx';
import { Picker, PickerRow } from '../team-plan/pickers.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { ChangeCycle } from './change-cycle.tsx';
import { Directorates } from './directorates.tsx';
import { Messages } from './messages.tsx';
import { Waiting } from './waiting.tsx';

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Cycle = ({ asker, address, go }: Props) => {
  const page = usePageStyles();
  const { heard, trouble, again } = useAnswer<CycleView>(asker, paths.cycle(address));
  if (!heard && !trouble) return <ScreenLoading name="cycle" />;
  return (
    <div className={page.page}>
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {heard && <StaleBar freshness={heard.freshness} />}
      {heard && (
        <>
          <div>
            <PickerRow>
              <Picker
                choices={heard.cycles}
                chosen={heard.key}
                label="Cycle"
                onChoose={(open) => go({ open })}
              />
            </PickerRow>
            <Title focused={false}>{heard.title}</Title>
            <ChangeCycle again={again} asker={asker} view={heard} />
          </div>
          {heard.because && <Because reason={heard.because} />}
          {heard.owed > 0 && heard.state !== 'Withdrawn' && <Directorates view={heard} />}
          {heard.waiting.length > 0 && <Waiting view={heard} />}
          <Messages view={heard} />
          <Facts heading="Calendar" facts={heard.calendar} />
        </>
      )}
    </div>
  );
};

const Because = ({ reason }: { readonly reason: string }) => (
  <MessageBar intent="info" layout="multiline">
    <MessageBarBody style={{ overflowWrap: 'anywhere' }}>
      <MessageBarTitle>Withdrawn because:</MessageBarTitle>
      {reason}
    </MessageBarBody>
  </MessageBar>
);
