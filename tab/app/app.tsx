// The tab: what a host shows, once it is joined.
import { PlanLoading } from '../pieces/loading.tsx';
import { Joined } from './joined.tsx';
import { Sections } from './sections.tsx';

export const App = () => (
  <Joined loading={<PlanLoading />}>
    {(asker, host) => <Sections asker={asker} opensAt={host.opensAt} />}
  </Joined>
);
