// What the app tells of itself to an OpenTelemetry collector, and where it is joined: app.ts wraps its ports
// and adapters with this. Without an address nothing of it is loaded, and each port is what it was.
import type { RequestHandler } from 'express';
import type { UnitsSpent } from '../sharepoint/graph/governor.ts';
import type { Wire } from '../sharepoint/graph/graph-wire.ts';
import type { Lists, Log, Messenger, Outbox, Ports } from '../use-cases/ports.ts';

export type Facts = Readonly<Record<string, string | number | boolean>>;

/** What is measured once a minute, asked for then. */
export type Figures = {
  readonly ports: Pick<Ports, 'replica' | 'clock' | 'outbox'>;
  readonly units: () => UnitsSpent;
  readonly health: () => { readonly ready: boolean; readonly holdsLease?: boolean };
};

export type Telemetry = {
  /** A span a request; put it before everything that answers one. */
  readonly requests: RequestHandler;
  outbox(outbox: Outbox): Outbox;
  lists(lists: Lists): Lists;
  messenger(messenger: Messenger): Messenger;
  wire(wire: Wire): Wire;
  /** Begins to measure. Called once. */
  measure(figures: Figures): void;
  /** The trace a line of the log belongs to; nothing outside one. */
  inTrace(): Facts;
  /** Sends what is not sent yet, and waits no longer than a second for it. Before the Outbox is closed. */
  stop(): Promise<void>;
};

const same = <Port>(port: Port): Port => port;

const off: Telemetry = {
  requests: (_request, _response, next) => next(),
  outbox: same,
  lists: same,
  messenger: same,
  wire: same,
  measure: () => undefined,
  inTrace: () => ({}),
  stop: () => Promise.resolve(),
};

/** Where to, and how often its figures go, in milliseconds; once a minute where that is left out. */
export type Collector = { readonly endpoint: string | null; readonly every?: number };

/** `endpoint` as OpenTelemetry's OTEL_EXPORTER_OTLP_ENDPOINT has it; null switches all of it off. */
export const openTelemetry = async (
  { endpoint, every = 60_000 }: Collector,
  log: Log,
): Promise<Telemetry> => {
  if (endpoint === null) return off;
  const { openOtlp } = await import('./otlp.ts');
  return openOtlp({ endpoint, every, log });
};
