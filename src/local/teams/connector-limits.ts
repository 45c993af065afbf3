// Teams' limits: 50 requests a second for the app, and so many sends, and as many openings, of each chat,
// counted over sliding windows on the machine's clock. Refused requests do not count.

const appLimit = { most: 50, ms: 1000 };
const conversationLimits = [
  { most: 7, ms: 1000 },
  { most: 8, ms: 2000 },
  { most: 60, ms: 30_000 },
  { most: 1800, ms: 3_600_000 },
];

export class ConnectorLimits {
  #app: number[] = [];
  readonly #conversations = new Map<string, number[]>();

  /** Seconds until a request may come, or null when this one may (and is counted). */
  takeForApp(): number | null {
    return take(this.#app, [appLimit]);
  }

  /** Opening a chat and sending in it have an allowance each. */
  takeForConversation(id: string, operation: 'open' | 'send'): number | null {
    const key = `${operation} ${id}`;
    let taken = this.#conversations.get(key);
    if (!taken) {
      taken = [];
      this.#conversations.set(key, taken);
    }
    return take(taken, conversationLimits);
  }

  reset(): void {
    this.#app = [];
    this.#conversations.clear();
  }
}

function take(times: number[], limits: { most: number; ms: number }[]): number | null {
  const now = performance.now();
  let waitMs = 0;
  for (const { most, ms } of limits) {
    const oldest = times.at(-most);
    if (oldest !== undefined) waitMs = Math.max(waitMs, oldest + ms - now);
  }
  if (waitMs > 0) return Math.max(1, Math.ceil(waitMs / 1000));
  times.push(now);
  const longest = limits.at(-1)?.most ?? 0;
  if (times.length > longest * 2) times.splice(0, times.length - longest);
  return null;
}
