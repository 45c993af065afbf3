// The tab from the outside in: joins its host, takes its theme, and shows the sections a person has.
import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { asker } from '../ask.ts';
import { type Host, joinHost } from '../host.ts';
import { PlanLoading } from '../pieces/loading.tsx';
import { fluentThemes, likelyTheme } from '../theme.ts';
import { Outside } from './outside.tsx';
import { Sections } from './sections.tsx';

type Joined =
  | { readonly state: 'joining' | 'outside' }
  | { readonly state: 'in'; readonly host: Host };

export const App = () => {
  const [joined, setJoined] = useState<Joined>({ state: 'joining' });
  const [theme, setTheme] = useState(likelyTheme);
  useEffect(() => {
    const join = async () => {
      const host = await joinHost().catch(() => null);
      if (!host) return setJoined({ state: 'outside' });
      setTheme(host.theme);
      host.onTheme(setTheme);
      setJoined({ state: 'in', host });
    };
    void join();
  }, []);
  useEffect(() => {
    // The browser's own parts, as a date field's calendar, go by the host's theme and not the machine's.
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={fluentThemes[theme]}>
      {joined.state === 'joining' && <PlanLoading />}
      {joined.state === 'outside' && <Outside />}
      {joined.state === 'in' && <SignedIn host={joined.host} />}
    </FluentProvider>
  );
};

const SignedIn = ({ host }: { readonly host: Host }) => {
  const asking = useMemo(() => asker(host.token), [host]);
  useEffect(() => host.shown(), [host]);
  return <Sections asker={asking} opensAt={host.opensAt} />;
};
