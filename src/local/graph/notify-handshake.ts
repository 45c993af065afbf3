// The handshake by which whoever is to be told proves that it wants to be: a token sent in the query
// must come back as it was, decoded, as plain text, within ten seconds.
import { refused } from './subscription-asked.ts';

const waitMs = 10_000;

const failed = 'Subscription validation request failed.';

/** Refuses with Graph's words unless the token came back. */
export async function shakeHands(notificationUrl: string, subscriptionId: string): Promise<void> {
  // Spaces and a colon, as Graph's own: a token given back undecoded is not the token.
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${subscriptionId}`;
  const url = `${notificationUrl}${notificationUrl.includes('?') ? '&' : '?'}validationToken=${encodeURIComponent(token)}`;
  const { status, type, text } = await ask(url);
  if (status !== 200) {
    throw invalid(
      `${failed} HTTP status code is '${status}'. Notification endpoint must respond with 200 OK to validation request.`,
    );
  }
  if (!/^text\/plain\b/i.test(type)) {
    throw invalid(`${failed} Response must have the content type text/plain.`);
  }
  if (text !== token) {
    throw invalid(`${failed} Response must exactly match validationToken query parameter.`);
  }
}

async function ask(url: string): Promise<{ status: number; type: string; text: string }> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(waitMs),
    });
    const text = await answer.text();
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text };
  } catch (fault) {
    if ((fault as Error).name === 'TimeoutError') {
      throw invalid('Subscription validation request timed out.');
    }
    throw invalid(
      `${failed} Notification endpoint must respond with 200 OK to validation request.`,
    );
  }
}

function invalid(message: string) {
  return refused(message, 'ValidationError');
}
