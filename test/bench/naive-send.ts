// The peer for delivery: a loop that sends one card after another and waits for each, as a first
// script would. A 429 is waited out as told, a 502 sent again at once, a 403 left.
import { setTimeout as pause } from 'node:timers/promises';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { anyonesToken, connectorScope } from './given-token.ts';
import type { Recorded } from './what-arrived.ts';

export type Sample = { readonly sends: number; readonly seconds: number };

/** Sends so many of the cards that arrived again, to people spread over the whole. */
export const sendOneAfterAnother = async (
  localUrl: string,
  { council, record }: { readonly council: SampleCouncil; readonly record: readonly Recorded[] },
  sample: number,
): Promise<Sample> => {
  const services = new Map(
    council.rows.people?.map((each) => [each.conversation, each.serviceUrl]),
  );
  const every = Math.max(1, Math.floor(record.length / sample));
  const chosen = record.filter((_, n) => n % every === 0).slice(0, sample);
  const token = await anyonesToken(localUrl, connectorScope);
  const began = performance.now();
  for (const { conversationId, card } of chosen) {
    const chat = `${services.get(conversationId)}v3/conversations/${encodeURIComponent(conversationId)}`;
    await sendOne(`${chat}/activities`, token, card);
  }
  return { sends: chosen.length, seconds: (performance.now() - began) / 1000 };
};

const sendOne = async (url: string, token: string, card: object | null): Promise<void> => {
  for (;;) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      }),
    });
    await answer.arrayBuffer();
    if (answer.status === 201 || answer.status === 403) return;
    if (answer.status === 429) await pause(Number(answer.headers.get('retry-after')) * 1000);
    else if (answer.status !== 502) throw new Error(`The naive loop was told ${answer.status}.`);
  }
};
