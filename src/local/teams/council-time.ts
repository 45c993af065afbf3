// What time it was for the council when a message came: the app owns that clock, and local Teams keeps
// what it last heard of it. A message that comes while the clock is being moved belongs to where the
// move ends.
import type { Events } from '../events.ts';
import type { Store } from '../store.ts';

type Which = 'at' | 'updatedAt';
type Stamped = { messageId: string; personId: string; which: Which };

export class CouncilTime {
  readonly #store: Store;
  readonly #events: Events;
  #known: string | null;
  #moves = 0;
  #meanwhile: Stamped[] = [];

  constructor(store: Store, events: Events) {
    this.#store = store;
    this.#events = events;
    this.#known = this.#latestStamped();
  }

  /** The app has said what time it is; in the midst of a move that is not yet where it ends. */
  hear(now: string): void {
    if (this.#moves > 0) return;
    this.#known = now;
    const waiting = this.#meanwhile.splice(0);
    this.#store.inTransaction(() => {
      for (const each of waiting) this.#write(each, now);
    });
    for (const personId of new Set(waiting.map((each) => each.personId)))
      this.#events.tell({ kind: 'chat', personId });
  }

  /** Carries out a move of the clock: say afterwards what time it is, or that it was not moved. */
  async during<Answer>(move: () => Promise<Answer>): Promise<Answer> {
    this.#moves += 1;
    try {
      return await move();
    } finally {
      this.#moves -= 1;
    }
  }

  /** The move was refused: what came meanwhile keeps the time it was given. */
  notMoved(): void {
    if (this.#moves === 0) this.#meanwhile = [];
  }

  /** Marks a message with the last time known; nothing is marked while none is. */
  stamp(stamped: Stamped): void {
    if (this.#moves > 0) this.#meanwhile.push(stamped);
    if (this.#known !== null) this.#write(stamped, this.#known);
  }

  forget(): void {
    this.#known = null;
    this.#meanwhile = [];
  }

  #write({ messageId, which }: Stamped, time: string): void {
    if (which === 'updatedAt')
      this.#store.run('UPDATE councilTime SET updatedAt = ? WHERE messageId = ?', time, messageId);
    else
      this.#store.run(
        `INSERT INTO councilTime (messageId, at) VALUES (?, ?)
         ON CONFLICT (messageId) DO UPDATE SET at = excluded.at`,
        messageId,
        time,
      );
  }

  #latestStamped(): string | null {
    const sql = 'SELECT max(max(at), max(coalesce(updatedAt, at))) AS latest FROM councilTime';
    return this.#store.one<{ latest: string | null }>(sql)?.latest ?? null;
  }
}
