// Joins the Teams SDK to our handlers, behind our own door, which has checked the channel's token. A
// press on a card is answered without the SDK: it would check the token again and make four clients of
// its own for every press, a fifth of the work of a burst before a deadline. What each verb and event
// does is in handlers/; what goes out unasked is the messenger's.
import { PUBLIC, withOverrides } from '@microsoft/teams.api';
import { App, ExpressAdapter } from '@microsoft/teams.apps';
import type { Express, RequestHandler } from 'express';
import type { Ports } from '../src/use-cases/ports.ts';
import type { AskForToken } from './bot-token.ts';
import type { Connector } from './connector.ts';
import { botDoor, channelAddresses, channelIssuer } from './door.ts';
import { onCardAction } from './handlers/card-action.ts';
import type { Turn } from './handlers/incoming.ts';
import { onInstall } from './handlers/install.ts';
import { onMessage } from './handlers/message.ts';
import { sdkLog } from './sdk-log.ts';

type BotSettings = {
  readonly express: Express;
  readonly appId: string;
  readonly tenantId: string;
  /** The tenants served, that one first. */
  readonly tenants: readonly string[];
  /** The channel's key set, or the openidconfiguration beside it. */
  readonly channelKeysUrl: string;
  readonly allowedServiceUrls: readonly string[];
  readonly requestsPerMinute: number;
  readonly token: AskForToken;
  readonly connector: Connector;
  readonly ports: Ports;
  /** Waited for before the channel is answered, and not for anybody the door turns away. */
  readonly upToDate: () => Promise<void>;
};

const messages = '/api/messages';

/** Serves `/api/messages` on the express app. Throws where the environment would weaken sign-in. */
export const createBot = async (settings: BotSettings): Promise<void> => {
  const { appId, tenantId, tenants, channelKeysUrl, ports } = settings;
  const { log } = ports;
  const turn = { ports, connector: settings.connector, tenants, newestPress: new Map() };
  const door = botDoor({ ...settings, log });
  settings.express.post(messages, ...door, onceUpToDate(settings), answerPresses(turn));
  const app = new App({
    clientId: appId,
    tenantId,
    token: (scope, tenant) => settings.token(String(scope), tenant ?? tenantId),
    cloud: withOverrides(PUBLIC, {
      openIdMetadataUrl: channelAddresses(channelKeysUrl).metadata,
      tokenIssuer: channelIssuer,
    }),
    httpServerAdapter: new ExpressAdapter(settings.express, { logger: sdkLog(log) }),
    messagingEndpoint: messages,
    dangerouslyAllowUnauthenticatedRequests: false,
    logger: sdkLog(log),
  });
  refuseForeignCredentials(app);
  app.on('message', ({ activity }) => onMessage(turn, activity));
  app.on('install.add', ({ activity }) => onInstall(turn, activity));
  app.on('conversationUpdate', ({ activity }) => onInstall(turn, activity));
  await app.initialize();
};

const onceUpToDate =
  ({ upToDate }: BotSettings): RequestHandler =>
  (_request, _response, next) =>
    void upToDate().then(() => next(), next);

/** An Action.Execute; what else comes goes on to the SDK. */
const answerPresses =
  (turn: Turn): RequestHandler =>
  async (request, response, next) => {
    const { type, name } = request.body as { type: string; name?: unknown };
    if (type !== 'invoke' || name !== 'adaptiveCard/action') return next();
    response.json(await onCardAction(turn, request.body));
  };

/** The SDK reads CLIENT_SECRET from the environment and prefers it to the token it is given. */
const refuseForeignCredentials = (app: App): void => {
  if (app.credentials === undefined || !('token' in app.credentials))
    throw new Error(
      'CLIENT_SECRET is set: the Teams SDK would use it in place of our own sign-in. Unset it.',
    );
};
