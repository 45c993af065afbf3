// The work of the plan beneath its measures: only the sections that have something to show.
import type { WorkView } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { Actions } from './actions.tsx';
import { sectionsOf } from './find-work.ts';
import { Improvements } from './improvements.tsx';
import { Money } from './money.tsx';
import { Risks } from './risks.tsx';
import { Savings } from './savings.tsx';

type Props = { readonly view: WorkView; readonly address: Address };

export const Work = ({ view, address }: Props) => {
  const has = new Set(sectionsOf(view).map(({ id }) => id));
  const shown = { address, manyTeams: view.manyTeams };
  // A press on "show more" is about one plan and team, and is forgotten with them.
  const key = `${view.plan} ${view.team}`;
  return (
    <>
      {has.has('actions') && <Actions actions={view.actions} key={`actions ${key}`} {...shown} />}
      {has.has('improvements') && (
        <Improvements improvements={view.improvements} key={`improvements ${key}`} {...shown} />
      )}
      {has.has('savings') && <Savings key={`savings ${key}`} savings={view.savings} {...shown} />}
      {has.has('risks') && <Risks key={`risks ${key}`} risks={view.risks} {...shown} />}
      {has.has('money') && <Money money={view.money} wholePlan={view.team === 'all'} />}
    </>
  );
};
