// A span for each call to Graph that somebody may ask about: one that is part of something, one that changes
// anything, was slow or failed. A list listened to on the beat that had nothing to say is only counted.
import type { Histogram } from '@opentelemetry/api';
import type { RawAnswer, Sent, Wire } from '../sharepoint/graph/graph-wire.ts';
import { pathTemplate } from '../sharepoint/graph/path-template.ts';
import type { Spans } from './spans.ts';
import type { Facts } from './telemetry.ts';

/** Milliseconds. */
const slow = 2_000;

/** `duration` in seconds. Status 0: there was no answer. */
export const graphSpans =
  (wire: Wire, spans: Spans, duration: Histogram): Wire =>
  async (sent) => {
    const began = performance.now();
    const ended = (status: number, requestId: string | null): void => {
      const took = performance.now() - began;
      duration.record(took / 1000, { method: sent.method, status });
      const failed = status === 0 || status >= 400;
      const isWorthIt = spans.isWithin() || failed || !onlyReads(sent) || took > slow;
      if (isWorthIt) spans.over({ ...named(sent, status, requestId), began: atOf(took), failed });
    };
    let answer: RawAnswer;
    try {
      answer = await wire(sent);
    } catch (fault) {
      ended(0, null);
      throw fault;
    }
    ended(answer.status, answer.headers.get('request-id'));
    return answer;
  };

/** A batch is a POST either way: it reads where all that is in it does. */
const onlyReads = ({ method, path, body }: Sent): boolean => {
  if (method === 'GET') return true;
  const { requests } = (body ?? {}) as { requests?: readonly { readonly method?: unknown }[] };
  return path === '/$batch' && (requests ?? []).every((each) => each.method === 'GET');
};

/** When a thing began that has just ended, on the machine's clock. */
const atOf = (took: number): number => Date.now() - took;

/** Both ids are what Microsoft asks for when a call is taken up with them. */
const named = ({ method, path, headers }: Sent, status: number, requestId: string | null) => {
  const template = pathTemplate(path);
  const facts: Facts = {
    'http.request.method': method,
    'url.template': template,
    'http.response.status_code': status,
    ...(headers['client-request-id'] && {
      'graph.client_request_id': headers['client-request-id'],
    }),
    ...(requestId !== null && /^[\w-]{1,64}$/.test(requestId) && { 'graph.request_id': requestId }),
  };
  return { name: `${method} ${template}`, kind: 'client', facts } as const;
};
