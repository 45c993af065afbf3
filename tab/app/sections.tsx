// The sections a person has, and which one is open. Screens seldom opened are fetched when they are.
import { Suspense, useEffect, useRef } from 'react';
import type { Me } from '../../src/web/api.ts';
import { linkedAddress } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { fetched } from '../pieces/fetched.ts';
import { IfNotOpened } from '../pieces/if-not-opened.tsx';
import { ScreenLoading } from '../pieces/loading.tsx';
import { TeamPlan } from '../team-plan/team-plan.tsx';
import { useAddress } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { TopBar } from './top-bar.tsx';
import { useNeverHidden } from './use-never-hidden.ts';

const MyWork = fetched(async () => (await import('../my-work/my-work.tsx')).MyWork);
const Measure = fetched(async () => (await import('../measure/measure.tsx')).Measure);
const Cycle = fetched(async () => (await import('../cycle/cycle.tsx')).Cycle);
const Targets = fetched(async () => (await import('../targets/targets.tsx')).Targets);
const SignOff = fetched(async () => (await import('../sign-off/sign-off.tsx')).SignOff);
const Thread = fetched(async () => (await import('../thread/thread.tsx')).Thread);
const Escalations = fetched(
  async () => (await import('../escalations/escalations.tsx')).Escalations,
);
const Reports = fetched(async () => (await import('../reports/reports.tsx')).Reports);
const Registers = fetched(async () => (await import('../registers/registers.tsx')).Registers);
const Import = fetched(async () => (await import('../registers/import.tsx')).Import);

type Props = { readonly asker: Asker; readonly opensAt: string | null };

export const Sections = ({ asker, opensAt }: Props) => {
  const [address, go] = useAddress();
  const me = useAnswer<Me>(asker, paths.me);
  const cameFrom = useRef<string | null>(null);
  useEffect(() => {
    // Loaded again, the page opens where it was.
    if (opensAt && window.location.hash === '') go(linkedAddress(opensAt), 'replace');
  }, [opensAt, go]);
  useEffect(() => {
    if (address.screen === 'measure') cameFrom.current = address.open;
  }, [address]);
  useNeverHidden();
  const screen = { asker, address, go };
  return (
    <>
      <TopBar
        address={address}
        go={go}
        runsCycles={me.heard?.runsCycles ?? false}
        signsOff={me.heard?.signsOff ?? false}
        weighsTargets={me.heard?.weighsTargets ?? false}
      />
      <main>
        <IfNotOpened key={address.screen} what="This screen">
          <Suspense fallback={<ScreenLoading name={address.screen} />}>
            {address.screen === 'my-work' && <MyWork asker={asker} go={go} />}
            {address.screen === 'plan' && <TeamPlan {...screen} cameFrom={cameFrom.current} />}
            {address.screen === 'measure' && <Measure {...screen} key={address.open} />}
            {address.screen === 'cycle' && <Cycle {...screen} />}
            {address.screen === 'targets' && <Targets {...screen} />}
            {address.screen === 'sign-off' && <SignOff {...screen} />}
            {address.screen === 'thread' && <Thread {...screen} />}
            {address.screen === 'escalations' && <Escalations {...screen} />}
            {address.screen === 'reports' && <Reports {...screen} key={address.open} />}
            {address.screen === 'registers' && <Registers {...screen} key={address.open} />}
            {address.screen === 'import' && <Import {...screen} />}
          </Suspense>
        </IfNotOpened>
      </main>
    </>
  );
};
