// An Outbox of a test's own, in a folder that is gone after it.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Outbox } from '../../src/use-cases/ports.ts';

export type OwnOutbox = {
  readonly outbox: Outbox;
  /** Closes it and opens it again, as a process that died and was started. */
  reopen(): void;
  /** Another, of which nothing is known yet. */
  fresh(): void;
};

export const ownOutbox = (): OwnOutbox => {
  let folder = '';
  let outbox: Outbox | null = null;
  let name = 'outbox.sqlite';
  const open = () => {
    outbox = openOutbox(path.join(folder, name));
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-own-'));
    open();
  });
  afterEach(() => {
    outbox?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get outbox() {
      if (outbox === null) throw new Error('The Outbox is open within a test alone.');
      return outbox;
    },
    reopen: () => {
      outbox?.close();
      open();
    },
    fresh: () => {
      outbox?.close();
      name = `next ${name}`;
      open();
    },
  };
};
