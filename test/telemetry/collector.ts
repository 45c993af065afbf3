// An OpenTelemetry collector of our own: takes OTLP over HTTP as JSON, and keeps what it was told.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Value = {
  stringValue?: string;
  intValue?: number | string;
  doubleValue?: number;
  boolValue?: boolean;
};
type Attributes = readonly { readonly key: string; readonly value: Value }[];

export type Told = Readonly<Record<string, string | number | boolean>>;
export type Span = {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parent: string | null;
  readonly facts: Told;
  readonly failed: boolean;
};
export type Point = { readonly value: number; readonly facts: Told };

export type Collector = {
  readonly url: string;
  readonly spans: Span[];
  /** The newest of each figure, by name. */
  readonly figures: Map<string, readonly Point[]>;
  /** What each service said of itself. */
  readonly services: Told[];
  /** All that was ever sent, as it came. */
  said(): string;
  /** Answers 503 from now on, or takes what comes again. */
  goAway(away: boolean): void;
  close(): void;
};

export const openCollector = async (): Promise<Collector> => {
  let isAway = false;
  const bodies: string[] = [];
  const spans: Span[] = [];
  const figures = new Map<string, readonly Point[]>();
  const services: Told[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      if (isAway) return response.writeHead(400).end();
      if (request.headers['content-type'] !== 'application/json')
        return response.writeHead(415).end();
      bodies.push(text);
      const body = JSON.parse(text) as Body;
      for (const each of body.resourceSpans ?? []) {
        services.push(factsOf(each.resource.attributes));
        spans.push(...each.scopeSpans.flatMap((scope) => scope.spans.map(spanOf)));
      }
      for (const each of body.resourceMetrics ?? [])
        for (const metric of each.scopeMetrics.flatMap((scope) => scope.metrics))
          figures.set(metric.name, pointsOf(metric));
      return response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    figures,
    services,
    said: () => bodies.join('\n'),
    goAway: (away) => {
      isAway = away;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

type RawSpan = {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Attributes;
  readonly status?: { readonly code?: number };
};
type RawPoint = {
  readonly attributes: Attributes;
  readonly asInt?: number | string;
  readonly asDouble?: number;
  readonly count?: number | string;
};
type RawMetric = {
  readonly name: string;
  readonly gauge?: { readonly dataPoints: readonly RawPoint[] };
  readonly sum?: { readonly dataPoints: readonly RawPoint[] };
  readonly histogram?: { readonly dataPoints: readonly RawPoint[] };
};
type Resource = { readonly attributes: Attributes };
type Body = {
  readonly resourceSpans?: readonly {
    readonly resource: Resource;
    readonly scopeSpans: readonly { readonly spans: readonly RawSpan[] }[];
  }[];
  readonly resourceMetrics?: readonly {
    readonly resource: Resource;
    readonly scopeMetrics: readonly { readonly metrics: readonly RawMetric[] }[];
  }[];
};

const spanOf = (raw: RawSpan): Span => ({
  name: raw.name,
  traceId: raw.traceId,
  spanId: raw.spanId,
  parent: raw.parentSpanId || null,
  facts: factsOf(raw.attributes),
  failed: raw.status?.code === 2,
});

/** Of a histogram, how many there were. */
const pointsOf = ({ gauge, sum, histogram }: RawMetric): readonly Point[] =>
  ((gauge ?? sum ?? histogram)?.dataPoints ?? []).map((point) => ({
    value: Number(point.asInt ?? point.asDouble ?? point.count),
    facts: factsOf(point.attributes),
  }));

const factsOf = (attributes: Attributes): Told =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [
      key,
      value.stringValue ?? value.boolValue ?? Number(value.intValue ?? value.doubleValue),
    ]),
  );

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
