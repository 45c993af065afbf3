// The app rail, as Teams has it: here it chooses what stands beside the seats.
import { Badge } from '@fluentui/react-components';
import {
  ChatFilled,
  ChatRegular,
  LayoutColumnTwoFilled,
  LayoutColumnTwoRegular,
  PeopleFilled,
  PeopleRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { View } from './address.ts';
import { ThreadMark } from './thread-mark.tsx';

type Choice = { view: View; words: string; icon: ReactNode; chosenIcon: ReactNode };

const choices: Choice[] = [
  { view: 'seats', words: 'Seats', icon: <PeopleRegular />, chosenIcon: <PeopleFilled /> },
  { view: 'chat', words: 'Chat', icon: <ChatRegular />, chosenIcon: <ChatFilled /> },
  { view: 'tab', words: 'Tab', icon: <ThreadMark />, chosenIcon: <ThreadMark /> },
  {
    view: 'both',
    words: 'Both',
    icon: <LayoutColumnTwoRegular />,
    chosenIcon: <LayoutColumnTwoFilled />,
  },
];

type RailProps = {
  view: View;
  narrow: boolean;
  unread: number;
  onView: (view: View) => void;
};

export function Rail({ view, narrow, unread, onView }: RailProps) {
  const offered = choices.filter((choice) => choice.view !== (narrow ? 'both' : 'seats'));
  const marked: View = narrow ? 'seats' : 'chat';
  return (
    <nav className="rail" aria-label="Views">
      {offered.map((choice) => (
        <button
          key={choice.view}
          type="button"
          className="rail-choice"
          aria-current={choice.view === view ? 'page' : undefined}
          onClick={() => onView(choice.view)}
        >
          <span className="rail-icon">
            {choice.view === view ? choice.chosenIcon : choice.icon}
            {choice.view === marked && unread > 0 && (
              <Badge className="rail-badge" size="small" color="danger" aria-hidden="true">
                {unread > 99 ? '99+' : unread}
              </Badge>
            )}
          </span>
          {choice.words}
          {choice.view === marked && unread > 0 && (
            <span className="only-heard">, {unread} unread</span>
          )}
        </button>
      ))}
    </nav>
  );
}
