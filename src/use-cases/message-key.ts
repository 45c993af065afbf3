// What a message is known by: a step is sent to a person once, ever, and one that may come again once a day.
import type { Message } from './ports.ts';

/** 'person|cycle|step', then '|about' where it is about someone else, and '|on' where it may come again. */
export const messageKey = ({
  person,
  cycle,
  step,
  about,
  on = null,
}: Pick<Message, 'person' | 'cycle' | 'step' | 'about' | 'on'>): string =>
  [person, cycle, step, about, on].filter((each) => each !== null).join('|');
