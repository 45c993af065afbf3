// Telemetry where it is joined to the app: off, it is not there at all; on, the log says which trace a line is
// of, and a collector that is away is said once and keeps nobody waiting.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { openTelemetry } from '../../src/telemetry/telemetry.ts';
import type { Delivery, Message, Messenger } from '../../src/use-cases/ports.ts';
import { type Collector, openCollector } from './collector.ts';

const message: Message = {
  person: 'p-voids',
  cycle: 'plan|2020-21 Q2',
  step: 'Opening',
  about: null,
  replaces: null,
};
const failed: Delivery = { outcome: 'failed', because: 'it was not there', attempts: 1 };

const opened = async (): Promise<Collector> => {
  const collector = await openCollector();
  onTestFinished(() => collector.close());
  return collector;
};

it('is off unless a collector is named, by an address', () => {
  const env = { SITE: 'c.sharepoint.com:/sites/p', TENANT_ID: 't', APP_ID: 'a', APP_SECRET: 's' };
  const named = (endpoint: string) =>
    readConfig({ ...env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }) as object;
  expect(readConfig(env)).toMatchObject({ collector: null });
  expect(named('')).toMatchObject({ collector: null });
  expect(named('http://localhost:4318/')).toMatchObject({ collector: 'http://localhost:4318' });
  expect(named('localhost:4318')).toEqual({
    faults: ['OTEL_EXPORTER_OTLP_ENDPOINT must be a web address such as http://localhost:4318.'],
  });
});

/** What of OpenTelemetry's a process loads, but the bare words that the Teams SDK loads, up to each `told`. */
const loadedUpTo = (script: string): readonly (readonly string[])[] => {
  const hooks = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) {
      const name = /@opentelemetry\\/([\\w-]+)/.exec(url)?.[1];
      if (name && name !== 'api') console.log(name);
      return next(url, context);
    } });`;
  const source = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', source(hooks), '--input-type=module', '--eval', script],
    { encoding: 'utf8', cwd: path.join(import.meta.dirname, '..', '..') },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.split('told\n').map((part) => part.split('\n').filter((each) => each !== ''));
};

it('loads nothing of it while it is off', () => {
  const [off, on] = loadedUpTo(`
    import './src/app.ts';
    import { openTelemetry } from './src/telemetry/telemetry.ts';
    const log = { info() {}, fault() {} };
    await openTelemetry({ endpoint: null }, log);
    console.log('told');
    await openTelemetry({ endpoint: 'http://127.0.0.1:9' }, log);
    process.exit(0);`);
  expect(off).toEqual([]);
  expect(on).toContain('sdk-trace');
}, 60_000);

it('off, every port is the very same', async () => {
  const log = openLog(() => undefined);
  const telemetry = await openTelemetry({ endpoint: null }, log);
  const messenger: Messenger = { deliver: () => Promise.resolve(failed) };
  expect(telemetry.messenger(messenger)).toBe(messenger);
  expect(telemetry.inTrace()).toEqual({});
});

it('a line of the log names the trace it was written in, and none outside one', async () => {
  const collector = await opened();
  const lines: string[] = [];
  const log = openLog(
    (line) => lines.push(line),
    () => telemetry.inTrace(),
  );
  const telemetry = await openTelemetry({ endpoint: collector.url }, log);
  const deliver = telemetry.messenger({
    deliver: async () => {
      log.info('within');
      log.fault('within', new Error('lost'));
      return failed;
    },
  });
  await deliver.deliver(message);
  log.info('outside');
  await telemetry.stop();
  const [info, fault, outside] = lines.map((line) => JSON.parse(line) as object);
  const { traceId, spanId } = collector.spans[0] ?? {};
  expect(info).toMatchObject({ event: 'within', traceId, spanId });
  expect(fault).toMatchObject({ level: 'fault', traceId, spanId });
  expect(outside).not.toHaveProperty('traceId');
});

it('a fault marks its span by its name, never by its words, and goes on to whoever called', async () => {
  const collector = await opened();
  const telemetry = await openTelemetry(
    { endpoint: collector.url },
    openLog(() => undefined),
  );
  const fault = new RangeError('Head of Voids is not there');
  const broken = telemetry.messenger({ deliver: () => Promise.reject(fault) });
  await expect(broken.deliver(message)).rejects.toBe(fault);
  await telemetry.stop();
  expect(collector.spans).toMatchObject([{ failed: true, facts: { 'error.type': 'RangeError' } }]);
  expect(collector.said()).not.toContain('Head of Voids');
});

it('a collector that is away is said once, and once when it takes what it is sent again', async () => {
  const collector = await opened();
  const events: string[] = [];
  const log = openLog((line) => events.push((JSON.parse(line) as { event: string }).event));
  collector.goAway(true);
  const telemetry = await openTelemetry({ endpoint: collector.url, every: 60 }, log);
  const { deliver } = telemetry.messenger({ deliver: () => Promise.resolve(failed) });
  const sending = setInterval(() => void deliver(message), 20);
  onTestFinished(() => clearInterval(sending));
  await vi.waitFor(() => expect(events).not.toEqual([]), 20_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(events).toEqual(['the collector takes no telemetry']);
  collector.goAway(false);
  await vi.waitFor(() => expect(events).toHaveLength(2), 20_000);
  expect(events[1]).toBe('the collector takes telemetry again');
  await telemetry.stop();
});

it('a collector that never answers does not keep the app from stopping', async () => {
  const telemetry = await openTelemetry(
    { endpoint: 'http://192.0.2.1:4318' },
    openLog(() => undefined),
  );
  await telemetry.messenger({ deliver: () => Promise.resolve(failed) }).deliver(message);
  const began = performance.now();
  await telemetry.stop();
  expect(performance.now() - began).toBeLessThan(8_000);
}, 30_000);
