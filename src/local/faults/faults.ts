// Holds the trouble asked for, hands out each scripted fault as often as it was asked, and counts.
// The doors (graph, teams, sign-in) decide what a fault does to the request in hand.
import {
  type Area,
  type FaultRequest,
  type FaultSettings,
  faultSettings,
  type ScriptedFault,
} from './fault-settings.ts';

type Counters = {
  /** `writes`: what was made, changed or deleted, alone or in a batch. */
  graph: { requests: number; batched: number; writes: number; units: number; throttled: number };
  rest: { requests: number; writes: number };
  teams: {
    requests: number;
    accepted: number;
    throttled: number;
    forbidden: number;
    failed: number;
  };
  signIn: { requests: number };
  scripted: number;
};

export class Faults {
  #settings: FaultSettings = faultSettings.parse({});
  #script: ScriptedFault[] = [];
  #draws = 0;
  /** Delta tokens of an earlier epoch are refused. */
  deltaEpoch = 0;
  counters: Counters = noCounts();

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** The moment by Microsoft's clock, which may differ from this machine's. */
  now(): Date {
    return new Date(Date.now() + this.#settings.serverClockSkewMs);
  }

  /** Replaces what was asked for before; what is not named returns to its default. */
  set(request: FaultRequest): void {
    this.#settings = faultSettings.parse(request);
    this.#script = this.#settings.script.map((fault) => ({ ...fault }));
    this.#draws = 0;
    if (this.#settings.expireDeltaTokens) this.deltaEpoch += 1;
  }

  reset(): void {
    this.set({});
    this.counters = noCounts();
  }

  read(): FaultSettings & { counters: Counters } {
    return { ...this.#settings, script: this.#script, counters: this.counters };
  }

  /** The next scripted fault for this request, counted as used; undefined when none is asked for. */
  next(area: Area, method: string, path: string): ScriptedFault | undefined {
    if (this.#script.length === 0) return undefined;
    const fault = this.#script.find(
      (each) =>
        each.on === area &&
        each.times > 0 &&
        (each.method === undefined || each.method.toUpperCase() === method) &&
        (each.path === undefined || new RegExp(each.path).test(path)),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    this.counters.scripted += 1;
    this.#script = this.#script.filter((each) => each.times > 0);
    return fault;
  }

  /** A number in [0, 1) that is the same for the same seed and the same place in the run. */
  draw(): number {
    this.#draws += 1;
    return fraction(`${this.#settings.random?.seed}:${this.#draws}`);
  }

  /** Whether chance, by seed and person alone, has this person blocking the bot. */
  blocksByChance(personId: string): boolean {
    const random = this.#settings.random;
    return random !== undefined && fraction(`${random.seed}:${personId}`) < random.teams403;
  }
}

function noCounts(): Counters {
  return {
    graph: { requests: 0, batched: 0, writes: 0, units: 0, throttled: 0 },
    rest: { requests: 0, writes: 0 },
    teams: { requests: 0, accepted: 0, throttled: 0, forbidden: 0, failed: 0 },
    signIn: { requests: 0 },
    scripted: 0,
  };
}

/** FNV-1a with a closing mix: text to a fraction, evenly enough for shares of a per cent. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
