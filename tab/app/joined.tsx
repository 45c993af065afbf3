// A page from the outside in: joins its host, takes its theme, and shows what it holds to who is signed in.
import { FluentProvider } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type Asker, asker } from '../ask.ts';
import { type Host, joinHost } from '../host.ts';
import { fluentThemes, likelyTheme } from '../theme.ts';
import { Outside } from './outside.tsx';

type State =
  | { readonly state: 'joining' | 'outside' }
  | { readonly state: 'in'; readonly host: Host };

type Props = {
  /** What is seen until the host has answered. */
  readonly loading: ReactNode;
  readonly children: (asker: Asker, host: Host) => ReactNode;
};

export const Joined = ({ loading, children }: Props) => {
  const [joined, setJoined] = useState<State>({ state: 'joining' });
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
      {joined.state === 'joining' && loading}
      {joined.state === 'outside' && <Outside />}
      {joined.state === 'in' && <SignedIn host={joined.host}>{children}</SignedIn>}
    </FluentProvider>
  );
};

type SignedInProps = Pick<Props, 'children'> & { readonly host: Host };

const SignedIn = ({ host, children }: SignedInProps) => {
  const asking = useMemo(() => asker(host.token), [host]);
  useEffect(() => host.shown(), [host]);
  return children(asking, host);
};
