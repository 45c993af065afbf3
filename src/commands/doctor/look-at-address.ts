// Whether Teams can reach the bot where it is said to be, and what the running app says of itself. The bot
// is asked by nobody in particular, as a stranger would: it must answer 401 and do nothing.
import { permissions } from '../../permissions.ts';
import { type Finding, fails, notTried, off, ok, warns } from './finding.ts';
import type { Patient } from './patient.ts';

/** Milliseconds; the bot channel itself waits longer. */
const timeLimit = 10_000;

/** An activity as Teams sends it, but that no token comes with it. */
const fromNobody = {
  type: 'message',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  conversation: { id: 'doctor' },
  from: { id: 'doctor' },
};

/** What the app says of itself is asked only where the bot answers as it should. */
export const lookAtAddress = async ({
  reachedAt,
  config,
}: Patient): Promise<readonly Finding[]> => {
  if (reachedAt === null)
    return [
      notTried('bot endpoint', 'PUBLIC_URL is not set: nothing says where Teams reaches the app.'),
    ];
  const answer = await ask(`${reachedAt}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fromNobody),
  });
  const bot = botFinding(reachedAt, answer);
  if (bot.standing !== 'ok') return [bot];
  return [bot, ...(await lookAtNotifications(config)), ...(await lookAtHealth(reachedAt))];
};

type Answer = { readonly status: number; readonly text: string } | { readonly because: string };

const ask = async (address: string, init: RequestInit): Promise<Answer> => {
  try {
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimit),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { because: whyNone(error) };
  }
};

const whyNone = (error: unknown): string => {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'it did not answer within ten seconds';
  const code = cause?.code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no such name is known (DNS)';
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (/CERT|SSL|TLS|SIGNED|ALTNAME/.test(code)) return `its certificate is not accepted (${code})`;
  return code || 'the connection was lost';
};

const botFinding = (reachedAt: string, answer: Answer): Finding => {
  const where = `${reachedAt}/api/messages`;
  if ('because' in answer)
    return fails(
      'bot endpoint',
      `${where} cannot be reached: ${answer.because}.`,
      'Start the app; then check PUBLIC_URL, its name in DNS, its certificate, and what stands before the app.',
    );
  const { status } = answer;
  if (status === 401)
    return ok('bot endpoint', `${where} answers, and turns away who has no token.`);
  if (status < 300)
    return fails(
      'bot endpoint',
      `${where} answers ${status} to nobody in particular: it is not this app, or what stands before it answers for it.`,
      'Have every request below /api go on to the app.',
    );
  return fails(
    'bot endpoint',
    `${where} answers ${status} where the app answers 401.`,
    status < 400
      ? 'Nothing before the app may redirect or ask to sign in at /api/messages: Teams follows neither.'
      : 'Check that PUBLIC_URL leads to the app, and that what stands before it lets /api/messages through.',
  );
};

/** As Graph makes sure of it before it tells of changes: what it sends comes back in plain text. */
const lookAtNotifications = async ({
  notificationUrl,
}: Patient['config']): Promise<readonly Finding[]> => {
  if (notificationUrl === null) return [];
  const answer = await ask(`${notificationUrl}?validationToken=doctor`, { method: 'POST' });
  if ('text' in answer && answer.status === 200 && answer.text === 'doctor')
    return [ok('notifications', `${notificationUrl} answers as Graph asks.`)];
  const got = 'because' in answer ? answer.because : `it answers ${answer.status}`;
  return [
    fails(
      'notifications',
      `${notificationUrl} does not answer as Graph asks: ${got}.`,
      'Check NOTIFICATION_URL, or leave it out: lists are then asked on a timer alone.',
    ),
  ];
};

const lookAtHealth = async (reachedAt: string): Promise<readonly Finding[]> => {
  const answer = await ask(`${reachedAt}/health`, {});
  const health = 'text' in answer ? readHealth(answer.text) : null;
  if (health === null) return [notTried('app', `${reachedAt}/health does not say how the app is.`)];
  const reasons = health.reasons.map((words) => complaint(words, health.ready));
  return reasons.length > 0 ? reasons : [ok('app', 'The running app has nothing to complain of.')];
};

const complaint = (words: string, ready: boolean): Finding => {
  if (!ready)
    return fails(
      'app',
      words,
      'It says so itself, at /health, and is not ready until that is put right.',
    );
  return leftOut(words)
    ? off('app', words, 'It is optional: docs/permissions.md says what it is for.')
    : warns('app', words, 'It says so itself, at /health; it goes on working.');
};

/** What the council may have left out on purpose is nothing to be warned of; what a setting asks for is. */
const leftOut = (words: string): boolean =>
  permissions.some(
    ({ name, optional, setting }) =>
      optional && setting === null && words.includes(`has not been granted ${name}`),
  );

const readHealth = (text: string): { ready: boolean; reasons: readonly string[] } | null => {
  try {
    const { ready, reasons } = JSON.parse(text) as { ready?: unknown; reasons?: unknown };
    return Array.isArray(reasons) ? { ready: ready === true, reasons: reasons.map(String) } : null;
  } catch {
    return null;
  }
};
