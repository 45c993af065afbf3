// The messages of one chat, by day, kept scrolled to the newest unless the person is reading back.
import { Fragment, useLayoutEffect, useRef } from 'react';
import type { Asked } from './draw-card.ts';
import type { Message } from './local-teams.ts';
import { MessageView } from './message-view.tsx';
import { cameAt, dayInWords } from './moments.ts';
import { showFromTop } from './show-from-top.ts';
import type { Presses } from './use-presses.ts';

type ConversationProps = {
  messages: readonly Message[];
  personName: string;
  presses: Presses;
  onAsk: (message: Message, asked: Asked) => void;
};

export function Conversation({ messages, personName, presses, onAsk }: ConversationProps) {
  const scroller = useNewestInSight(messages.length);
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="messages" ref={scroller} role="group" aria-label="Messages" tabIndex={0}>
      <ol>
        {messages.map((message, place) => {
          const day = dayInWords(cameAt(message));
          const before = messages[place - 1];
          return (
            <Fragment key={message.id}>
              {(!before || dayInWords(cameAt(before)) !== day) && (
                <li className="day">
                  <span>{day}</span>
                </li>
              )}
              <MessageView
                message={message}
                personName={personName}
                underway={presses.underway.get(message.id)}
                notice={presses.notices.get(message.id)}
                onAsk={(asked) => onAsk(message, asked)}
              />
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
}

/** A new message shows its beginning: a tall card is read from its heading, not from its last button. */
function useNewestInSight(count: number) {
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || count === 0) return;
    const newest = box.querySelector('ol > li:last-child');
    box.scrollTop = box.scrollHeight;
    if (newest) showFromTop(box, newest);
  }, [count]);
  return scroller;
}
