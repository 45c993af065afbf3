// One seat in the list: who it is, the bot's latest word to them, and whether it has been read.
import { Avatar } from '@fluentui/react-components';
import { messageInWords } from './card-words.ts';
import type { Chat, Person } from './local-teams.ts';
import { cameAt, dayInWords, shortDay, timeInWords } from './moments.ts';

export type Seat = { person: Person; chat: Chat | undefined; unread: boolean };

type SeatRowProps = { seat: Seat; chosen: boolean; reachable: boolean; onChoose: () => void };

export function SeatRow({ seat, chosen, reachable, onChoose }: SeatRowProps) {
  const { person, unread } = seat;
  const last = seat.chat?.messages.at(-1);
  const came = last ? cameAt(last) : '';
  const latest = latestWords(seat);
  return (
    <li>
      <button
        type="button"
        className={unread ? 'seat unread' : 'seat'}
        aria-current={chosen ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        data-seat={person.id}
        onClick={onChoose}
      >
        <Avatar
          aria-hidden="true"
          initials={initialsOf(person.displayName)}
          idForColor={person.displayName}
          color="colorful"
          size={36}
        />
        <span className="seat-words">
          <span className="seat-name">
            {person.displayName}
            <span className="only-heard">, </span>
          </span>
          <span className="seat-below">
            <span className="seat-latest">{latest}</span>
            {last && (
              <time dateTime={came} title={`${dayInWords(came)}, ${timeInWords(came)}`}>
                {shortDay(came)}
              </time>
            )}
          </span>
        </span>
        {unread && (
          <span className="unread-mark">
            <span className="only-heard">, unread</span>
          </span>
        )}
      </button>
    </li>
  );
}

function latestWords({ person, chat }: Seat): string {
  const last = chat?.messages.at(-1);
  if (!person.installed) return 'Not installed';
  if (!last) return person.department ?? '';
  const words = messageInWords(last);
  return last.from === 'person' ? `You: ${words}` : words;
}

const commonInPosts =
  /^(head|director|assistant|deputy|strategic|principal|lead|manager|officer|of|the|and|for|to)$/i;

/** Seats are posts, and most begin "Head of": the letters are taken from the words that tell them apart. */
function initialsOf(post: string): string {
  const words = post.split(/[\s,&/-]+/).filter((word) => word !== '' && !commonInPosts.test(word));
  const [first, last] = [words[0] ?? post, words.length > 1 ? words.at(-1) : ''];
  return `${first.charAt(0)}${last?.charAt(0) ?? ''}`.toUpperCase();
}
