// Sends what a person does to the bot, as Teams does: signed, within 10 seconds, tried once more.
// What the activity says is built in person-activities.ts.
import { messagesPath } from '../admin/registered-bot.ts';
import type { Machine } from '../machine.ts';
import { channelToken } from '../sign-in/tokens.ts';

/** What the bot answered; status 0 when it did not answer at all, twice. */
export type BotAnswer = { status: number; body: unknown };

export async function sendToBot(
  machine: Machine,
  activity: { serviceUrl: string },
): Promise<BotAnswer> {
  const path = messagesPath(machine.store);
  if (path === null) return unanswered('No bot is registered in this tenant: see /admin/bots.');
  const token = await channelToken(machine, activity.serviceUrl);
  const body = JSON.stringify(activity);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await post(machine, path, { token, body });
    } catch (fault) {
      if (attempt < 2) continue;
      const words = fault instanceof Error ? fault.message : String(fault);
      return unanswered(words);
    }
  }
}

const unanswered = (message: string): BotAnswer => ({
  status: 0,
  body: { error: { code: 'BotDidNotAnswer', message } },
});

type Sent = { readonly token: string; readonly body: string };

async function post(machine: Machine, path: string, { token, body }: Sent): Promise<BotAnswer> {
  const response = await fetch(`${machine.appUrl}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      Authorization: `Bearer ${token}`,
    },
    body,
    signal: AbortSignal.timeout(machine.faults.settings.botWaitMs),
  });
  const text = await response.text();
  return { status: response.status, body: parsed(text) };
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
