// Scrolling a conversation, and nothing around it, so that something in it is seen from its beginning.

const breathing = 32;

/** Shows all of the element where it fits, and its beginning where it does not. */
export function showFromTop(scroller: Element | null, element: Element): void {
  if (!scroller) return;
  const room = scroller.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  const above = place.top - breathing - room.top;
  const below = place.bottom + breathing / 2 - room.bottom;
  if (above < 0 || place.height > room.height) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += Math.min(above, below);
}
