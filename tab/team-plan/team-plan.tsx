// The team plan: where we are, five figures, what needs you, every measure. What is searched for comes
// straight beneath the title; a status alone leaves the figures that choose it.
import { useEffect } from 'react';
import type { PlanView } from '../../src/web/api.ts';
import type { Address } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { PlanLoading } from '../pieces/loading.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { StaleBar, TroubleBar } from '../pieces/trouble.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { isStatusFilter } from '../words.ts';
import { Measures } from './measures.tsx';
import { NeedsYou } from './needs-you.tsx';
import { Pickers } from './pickers.tsx';
import { Strip } from './strip.tsx';

type Props = {
  readonly asker: Asker;
  readonly address: Address;
  readonly go: Go;
  /** The measure a person comes back from; its row takes the focus. */
  readonly cameFrom: string | null;
};

export const TeamPlan = ({ asker, address, go, cameFrom }: Props) => {
  const page = usePageStyles();
  const { heard, trouble, asking, again } = useAnswer<PlanView>(asker, paths.plan(address));
  const find = address.find.trim();
  const filtered = isStatusFilter(address.status);
  useEffect(() => {
    if (find !== '') window.scrollTo(0, 0);
  }, [find]);
  if (!heard && !trouble) return <PlanLoading />;
  return (
    <div aria-busy={asking} className={page.page}>
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {heard && (
        <>
          <StaleBar freshness={heard.freshness} />
          <div>
            <Pickers go={go} view={heard} />
            <Title focused={false}>{heard.title}</Title>
          </div>
          {heard.plan !== '' && (
            <>
              {find === '' && <Strip address={address} go={go} strip={heard.strip} />}
              {find === '' && !filtered && <NeedsYou go={go} view={heard} />}
              <Measures address={address} cameFrom={cameFrom} go={go} rows={heard.measures} />
            </>
          )}
        </>
      )}
    </div>
  );
};
