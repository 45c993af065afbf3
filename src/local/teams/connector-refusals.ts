// How the connector says no, in the shapes Teams documents.

export class ConnectorRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | undefined;

  constructor(
    { status, code }: { status: number; code: string },
    message: string,
    retryAfter?: number,
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  body(): object {
    return { error: { code: this.code, message: this.message } };
  }
}

export function unknownConversation(): ConnectorRefusal {
  return new ConnectorRefusal(
    { status: 404, code: 'ConversationNotFound' },
    'Conversation not found.',
  );
}

export function unknownActivity(): ConnectorRefusal {
  return new ConnectorRefusal(
    { status: 404, code: 'ActivityNotFoundInConversation' },
    'The activity was not found.',
  );
}

export function throttled(retryAfter: number): ConnectorRefusal {
  return new ConnectorRefusal({ status: 429, code: 'Throttled' }, 'Too many requests.', retryAfter);
}

export function tooBig(): ConnectorRefusal {
  return new ConnectorRefusal(
    { status: 413, code: 'MessageSizeTooBig' },
    'Message size too large.',
  );
}

export type Unreachable = 'blocked' | 'notInstalled';

/** A person who cannot be reached: by a code of its own, or the older 209 with JSON inside the message. */
export function unreachable(why: Unreachable, shape: 'newer' | 'older'): ConnectorRefusal {
  const details =
    why === 'blocked'
      ? 'User blocked the conversation with the bot.'
      : 'The bot is not part of the conversation roster.';
  if (shape === 'newer') {
    const code = why === 'blocked' ? 'ConversationBlockedByUser' : 'BotNotInConversationRoster';
    return new ConnectorRefusal({ status: 403, code }, details);
  }
  const subCode = why === 'blocked' ? 'MessageWritesBlocked' : 'BotNotInConversationRoster';
  const inner = { subCode, details, errorCode: null, errorSubCode: null };
  const outer = { errorCode: 209, message: JSON.stringify(inner, null, 2) };
  return new ConnectorRefusal({ status: 403, code: 'ServiceError' }, JSON.stringify(outer));
}
