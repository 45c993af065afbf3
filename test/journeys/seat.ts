// A person at their seat in local Teams: reads the newest card, presses what is on it, types.
// It knows cards as a person does, by what they show, and nothing of the app behind them.

export type Card = {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly verb?: string;
  readonly title?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly [part: string]: unknown;
};
export type ChatMessage = {
  readonly id: string;
  readonly from: 'bot' | 'person';
  readonly text: string | null;
  readonly card: Card | null;
};
export type Pressed = {
  readonly status: number;
  readonly card: Card | null;
  readonly words: string;
};

export type Seat = {
  readonly personId: string;
  chat(): Promise<readonly ChatMessage[]>;
  newestCard(): Promise<ChatMessage & { readonly card: Card }>;
  /** Presses the first button with this verb whose data agree with `which`, as the client would. */
  press(verb: string, typed?: Readonly<Record<string, string>>, which?: object): Promise<Pressed>;
  /** Presses the very action given, whatever the chat now shows. */
  pressAction(messageId: string, action: Card, typed?: object): Promise<Pressed>;
  /** Types to the bot, and waits for its answer. */
  say(text: string): Promise<void>;
  install(): Promise<void>;
};

export const seatAt = (localUrl: string, personId: string): Seat => {
  const at = `${localUrl}/local/teams/people/${personId}`;
  const chat = async (): Promise<readonly ChatMessage[]> =>
    ((await ask('GET', `${at}/chat`)) as { messages: ChatMessage[] }).messages;
  const newestCard = async () => {
    const withCard = (await chat()).filter((each) => each.card !== null).at(-1);
    if (!withCard?.card) throw new Error(`There is no card in the chat of ${personId}.`);
    return { ...withCard, card: withCard.card };
  };
  const pressAction: Seat['pressAction'] = async (messageId, action, typed = {}) => {
    const answer = (await ask('POST', `${at}/press`, {
      messageId,
      action: { type: action.type, verb: action.verb, data: { ...action.data, ...typed } },
    })) as { status: number; body: { type?: string; value?: unknown } | null };
    return pressed(answer.status, answer.body);
  };
  return {
    personId,
    chat,
    newestCard,
    pressAction,
    press: async (verb, typed = {}, which = {}) => {
      const { id, card } = await newestCard();
      const action = buttons(card).find((each) => each.verb === verb && agrees(each.data, which));
      if (action === undefined) throw new Error(`No "${verb}" on: ${wordsOf(card)}`);
      const held = action['associatedInputs'] === 'none' ? {} : heldBy(card);
      return pressAction(id, action, { ...held, ...typed });
    },
    say: async (text) => {
      const before = fromBot(await chat());
      await ask('POST', `${at}/say`, { text });
      for (let tries = 0; fromBot(await chat()) === before; tries += 1) {
        if (tries > 100) throw new Error(`The bot did not answer "${text}" from ${personId}.`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    install: async () => void (await ask('POST', `${at}/install`, {})),
  };
};

const fromBot = (messages: readonly ChatMessage[]): number =>
  messages.filter((each) => each.from === 'bot').length;

/** Every button on a card that asks the bot something. */
export const buttons = (card: Card): readonly Card[] =>
  partsOf(card).filter((part) => part.type === 'Action.Execute');

/** All the words a card shows, in reading order. */
export const wordsOf = (card: Card): string =>
  partsOf(card)
    .flatMap((part) => [part.text, part['label'], part.title])
    .filter((each) => typeof each === 'string')
    .join(' ');

export const partWithId = (card: Card, id: string): Card | undefined =>
  partsOf(card).find((part) => part.id === id);

/** What the client would send for inputs left alone. */
const heldBy = (card: Card): Record<string, string> =>
  Object.fromEntries(
    partsOf(card)
      .filter((part) => part.type.startsWith('Input.') && part.id !== undefined)
      .map((part) => [part.id, String(part['value'] ?? '')]),
  );

/** The card and everything in it, save the fallbacks an old client would show instead. */
export const partsOf = (part: unknown): Card[] => {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (part === null || typeof part !== 'object') return [];
  const inner = Object.entries(part)
    .filter(([name]) => name !== 'fallback' && name !== 'data')
    .flatMap(([, value]) => partsOf(value));
  return 'type' in part ? [part as Card, ...inner] : inner;
};

const agrees = (data: Readonly<Record<string, unknown>> | undefined, which: object): boolean =>
  Object.entries(which).every(([name, value]) => data?.[name] === value);

const pressed = (status: number, body: { type?: string; value?: unknown } | null): Pressed => {
  const value = body?.value;
  const card = isCard(value) ? value : null;
  const words =
    card !== null ? wordsOf(card) : typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return { status, card, words };
};

const isCard = (value: unknown): value is Card =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';

export const ask = async (method: string, url: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
};
