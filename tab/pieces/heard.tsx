// What every screen does with an answer of the app: its skeleton until it is heard, trouble above what is
// still shown, and how old that is.
import type { ReactNode } from 'react';
import type { Freshness } from '../../src/web/api.ts';
import type { Answer } from '../use-answer.ts';
import { ScreenLoading } from './loading.tsx';
import { usePageStyles } from './page.tsx';
import { StaleBar, TroubleBar } from './trouble.tsx';

type Props<View> = {
  /** What is loading, for those who hear it alone. */
  readonly name: string;
  readonly answer: Pick<Answer<View>, 'heard' | 'trouble' | 'again'>;
  readonly children: (view: View) => ReactNode;
};

export const Heard = <View extends { readonly freshness: Freshness }>({
  name,
  answer: { heard, trouble, again },
  children,
}: Props<View>) => {
  const page = usePageStyles();
  if (!heard && !trouble) return <ScreenLoading name={name} />;
  return (
    <div className={page.page}>
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {heard && <StaleBar freshness={heard.freshness} />}
      {heard && children(heard)}
    </div>
  );
};
