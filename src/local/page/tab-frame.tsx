// Golden Thread's tab in its frame, with this page as its host; says so when the tab does not answer.
import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ThemeName } from './address.ts';
import { type Config, localTeams, type Person } from './local-teams.ts';
import { answerTab, asTabMessage, type HostFacts } from './tab-host.ts';
import { hostThemes } from './themes.ts';

type TabFrameProps = {
  person: Person;
  config: Config;
  /** Of the config: known not to be null. */
  tabUrl: string;
  theme: ThemeName;
  page: string | null;
  hidden: boolean;
  open: (url: string) => string | null;
  goTo: (page: string | null) => void;
};

const patienceSeconds = 12;

export function TabFrame(props: TabFrameProps) {
  const { person, config, tabUrl, hidden } = props;
  const [turn, setTurn] = useState(0);
  const frame = useRef<HTMLIFrameElement>(null);
  const state = useHost(frame, props, turn);
  return (
    <section className="pane tab" aria-label="Golden Thread tab of this person" hidden={hidden}>
      <header className="pane-head">
        <div className="pane-title">
          <h2>Golden Thread tab</h2>
          <p>Signed in as {person.displayName}</p>
        </div>
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          aria-label="Load the tab again"
          title="Load the tab again"
          onClick={() => setTurn(turn + 1)}
        />
      </header>
      {state === 'silent' && (
        <p className="tab-silent" role="status">
          The tab has not answered. Is the app running at {config.appUrl}? It is tried again when
          you press "Load the tab again".
        </p>
      )}
      <iframe
        key={`${person.id} ${turn} ${props.page ?? ''}`}
        ref={frame}
        title="Golden Thread tab"
        data-state={state}
        src={tabUrl}
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads"
      />
    </section>
  );
}

type State = 'starting' | 'ready' | 'silent';

function useHost(
  frame: RefObject<HTMLIFrameElement | null>,
  props: TabFrameProps,
  turn: number,
): State {
  const [state, setState] = useState<State>('starting');
  const { person, config, tabUrl, theme, page } = props;
  const latest = useRef<HostFacts | null>(null);
  useEffect(() => {
    latest.current = {
      personId: person.id,
      userPrincipalName: person.userPrincipalName,
      displayName: person.displayName,
      tenantId: config.tenantId,
      appId: config.appId,
      theme: hostThemes[theme],
      page,
      token: () => localTeams.token(person.id),
      open: props.open,
      goTo: props.goTo,
    };
  });

  const origin = new URL(tabUrl).origin;
  useEffect(() => {
    const hear = async (event: MessageEvent) => {
      const tab = frame.current?.contentWindow;
      if (!tab || event.source !== tab || event.origin !== origin) return;
      const message = asTabMessage(event.data);
      if (!message || !latest.current) return;
      setState('ready');
      const args = await answerTab(message, latest.current);
      if (args !== null)
        tab.postMessage({ id: message.id, uuidAsString: message.uuidAsString, args }, origin);
    };
    const listener = (event: MessageEvent) => void hear(event);
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, [frame, origin]);

  const speaks = useRef(false);
  speaks.current = state === 'ready';
  useEffect(() => {
    const change = { func: 'themeChange', args: [hostThemes[theme]] };
    if (speaks.current) frame.current?.contentWindow?.postMessage(change, origin);
  }, [frame, origin, theme]);

  // A new seat or turn starts the wait anew
  useEffect(() => {
    setState('starting');
    const late = setTimeout(
      () => setState((now) => (now === 'starting' ? 'silent' : now)),
      patienceSeconds * 1000,
    );
    return () => clearTimeout(late);
  }, [person.id, turn, page]);

  return state;
}
