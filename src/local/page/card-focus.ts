// Where the keyboard goes when a card takes another's place, so that it is never lost to the page's top.
import { showFromTop } from './show-from-top.ts';

const fields = 'input:not([type=hidden]), textarea, select';

/** The field of this name in the card's own data, if the old card had the focus in one. */
function sameField(card: HTMLElement, label: string | null): HTMLElement | null {
  if (label === null) return null;
  return (
    [...card.querySelectorAll<HTMLElement>(fields)].find((field) => labelOf(field) === label) ??
    null
  );
}

function labelOf(field: HTMLElement): string | null {
  const ids = field.getAttribute('aria-labelledby')?.split(' ') ?? [];
  return document.getElementById(ids[0] ?? '')?.textContent ?? field.getAttribute('aria-label');
}

function headingIn(card: HTMLElement): HTMLElement | null {
  return card.querySelector<HTMLElement>('[role=heading]') ?? card.querySelector('.ac-textBlock');
}

type CardPlace = { heading: string | null; field: string | null };

/** What must be remembered of a card before it goes. */
export function placeIn(card: HTMLElement): CardPlace {
  const focused = document.activeElement;
  const isField =
    focused instanceof HTMLElement && card.contains(focused) && focused.matches(fields);
  return {
    heading: headingIn(card)?.textContent ?? null,
    field: isField ? labelOf(focused) : null,
  };
}

/**
 * The same question again (a refusal) puts the focus back in the field, or in its first field;
 * a new question or a receipt puts it on the heading, so that it is read before it is answered.
 */
export function focusInNewCard(card: HTMLElement, before: CardPlace): void {
  const heading = headingIn(card);
  const isSameQuestion = heading !== null && heading.textContent === before.heading;
  const field =
    sameField(card, before.field) ??
    (isSameQuestion ? card.querySelector<HTMLElement>(fields) : null);
  const target = (isSameQuestion ? field : null) ?? heading ?? card;
  if (!target.matches(fields)) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  showFromTop(card.closest('.messages'), card);
}
