// The team plan: where we are, five figures, what needs you, every measure, then the work beneath them.
// What is searched for comes straight beneath the title; a status alone leaves the figures that choose it.
import { Suspense, useEffect, useMemo } from 'react';
import type { PlanView } from '../../src/web/api.ts';
import type { WorkView } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { fetched } from '../pieces/fetched.ts';
import { IfNotOpened } from '../pieces/if-not-opened.tsx';
import { PlanLoading, SectionsLoading } from '../pieces/loading.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import { StaleBar, TroubleBar } from '../pieces/trouble.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { useSame } from '../use-same.ts';
import { isStatusFilter } from '../words.ts';
import { findWork, sectionsOf } from './find-work.ts';
import { Measures } from './measures.tsx';
import { NeedsYou } from './needs-you.tsx';
import { NothingHere } from './nothing-here.tsx';
import { OnThisPage } from './on-this-page.tsx';
import { Pickers } from './pickers.tsx';
import { Strip } from './strip.tsx';

const Work = fetched(async () => (await import('./work.tsx')).Work);

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
            <Plan address={address} asker={asker} cameFrom={cameFrom} go={go} view={heard} />
          )}
        </>
      )}
    </div>
  );
};

/** A plan without measures has no figures to strip and no returns to need: its work stands alone. */
const Plan = ({ asker, address, go, cameFrom, view }: Props & { readonly view: PlanView }) => {
  const { heard, trouble, again } = useAnswer<WorkView>(asker, paths.planWork(address));
  const all = useSame(heard);
  const find = address.find.trim();
  const work = useMemo(() => all && findWork(all, find), [all, find]);
  const measured = view.measures.length > 0;
  const parts = [
    ...(measured ? [{ id: 'measures', words: 'Measures', count: view.measures.length }] : []),
    ...(work ? sectionsOf(work) : []),
  ];
  const filtered = isStatusFilter(address.status);
  return (
    <>
      {find === '' && measured && <Strip address={address} go={go} strip={view.strip} />}
      {find === '' && <OnThisPage parts={parts} />}
      {find === '' && !filtered && (measured || view.needs.length > 0) && (
        <NeedsYou go={go} view={view} />
      )}
      {measured && <Measures address={address} cameFrom={cameFrom} go={go} rows={view.measures} />}
      {work && !measured && parts.length === 0 && (
        <NothingHere address={address} go={go} view={view} />
      )}
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {!work && !trouble && <SectionsLoading />}
      {work && (
        <IfNotOpened isPart what="The rest of this plan">
          <Suspense fallback={<SectionsLoading />}>
            <Work address={address} view={work} />
          </Suspense>
        </IfNotOpened>
      )}
    </>
  );
};
