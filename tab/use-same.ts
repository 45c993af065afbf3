// A value that was heard again but says the same stays the very one it was, so that nothing is drawn twice.
import { useRef } from 'react';

export const useSame = <T>(value: T): T => {
  const kept = useRef<{ value: T; seen: T; text: string } | null>(null);
  if (kept.current?.seen === value) return kept.current.value;
  const text = JSON.stringify(value);
  const same = kept.current?.text === text;
  kept.current = { value: same && kept.current ? kept.current.value : value, seen: value, text };
  return kept.current.value;
};
