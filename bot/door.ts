// The bot's front door, ahead of the Teams SDK: only the bot channel's own token, for this app,
// from an allowed service and a tenant we serve, goes further. Who the person is, is decided later.
// The SDK alone would let a tab's sign-in token in.
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { jsonBody } from '../src/request-limits.ts';
import { requestRate, tooOftenWords } from '../src/request-rate.ts';
import type { Log } from '../src/use-cases/ports.ts';
import { safeError } from './bot-token.ts';
import { isAllowedServiceUrl, trimmedServiceUrl } from './service-url.ts';

type DoorSettings = {
  readonly appId: string;
  /** The tenants served. */
  readonly tenants: readonly string[];
  /** The channel's key set: .../.well-known/keys, or the openidconfiguration beside it. */
  readonly channelKeysUrl: string;
  readonly allowedServiceUrls: readonly string[];
  /** Presses and messages one person may send in a minute. */
  readonly requestsPerMinute: number;
  readonly log: Log;
};

export const channelIssuer = 'https://api.botframework.com';
const skewSeconds = 5 * 60;
const largestBody = '100kb';

/** Key set and metadata sit side by side; the SDK is given one and this door the other. */
export const channelAddresses = (url: string): { keys: string; metadata: string } => {
  const base = url.replace(/\/(keys|openidconfiguration)$/, '');
  return { keys: `${base}/keys`, metadata: `${base}/openidconfiguration` };
};

/** Put before the SDK's own route. Refusals are short JSON and give no hint. */
export const botDoor = (settings: DoorSettings): (RequestHandler | ErrorRequestHandler)[] => [
  channelsOwn(settings),
  ...jsonBody(largestBody, { type: () => true }),
  unreadable,
  atTheDoor(settings),
  perPerson(settings),
];

const perPerson = ({ requestsPerMinute }: DoorSettings): RequestHandler =>
  requestRate({
    perMinute: requestsPerMinute,
    whose: ({ body }) => whoPressed(body as Activity),
    refuse: answerTooOften,
  });

const whoPressed = ({ from }: Activity): string => from.aadObjectId ?? from.id;

/** Teams shows the words of an error in an invoke's answer, and none of one beside it. */
const answerTooOften = ({ body }: Request, response: Response): void => {
  if ((body as Activity).type !== 'invoke') return refuse(response, 429, 'try again');
  const value = { code: 'TooManyRequests', message: tooOftenWords };
  response.json({ statusCode: 400, type: 'application/vnd.microsoft.error', value });
};

// oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
const unreadable: ErrorRequestHandler = (error, _request, response, _next) => {
  const tooLarge = (error as { status?: unknown }).status === 413;
  refuse(response, tooLarge ? 413 : 400, tooLarge ? 'too large' : 'bad request');
};

type Refusal = { readonly status: 400 | 401 | 403 | 503; readonly why: string };

/** The token before all else: of anybody but the channel no body is unpacked or read. */
const channelsOwn = (settings: DoorSettings): RequestHandler => {
  const readToken = rememberingTokens(createTokenReader(settings));
  return async (request, response, next) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    const read = token === undefined ? noToken : await readToken(token);
    if (isRefusal(read)) return turnAway(settings, response, read);
    response.locals['serviceUrl'] = read.serviceurl;
    next();
  };
};

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;
const noToken: Refusal = { status: 401, why: 'no token' };

const atTheDoor =
  (settings: DoorSettings): RequestHandler =>
  (request, response, next) => {
    const activity = readActivity(request.body);
    const refusal =
      activity === null
        ? { status: 400 as const, why: 'not an activity' }
        : whyNot(activity, response.locals['serviceUrl'], settings);
    if (refusal === null) return next();
    turnAway(settings, response, refusal);
  };

const turnAway = ({ log }: DoorSettings, response: Response, { status, why }: Refusal): void => {
  log.info('bot door refused', { status, why });
  refuse(response, status, plainly[status]);
};

const plainly = {
  400: 'bad request',
  401: 'unauthorised',
  403: 'forbidden',
  503: 'try again',
} as const;

const refuse = (response: Response, status: number, error: string): void => {
  response.status(status).json({ error });
};

const activityShape = z.looseObject({
  type: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(1_000),
  conversation: z.looseObject({ id: z.string().min(1), tenantId: z.string().optional() }),
  from: z.looseObject({ id: z.string().min(1), aadObjectId: z.string().optional() }),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string().optional() }).optional() })
    .nullish(),
});
type Activity = z.infer<typeof activityShape>;

const readActivity = (body: unknown): Activity | null => {
  const read = activityShape.safeParse(body);
  return read.success ? read.data : null;
};

type TokenReader = (token: string) => Promise<JWTPayload | Refusal>;

/** Milliseconds a token found good counts as such: a key that is withdrawn is noticed after that. */
const goodFor = 5 * 60_000;
/** The channel shows one token for an hour or so, a service each; more than these are read anew. */
const mostRemembered = 100;

/**
 * A signature is checked once and not at every press: the very same token is good until it ends, and for
 * five minutes at most. What was refused is not remembered.
 */
const rememberingTokens = (read: TokenReader): TokenReader => {
  const good = new Map<string, { readonly payload: JWTPayload; readonly until: number }>();
  return async (token) => {
    const known = good.get(token);
    if (known !== undefined && Date.now() < known.until) return known.payload;
    good.delete(token);
    const payload = await read(token);
    if (isRefusal(payload)) return payload;
    const end = (payload.exp ?? 0) * 1000;
    good.set(token, { payload, until: Math.min(end, Date.now() + goodFor) });
    const [oldest] = good.keys();
    if (good.size > mostRemembered && oldest !== undefined) good.delete(oldest);
    return payload;
  };
};

/** The key set is fetched at most once in half a minute, whatever key ids are shown to us. */
const createTokenReader = ({ appId, channelKeysUrl, log }: DoorSettings): TokenReader => {
  const keys = createRemoteJWKSet(new URL(channelAddresses(channelKeysUrl).keys), {
    cooldownDuration: 30_000,
    timeoutDuration: 5_000,
  });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: channelIssuer,
        audience: appId,
        clockTolerance: skewSeconds,
        requiredClaims: ['exp', 'serviceurl'],
      });
      return payload;
    } catch (error) {
      if (isTokensFault(error)) return { status: 401, why: 'token refused' };
      log.fault('the channel key set could not be read', safeError(error));
      return { status: 503, why: 'no key set' };
    }
  };
};

/** A fault of the token itself, rather than of our reaching the keys. */
const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

/** `claimed`: the service address as the token has it. */
const whyNot = (activity: Activity, claimed: unknown, settings: DoorSettings): Refusal | null => {
  if (
    typeof claimed !== 'string' ||
    trimmedServiceUrl(claimed) !== trimmedServiceUrl(activity.serviceUrl)
  )
    return { status: 403, why: 'service address differs from the token' };
  if (!isAllowedServiceUrl(activity.serviceUrl, settings.allowedServiceUrls))
    return { status: 403, why: 'service address not allowed' };
  return isServed(activity, settings.tenants) ? null : { status: 403, why: 'tenant not served' };
};

const isRefusal = (read: JWTPayload | Refusal): read is Refusal => 'why' in read;

/** Every tenant the activity names must be served, and it must name one. */
const isServed = (activity: Activity, tenants: readonly string[]): boolean => {
  const named = [activity.channelData?.tenant?.id, activity.conversation.tenantId].filter(
    (each) => each !== undefined,
  );
  return named.length > 0 && named.every((each) => tenants.includes(each));
};
