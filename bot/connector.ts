// The way out to Teams: sends, updates and new conversations, each within Teams' limits, with the
// bot's token and a time limit, tried again as Microsoft lists. What is sent is decided elsewhere.
import { type Account, Client, type CloudEnvironment, PUBLIC } from '@microsoft/teams.api';
import { type AttemptSettings, createAttempts, type Reply } from './attempts.ts';
import { type AskForToken, createBotToken } from './bot-token.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { RequestFault } from './connector-fault.ts';
import { isAllowedServiceUrl, trimmedServiceUrl } from './service-url.ts';

type ConnectorSettings = AttemptSettings & {
  readonly appId: string;
  readonly tenantId: string;
  /** Where a conversation is begun with someone whose own service is not known yet. */
  readonly defaultServiceUrl: string;
  readonly allowedServiceUrls: readonly string[];
  readonly token: AskForToken;
  /** Milliseconds one request may take. */
  readonly timeLimit?: number;
};

export type Place = { readonly serviceUrl: string; readonly conversation: string };

/** A message already in a conversation. */
type Sent = Place & { readonly activity: string };

/** `wanted`: asked again before each try, since a wait may have outlived the reason for it. */
type Manner = { readonly first?: boolean; readonly wanted?: () => boolean };

/** Why a card was left as it is, or not sent. */
export const noLongerWanted = 'it was no longer wanted';

const onlyIfWanted = (wanted: Manner['wanted']): void => {
  if (wanted?.() === false) throw new RequestFault('failed', noLongerWanted);
};

export interface Connector {
  /** Answers with the new message's id. `first`: somebody is waiting for it. */
  send(place: Place, card: AdaptiveCard, manner?: Manner): Promise<Reply<string>>;
  update(sent: Sent, card: AdaptiveCard, manner?: Manner): Promise<Reply<string>>;
  /** The conversation with one person; the answer carries that person's own service. */
  begin(objectId: string): Promise<Reply<Place>>;
}

export const createConnector = (settings: ConnectorSettings): Connector => {
  const clientFor = createClients(settings);
  const attempt = createAttempts(settings, clientFor.signingIn);
  // The first card of a cycle need not wait for sign-in.
  void clientFor.signingIn.ready();
  const { tenantId, appId } = settings;
  return {
    send: ({ serviceUrl, conversation }, card, { first = false, wanted } = {}) =>
      attempt({ conversation, first }, async () => {
        const { conversations } = await clientFor.at(serviceUrl);
        onlyIfWanted(wanted);
        const sent = await conversations.createActivity(
          encodeURIComponent(conversation),
          activityWith(card),
        );
        return readId(sent);
      }),
    update: ({ serviceUrl, conversation, activity }, card, { first = false, wanted } = {}) =>
      attempt({ conversation, first }, async () => {
        const { conversations } = await clientFor.at(serviceUrl);
        onlyIfWanted(wanted);
        const [chat, message] = [conversation, activity].map(encodeURIComponent);
        await conversations.updateActivity(chat ?? '', message ?? '', activityWith(card));
        return activity;
      }),
    begin: (objectId) =>
      attempt({ conversation: `person ${objectId}`, first: false }, async () => {
        const { conversations } = await clientFor.at(settings.defaultServiceUrl);
        const begun = await conversations.create({
          bot: { id: `28:${appId}` },
          members: [{ id: objectId } as Account],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        });
        const conversation = readId(begun);
        if (conversation === '') throw new RequestFault('failed', 'Teams gave no conversation');
        return { conversation, serviceUrl: begun.serviceUrl || settings.defaultServiceUrl };
      }),
  };
};

type ConversationsClient = Pick<Client, 'conversations'>;

/** One client a service. The bot's token goes to allowed addresses only. */
const createClients = (settings: ConnectorSettings) => {
  const token = createBotToken(settings.token, settings.tenantId);
  const clients = new Map<string, ConversationsClient>();
  const cloud: CloudEnvironment = PUBLIC;
  const make = (serviceUrl: string): ConversationsClient =>
    new Client(
      serviceUrl,
      { timeout: settings.timeLimit ?? 15_000, headers: { 'User-Agent': 'GoldenThread' } },
      { cloud, tokenProvider: { getAppToken: () => token.get() } },
    );
  return {
    signingIn: { ready: () => token.get().then(doneWith, doneWith), forget: token.forget },
    /** Signs in first, so that a fault of sign-in is not taken for a reply that was lost. */
    async at(address: string): Promise<ConversationsClient> {
      const serviceUrl = trimmedServiceUrl(address);
      if (!isAllowedServiceUrl(serviceUrl, settings.allowedServiceUrls))
        throw new RequestFault('failed', `${originOf(serviceUrl)} is not an allowed Teams service`);
      await token.get().catch(() => {
        throw new RequestFault('retry', 'sign-in gave the bot no token');
      });
      const client = clients.get(serviceUrl) ?? make(serviceUrl);
      clients.set(serviceUrl, client);
      return client;
    },
  };
};

const doneWith = (): void => {};

const originOf = (serviceUrl: string): string => URL.parse(serviceUrl)?.origin ?? 'that address';

/** The card alone: text beside it would be split into a second message. */
const activityWith = (card: AdaptiveCard) => ({
  type: 'message' as const,
  summary: card.speak,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' as const, content: card }],
});

/** Blank where Teams took it and named nothing: it has still been carried out. */
const readId = (answer: unknown): string => {
  const id = (answer as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : '';
};
