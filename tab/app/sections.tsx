// The sections a person has, and which one is open. Screens seldom opened are fetched when they are.
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Me } from '../../src/web/api.ts';
import { type Asker, paths } from '../ask.ts';
import { ScreenLoading } from '../pieces/loading.tsx';
import { TeamPlan } from '../team-plan/team-plan.tsx';
import { useAddress } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { TopBar } from './top-bar.tsx';
import { useNeverHidden } from './use-never-hidden.ts';

const Measure = lazy(async () => ({ default: (await import('../measure/measure.tsx')).Measure }));
const Cycle = lazy(async () => ({ default: (await import('../cycle/cycle.tsx')).Cycle }));
const Thread = lazy(async () => ({ default: (await import('../thread/thread.tsx')).Thread }));
const Registers = lazy(async () => ({
  default: (await import('../registers/registers.tsx')).Registers,
}));
const Import = lazy(async () => ({ default: (await import('../registers/import.tsx')).Import }));

type Props = { readonly asker: Asker; readonly opensAt: string | null };

export const Sections = ({ asker, opensAt }: Props) => {
  const [address, go] = useAddress();
  const me = useAnswer<Me>(asker, paths.me);
  const cameFrom = useRef<string | null>(null);
  useEffect(() => {
    if (opensAt) go({ screen: 'measure', open: opensAt }, 'replace');
  }, [opensAt, go]);
  useEffect(() => {
    if (address.screen === 'measure') cameFrom.current = address.open;
  }, [address]);
  useNeverHidden();
  const screen = { asker, address, go };
  return (
    <>
      <TopBar address={address} go={go} runsCycles={me.heard?.runsCycles ?? false} />
      <main>
        <Suspense fallback={<ScreenLoading name={address.screen} />}>
          {address.screen === 'plan' && <TeamPlan {...screen} cameFrom={cameFrom.current} />}
          {address.screen === 'measure' && <Measure {...screen} key={address.open} />}
          {address.screen === 'cycle' && <Cycle {...screen} />}
          {address.screen === 'thread' && <Thread {...screen} />}
          {address.screen === 'registers' && <Registers {...screen} key={address.open} />}
          {address.screen === 'import' && <Import {...screen} />}
        </Suspense>
      </main>
    </>
  );
};
