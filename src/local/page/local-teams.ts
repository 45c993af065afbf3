// What the page asks local Microsoft 365, and what it is told. Nothing else here uses fetch.

export type Person = {
  id: string;
  displayName: string;
  userPrincipalName: string;
  jobTitle: string | null;
  department: string | null;
  installed: boolean;
  blocked: boolean;
};

export type Card = Record<string, unknown>;

export type Message = {
  id: string;
  from: 'bot' | 'person';
  text?: string | null;
  card?: Card | null;
  summary?: string | null;
  at: string;
  updatedAt?: string | null;
  /** The same two by the council's clock; null where that was not known. */
  councilAt?: string | null;
  councilUpdatedAt?: string | null;
};

export type Chat = { conversationId: string | null; messages: Message[] };

export type Press = { type: 'Action.Execute'; verb: string; data: unknown; id?: string };

/** What the bot answered; status 0 when it did not answer at all. */
export type BotAnswer = {
  status: number;
  body?: { type?: string; value?: unknown; error?: { message?: string } } | null;
};

export type Config = {
  tenantId: string;
  appId: string;
  appUrl: string;
  /** Null: the app has not been uploaded to this tenant. */
  tabUrl: string | null;
};

export type ClockMove = { id: string; label: string; at: string; words: string };

export type Clock = {
  now: string;
  words: string;
  next: { at: string; words: string; label: string } | null;
  moves: ClockMove[];
  happened?: string[];
};

export type AppChange = 'install' | 'uninstall' | 'block' | 'unblock';

/** Local Microsoft 365, or the app behind it, did not do what was asked; `message` is for people. */
export class Unanswered extends Error {
  readonly status: number | null;
  constructor(message: string, status: number | null) {
    super(message);
    this.status = status;
  }
}

const nobodyAnswers = 'Local Microsoft 365 is not answering. Is "npm start" still running?';

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const request: RequestInit =
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  const response = await fetch(path, request).catch(() => {
    throw new Unanswered(nobodyAnswers, null);
  });
  const text = await response.text().catch(() => '');
  const answer = readJson(text);
  if (!response.ok) throw new Unanswered(wordsOf(answer, response.status), response.status);
  return answer as T;
}

function readJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

function wordsOf(answer: unknown, status: number): string {
  const said = answer as { message?: unknown; error?: { message?: unknown } } | null;
  const words = said?.message ?? said?.error?.message;
  return typeof words === 'string' ? words : `The answer was "${status}", with no reason given.`;
}

const person = (id: string) => `/local/teams/people/${encodeURIComponent(id)}`;

export const localTeams = {
  config: () => ask<Config>('/local/config'),
  people: async () => (await ask<{ people: Person[] }>('/local/directory')).people,
  chat: (id: string) => ask<Chat>(`${person(id)}/chat`),
  say: (id: string, text: string) => ask<BotAnswer>(`${person(id)}/say`, { text }),
  press: (id: string, messageId: string, action: Press) =>
    ask<BotAnswer>(`${person(id)}/press`, { messageId, action }),
  change: (id: string, change: AppChange) => ask<unknown>(`${person(id)}/${change}`, {}),
  token: async (personId: string) =>
    (await ask<{ token: string }>('/local/sign-in/token', { personId })).token,
  clock: () => ask<Clock>('/local/clock'),
  moveClock: (to: { move: string } | { to: string }) => ask<Clock>('/local/clock', to),
};
