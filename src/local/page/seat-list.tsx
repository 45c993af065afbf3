// The seats that can be taken, grouped and searchable. One stop for Tab; arrow keys go through it.
import { Input, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Person } from './local-teams.ts';
import { groupSeats } from './seat-groups.ts';
import { type Seat, SeatRow } from './seat-row.tsx';
import { showFromTop } from './show-from-top.ts';

type SeatListProps = {
  people: Person[] | null;
  chosen: string | null;
  seatOf: (person: Person) => Seat;
  onChoose: (personId: string) => void;
};

export function SeatList({ people, chosen, seatOf, onChoose }: SeatListProps) {
  const [sought, setSought] = useState('');
  const scroller = useChosenInSight(chosen, people !== null);
  const groups = groupSeats(people ?? [], sought);
  const shown = groups.flatMap((group) => group.people);
  const reachable = shown.find((person) => person.id === chosen) ?? shown[0];

  return (
    <section className="pane seats" aria-label="Choose a seat">
      <div className="seats-head">
        <div className="seats-named">
          <h2>Seats</h2>
          <a className="narrow-only" href="/admin">
            Administrator's pages
          </a>
        </div>
        <Input
          type="search"
          value={sought}
          onChange={(_event, field) => setSought(field.value)}
          contentBefore={<SearchRegular />}
          placeholder="Find a person or directorate"
          input={{ 'aria-label': 'Find a seat' }}
        />
      </div>
      <div className="seats-scroll" ref={scroller}>
        {people === null && <WaitingSeats />}
        {/* The buttons inside are the controls; arrows move between them. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul aria-label="Seats" className="seat-groups" onKeyDown={moveByArrows}>
          {groups.map((group) => (
            <li key={group.title}>
              <h3>
                {group.title} <span className="count">{group.people.length}</span>
              </h3>
              <ul aria-label={group.title}>
                {group.people.map((person) => (
                  <SeatRow
                    key={person.id}
                    seat={seatOf(person)}
                    chosen={person.id === chosen}
                    reachable={person === reachable}
                    onChoose={() => onChoose(person.id)}
                  />
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {people !== null && groups.length === 0 && (
          <p className="nothing-yet" role="status">
            {sought === '' ? 'The directory has nobody in it.' : `No seat matches "${sought}".`}
          </p>
        )}
      </div>
    </section>
  );
}

/** A seat chosen by a link or by the page's address may stand far down the list. */
function useChosenInSight(chosen: string | null, known: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const seat = known && chosen !== null && scroller.current?.querySelector('[aria-current=true]');
    if (seat) showFromTop(scroller.current, seat);
  }, [chosen, known]);
  return scroller;
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const seats = [...event.currentTarget.querySelectorAll<HTMLElement>('button.seat')];
  const here = seats.indexOf(document.activeElement as HTMLElement);
  const places: Record<string, number> = {
    ArrowDown: Math.min(here + 1, seats.length - 1),
    ArrowUp: Math.max(here - 1, 0),
    Home: 0,
    End: seats.length - 1,
  };
  const place = places[event.key];
  if (here === -1 || place === undefined) return;
  event.preventDefault();
  seats[place]?.focus();
}

function WaitingSeats() {
  return (
    <Skeleton aria-label="Reading the directory" className="seats-waiting">
      {[80, 65, 90, 70, 85].map((width) => (
        <SkeletonItem key={width} size={32} style={{ width: `${width}%` }} />
      ))}
    </Skeleton>
  );
}
