// What the bot's answer means to the person who pressed or typed, besides what it put in the chat.
import { type BotAnswer, type Card, Unanswered } from './local-teams.ts';

export type Notice = { intent: 'info' | 'error'; words: string };

const keptInCard = 'What you typed is still in the card.';

/** Null when the answer is in the chat already: a new card, or a message. */
export function noticeOf({ status, body }: BotAnswer): Notice | null {
  if (status === 0)
    return failed(`Golden Thread did not answer. ${keptInCard} Try again in a moment.`);
  if (body?.type === 'application/vnd.microsoft.error') {
    const said = (body.value as { message?: unknown } | null)?.message;
    const reason = typeof said === 'string' && said !== '' ? said : 'The app refused.';
    return failed(`${reason.replace(/\.?$/, '.')} ${keptInCard}`);
  }
  if (status >= 400)
    return failed(`Golden Thread answered "${status}", so this may not be saved. ${keptInCard}`);
  return null;
}

/** The card that has taken the place of the pressed one, or null. */
export function cardIn({ body }: BotAnswer): Card | null {
  return body?.type === 'application/vnd.microsoft.card.adaptive' ? (body.value as Card) : null;
}

export function noticeOfFault(error: unknown): Notice {
  const reason = error instanceof Unanswered ? error.message : String(error);
  return failed(`That did not go through. ${reason} ${keptInCard} Try again in a moment.`);
}

const failed = (words: string): Notice => ({ intent: 'error', words });
