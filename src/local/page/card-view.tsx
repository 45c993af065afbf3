// One card in the conversation: drawn when its content changes, locked while a press is under way.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useAnnounce } from './announcer.tsx';
import { focusInNewCard, placeIn } from './card-focus.ts';
import { cardInWords, headingOf } from './card-words.ts';
import { type Asked, drawCard } from './draw-card.ts';
import type { Card } from './local-teams.ts';

type CardViewProps = { card: Card; busy: boolean; onAsk: (asked: Asked) => void };

export function CardView({ card, busy, onAsk }: CardViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const content = JSON.stringify(card);
  const locked = useRef(false);
  const fault = useDrawing({ box, content, locked, onAsk });
  useLock({ box, busy, locked, content });
  return (
    <>
      <div
        ref={box}
        className="card"
        role="group"
        aria-label={`Card: ${headingOf(card) ?? 'without a heading'}`}
        aria-busy={busy}
        hidden={fault !== null}
      />
      {fault !== null && (
        <details className="card-fault">
          <summary>This card could not be drawn: {fault}.</summary>
          <pre>{JSON.stringify(card, null, 2)}</pre>
        </details>
      )}
    </>
  );
}

type Drawing = {
  box: RefObject<HTMLDivElement | null>;
  content: string;
  locked: RefObject<boolean>;
  onAsk: (asked: Asked) => void;
};

/** Draws the card again only when what it says has changed; answers why it could not, or null. */
function useDrawing({ box, content, locked, onAsk }: Drawing): string | null {
  const announce = useAnnounce();
  const [fault, setFault] = useState<string | null>(null);
  const drawn = useRef<string | null>(null);
  const latestAsk = useRef(onAsk);
  useLayoutEffect(() => {
    latestAsk.current = onAsk;
  });

  useLayoutEffect(() => {
    const holder = box.current;
    if (!holder || drawn.current === content) return;
    const isReplacement = drawn.current !== null;
    const focused = document.activeElement;
    const takesFocus =
      holder.contains(focused) || (locked.current && (focused === document.body || !focused));
    const before = placeIn(holder);
    drawn.current = content;
    try {
      const card = JSON.parse(content) as Card;
      const ask = (asked: Asked) => {
        if (!locked.current) latestAsk.current(asked);
      };
      holder.replaceChildren(drawCard(card, ask));
      if (isReplacement && takesFocus) focusInNewCard(holder, before);
      // A press announces its own answer, even one that changes nothing on the card.
      if (isReplacement && !locked.current) announce(cardInWords(card));
      setFault(null);
    } catch (error) {
      setFault((error as Error).message);
    }
  }, [box, content, locked, announce]);

  return fault;
}

type Lock = {
  box: RefObject<HTMLDivElement | null>;
  busy: boolean;
  locked: RefObject<boolean>;
  content: string;
};

/** While locked, buttons stay focusable but say that they are off; fields keep what is in them. */
function useLock({ box, busy, locked, content }: Lock): void {
  // New content brings new buttons to lock
  useEffect(() => {
    locked.current = busy;
    const holder = box.current;
    if (!holder || !busy) return;
    const buttons = [...holder.querySelectorAll('button:not([aria-disabled=true])')];
    const fields = [...holder.querySelectorAll<HTMLInputElement>('input, textarea')].filter(
      (field) => !field.readOnly,
    );
    for (const button of buttons) button.setAttribute('aria-disabled', 'true');
    for (const field of fields) field.readOnly = true;
    return () => {
      locked.current = false;
      for (const button of buttons) button.removeAttribute('aria-disabled');
      for (const field of fields) field.readOnly = false;
    };
  }, [box, busy, locked, content]);
}
