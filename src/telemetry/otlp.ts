// Traces and metrics over OTLP/HTTP, as JSON. Loaded only where there is a collector to tell. A collector that
// is away costs nothing but its own figures: that is said once, and once when it is back.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Log } from '../use-cases/ports.ts';
import { measure } from './figures.ts';
import { graphSpans } from './graph-spans.ts';
import { listsSpans, messengerSpans, outboxSpans } from './port-spans.ts';
import { requestSpans } from './request-spans.ts';
import { openSpans } from './spans.ts';
import type { Telemetry } from './telemetry.ts';

type Settings = { readonly endpoint: string; readonly every: number; readonly log: Log };

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly version: string };

/** `endpoint` without its path; `every`: milliseconds between two tellings of the figures. */
export const openOtlp = (settings: Settings): Telemetry => {
  const { tracer, meter, stop } = openProviders(settings);
  const spans = openSpans(tracer);
  const seconds = { unit: 's' };
  const requests = meter.createHistogram('http.server.request.duration', seconds);
  const graphCalls = meter.createHistogram('golden_thread.graph.duration', seconds);
  const sent = meter.createCounter('golden_thread.cards.sent', { unit: '{card}' });
  const answered = meter.createCounter('golden_thread.cards.answered', { unit: '{return}' });
  return {
    requests: requestSpans(spans, requests),
    outbox: (outbox) => outboxSpans(outbox, spans, answered),
    lists: (lists) => listsSpans(lists, spans),
    messenger: (messenger) => messengerSpans(messenger, spans, sent),
    wire: (wire) => graphSpans(wire, spans, graphCalls),
    measure: (figures) => measure(meter, figures),
    inTrace: spans.inTrace,
    stop,
  };
};

/** One to an instance, so that two of them can be told apart. */
const openProviders = ({ endpoint, every, log }: Settings) => {
  const resource = resourceFromAttributes({
    'service.name': 'golden-thread',
    'service.version': version,
    'service.instance.id': randomUUID(),
  });
  const heard = openHeard(log);
  const traces = heard(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }));
  const metrics = heard(new OTLPMetricExporter({ url: `${endpoint}/v1/metrics` }));
  const processor = new BatchSpanProcessor({ exporter: traces, scheduledDelayMillis: every / 12 });
  const reader = new PeriodicExportingMetricReader({
    exporter: metrics,
    exportIntervalMillis: every,
    exportTimeoutMillis: Math.min(every, 10_000),
  });
  const tracing = new TracerProvider({ resource, spanProcessors: [processor] });
  const metering = new MeterProvider({ resource, readers: [reader] });
  return {
    tracer: tracing.getTracer('golden-thread'),
    meter: metering.getMeter('golden-thread'),
    stop: () => atMostASecond([tracing.shutdown(), metering.shutdown()]),
  };
};

/** Milliseconds: whoever stops the app, and the next to hold its lease, wait for this. */
const longestStop = 1_000;

const atMostASecond = async (work: readonly Promise<void>[]): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, longestStop);
  });
  await Promise.race([Promise.allSettled(work), enough]);
  clearTimeout(timer);
};

type Exporter<What> = {
  export(
    what: What,
    done: (result: { readonly code: number; readonly error?: Error }) => void,
  ): void;
};

/** Says in the log when a collector stops taking what it is sent, and when it takes it again. */
const openHeard = (log: Log) => {
  let isAway = false;
  return <What, Of extends Exporter<What>>(exporter: Of & Exporter<What>): Of => {
    const send = exporter.export.bind(exporter);
    exporter.export = (what: What, done) =>
      send(what, (result) => {
        const failed = result.code !== 0;
        if (failed && !isAway) log.fault('the collector takes no telemetry', result.error);
        if (!failed && isAway) log.info('the collector takes telemetry again');
        isAway = failed;
        done(result);
      });
    return exporter;
  };
};
