// Tells subscribers that a list has changed, a second after it did: nothing of what changed, only that.
// What is not taken within three seconds is sent again a few times, further and further apart.
import { setTimeout as wait } from 'node:timers/promises';
import type { NextFunction, Request, Response } from 'express';
import type { Faults } from '../faults/faults.ts';
import { tenantId } from '../ids.ts';
import type { Store } from '../store.ts';
import type { Subscription } from './subscriptions.ts';

/** What happens to a list within this time is told once. */
const gatherMs = 1000;
const answerWithinMs = 3000;
/** Before each further try; after the last the notification is lost, as Graph in the end drops it. */
const pausesMs = [1000, 2000, 4000, 8000];

type Told = Subscription & { lastChange: number };

const changed = `SELECT subscription.*, list.lastChange FROM subscription
  JOIN list ON list.number = subscription.list WHERE list.lastChange <> heardChange`;

export class Notices {
  readonly #store: Store;
  readonly #faults: Faults;
  readonly #busy = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();

  constructor(store: Store, faults: Faults) {
    this.#store = store;
    this.#faults = faults;
  }

  /** Looks for changes after every request that may have made one. */
  readonly watch = (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET') response.once('close', () => this.look());
    next();
  };

  /** Begins telling whoever has not heard of a list's last change; those being told are looked at again. */
  look(): void {
    if (this.#closing.signal.aborted) return;
    if (!this.#store.one('SELECT 1 FROM subscription')) return;
    this.#forgetEnded();
    for (const { id } of this.#store.all<Told>(changed)) {
      if (this.#busy.has(id)) continue;
      const telling = this.#tell(id).finally(() => {
        this.#busy.delete(id);
        this.look();
      });
      this.#busy.set(id, telling);
    }
  }

  /** Ends what is being sent; what was not taken is sent when the stand-in starts again. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#busy.values());
  }

  async #tell(id: string): Promise<void> {
    if (!(await this.#pause(gatherMs))) return;
    const told = this.#now(id);
    if (!told) return;
    for (const pauseMs of [...pausesMs, null]) {
      const isTaken = await this.#send(told);
      if (this.#closing.signal.aborted) return;
      if (isTaken || pauseMs === null) break;
      if (!(await this.#pause(pauseMs))) return;
      if (!this.#now(id)) return;
    }
    const sql = 'UPDATE subscription SET heardChange = ? WHERE id = ?';
    this.#store.run(sql, told.lastChange, id);
  }

  /** True where the subscriber took it, or where it was asked to be lost on the way. */
  async #send(told: Told): Promise<boolean> {
    const { pathname } = new URL(told.notificationUrl);
    const fault = this.#faults.next('notify', 'POST', pathname);
    if (fault?.delayMs && !(await this.#pause(fault.delayMs))) return false;
    if (fault?.dropBefore) return true;
    if (fault?.duplicate) await this.#post(told);
    return this.#post(told);
  }

  async #post(told: Told): Promise<boolean> {
    try {
      const answer = await fetch(told.notificationUrl, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ value: [shape(told)] }),
        redirect: 'manual',
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(answerWithinMs)]),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }

  #now(id: string): Told | undefined {
    const sql = `${changed} AND subscription.id = ? AND expiresAt > ?`;
    return this.#store.one<Told>(sql, id, new Date().toISOString());
  }

  /** In silence: lists get no word of a subscription that has ended. */
  #forgetEnded(): void {
    this.#store.run(
      'DELETE FROM subscription WHERE expiresAt <= ? OR list NOT IN (SELECT number FROM list)',
      new Date().toISOString(),
    );
  }

  /** False where the stand-in closed meanwhile. */
  async #pause(milliseconds: number): Promise<boolean> {
    const { signal } = this.#closing;
    return wait(milliseconds, true, { signal, ref: false }).catch(() => false);
  }
}

function shape(told: Told): object {
  return {
    subscriptionId: told.id,
    clientState: told.clientState,
    subscriptionExpirationDateTime: told.expiresAt,
    resource: told.resource,
    changeType: 'updated',
    tenantId,
    resourceData: {},
  };
}
