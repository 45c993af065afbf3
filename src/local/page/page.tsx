// The page as a whole: which seat is taken, which panes are shown, and what a link leads to.
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useAddress, type View } from './address.ts';
import { ChatPane } from './chat-pane.tsx';
import { CouncilClock } from './council-clock.tsx';
import type { Config, Person } from './local-teams.ts';
import { Rail } from './rail.tsx';
import { SeatList } from './seat-list.tsx';
import { StandInBar } from './stand-in-bar.tsx';
import { TabFrame } from './tab-frame.tsx';
import { useChats } from './use-chats.ts';
import { useClock } from './use-clock.ts';
import { type Directory, useDirectory } from './use-directory.ts';
import { useNarrow } from './use-narrow.ts';
import { useOpener } from './use-opener.ts';
import { useReadMarks } from './use-read-marks.ts';

/** What is shown for the view asked for: a phone shows one pane, a wide page always has the seats. */
function viewShown(asked: View | null, narrow: boolean, hasSeat: boolean): View {
  if (!narrow) return asked === null || asked === 'seats' ? 'both' : asked;
  if (!hasSeat) return 'seats';
  return asked === 'both' || asked === null ? 'chat' : asked;
}

/** What the page knows, and what its parts may ask of it. */
function usePage() {
  const [address, setAddress] = useAddress();
  const narrow = useNarrow();
  const clock = useClock();
  const directory = useDirectory();
  const { look } = clock;
  const { reload } = directory;
  const heard = useCallback(
    (isNewStart: boolean) => {
      look();
      if (isNewStart) void reload().catch(() => undefined);
    },
    [look, reload],
  );
  const { chats, refresh, listening } = useChats(directory.people, heard);
  const { isUnread, markRead } = useReadMarks();

  const { people } = directory;
  const person = people?.find((each) => each.id === address.seat) ?? null;
  const view = viewShown(address.view, narrow, address.seat !== null);
  const seesChat = view === 'chat' || view === 'both';
  const chat = person ? chats.get(person.id) : undefined;
  const open = useOpener(directory.config, narrow, view);

  useEffect(() => {
    if (person && seesChat && document.visibilityState === 'visible') markRead(person.id, chat);
  }, [person, seesChat, chat, markRead]);

  const seatOf = (each: Person) => {
    const its = chats.get(each.id);
    const isSeen = seesChat && each.id === person?.id;
    return { person: each, chat: its, unread: !isSeen && isUnread(each.id, its) };
  };
  const takeSeat = (seat: string) =>
    setAddress({ seat, page: null, ...(narrow ? { view: 'chat' as const } : {}) });
  return {
    address,
    setAddress,
    narrow,
    clock,
    directory,
    listening,
    person,
    view,
    seesChat,
    chat,
    open,
    refresh,
    seatOf,
    takeSeat,
  };
}

export function Page() {
  const { address, setAddress, narrow, clock, directory, listening, person, view, ...rest } =
    usePage();
  const { seesChat, chat, open, refresh, seatOf, takeSeat } = rest;
  const { people } = directory;
  return (
    <>
      <StandInBar theme={address.theme} onTheme={(theme) => setAddress({ theme })} />
      <CouncilClock state={clock} narrow={narrow} />
      <Troubles directory={directory} listening={listening} />
      <div className={`panes showing-${view}`}>
        <Rail
          view={view}
          narrow={narrow}
          unread={people?.filter((each) => seatOf(each).unread).length ?? 0}
          onView={(next) => setAddress({ view: next })}
        />
        <main className="content" aria-label="Seats, chat and tab">
          {(!narrow || view === 'seats') && (
            <SeatList people={people} chosen={address.seat} seatOf={seatOf} onChoose={takeSeat} />
          )}
          <div className="stage" hidden={view === 'seats'}>
            {person ? (
              <>
                <ChatPane
                  key={person.id}
                  hidden={!seesChat}
                  person={person}
                  chat={chat}
                  refresh={refresh}
                  reloadPeople={directory.reload}
                  open={open}
                />
                <KeptTab
                  key={`${person.id} tab`}
                  person={person}
                  config={directory.config}
                  theme={address.theme}
                  page={address.page}
                  hidden={view !== 'tab' && view !== 'both'}
                  open={open}
                  goTo={(page) => setAddress({ page })}
                />
              </>
            ) : (
              <NobodyChosen lost={people !== null && address.seat !== null} />
            )}
          </div>
        </main>
      </div>
    </>
  );
}

type TabFrameProps = React.ComponentProps<typeof TabFrame>;
type KeptTabProps = Omit<TabFrameProps, 'config' | 'tabUrl'> & {
  /** Null until local Teams has said where the tab is. */
  config: Config | null;
};

/** The tab is loaded when first looked at, and kept while other views are shown. */
function KeptTab({ config, ...props }: KeptTabProps) {
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    if (!props.hidden) setLooked(true);
  }, [props.hidden]);
  if (!config || !(looked || !props.hidden)) return null;
  const { tabUrl } = config;
  if (tabUrl === null) return <NotUploaded hidden={props.hidden} />;
  return <TabFrame {...props} config={config} tabUrl={tabUrl} />;
}

function NotUploaded({ hidden }: { hidden: boolean }) {
  return (
    <section className="pane tab" aria-label="Golden Thread tab of this person" hidden={hidden}>
      <p className="tab-silent">
        Golden Thread has not been uploaded to this tenant. <a href="/admin/teams">Upload it</a>
      </p>
    </section>
  );
}

function NobodyChosen({ lost }: { lost: boolean }) {
  return (
    <div className="nobody">
      <h2>{lost ? 'That seat is not in the directory' : 'Choose a seat'}</h2>
      <p>
        Take the seat of a measure owner, a manager, a director or the performance team. You then
        see their chat and their tab as they would.
      </p>
    </div>
  );
}

function Troubles({ directory, listening }: { directory: Directory; listening: boolean }) {
  const words =
    directory.fault ??
    (listening ? null : 'Local Microsoft 365 is not answering. It is tried again by itself.');
  return words === null ? null : (
    <MessageBar intent="warning" className="troubles">
      <MessageBarBody>{words}</MessageBarBody>
    </MessageBar>
  );
}
