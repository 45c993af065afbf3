// Spans, each within the one under way where it begins. Which those are is remembered by our own store and
// not by OpenTelemetry's globals, so that nothing else in the process begins to tell of itself as well.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Facts } from './telemetry.ts';

export type Kind = 'server' | 'client' | 'internal';

export type Spans = {
  /** Runs `work` in a span of its own; `told` names what came of it. What it throws marks the span. */
  within<T>(span: Named, work: () => Promise<T>, told: (done: T) => Facts): Promise<T>;
  /** Begins one that its caller ends: what `run` calls is within it. */
  begin(span: Named): Begun;
  /** One that is over, and was not worth a span until its end was known. */
  over(span: Named & { readonly began: number; readonly failed: boolean }): void;
  isWithin(): boolean;
  inTrace(): Facts;
};

export type Named = { readonly name: string; readonly kind: Kind; readonly facts: Facts };
export type Begun = {
  run(work: () => void): void;
  end(name: string, facts: Facts, failed: boolean): void;
};

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
} as const;

export const openSpans = (tracer: Tracer): Spans => {
  const under = new AsyncLocalStorage<Context>();
  const parent = () => under.getStore() ?? ROOT_CONTEXT;
  const start = ({ name, kind, facts }: Named, startTime?: number): Span => {
    const when = startTime === undefined ? {} : { startTime };
    return tracer.startSpan(name, { kind: kinds[kind], attributes: facts, ...when }, parent());
  };
  const inSpan = (span: Span) => trace.setSpan(parent(), span);
  return {
    within: (named, work, told) => {
      const span = start(named);
      return under.run(inSpan(span), async () => {
        try {
          const done = await work();
          span.setAttributes(told(done));
          return done;
        } catch (error) {
          fail(span, error);
          throw error;
        } finally {
          span.end();
        }
      });
    },
    begin: (named) => {
      const span = start(named);
      const context = inSpan(span);
      return {
        run: (work) => under.run(context, work),
        end: (name, facts, failed) => {
          span.updateName(name).setAttributes(facts);
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    over: ({ began, failed, ...named }) => {
      const span = start(named, began);
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    isWithin: () => under.getStore() !== undefined,
    inTrace: () => {
      const context = under.getStore();
      const span = context && trace.getSpanContext(context);
      return span ? { traceId: span.traceId, spanId: span.spanId } : {};
    },
  };
};

/** By the name of the fault alone: its words may quote somebody. */
const fail = (span: Span, error: unknown): void => {
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
  span.setStatus({ code: SpanStatusCode.ERROR });
};
