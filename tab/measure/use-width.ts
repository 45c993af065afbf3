// How wide a place on the page is, so that a chart is drawn at its own size and its words stay legible.
import { type RefCallback, useCallback, useRef, useState } from 'react';

export const useWidth = (): readonly [RefCallback<HTMLElement>, number] => {
  const [width, setWidth] = useState(280);
  const watching = useRef<ResizeObserver | null>(null);
  const place = useCallback((element: HTMLElement | null) => {
    watching.current?.disconnect();
    if (!element) return;
    setWidth(legible(element.clientWidth));
    watching.current = new ResizeObserver(([seen]) => {
      if (seen) setWidth(legible(seen.contentRect.width));
    });
    watching.current.observe(element);
  }, []);
  return [place, width];
};

const legible = (width: number): number => Math.max(280, Math.floor(width));
