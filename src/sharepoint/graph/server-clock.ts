// How far the server's clock is from this machine's, as the Date headers of its answers tell it. A
// Date is cut to the second and an answer takes time, so each one gives a range; together they
// narrow it. Which of two edits came first hangs on this: Graph stamps one of them, we the other.
export type ServerClock = {
  /** An answer with this Date, to a request sent and received then, in milliseconds of our clock. */
  heard(date: string | null, sent: number, received: number): void;
  /** Milliseconds to add to our clock; nought while the two agree as far as can be told. */
  skew(): number;
};

export const openServerClock = (): ServerClock => {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  return {
    heard: (date, sent, received) => {
      const at = Date.parse(date ?? '');
      if (Number.isNaN(at)) return;
      const [from, to] = [at - received, at + 1000 - sent];
      least = Math.max(least, from);
      most = Math.min(most, to);
      // One of the clocks was set: what was heard before says nothing any more.
      if (least > most) [least, most] = [from, to];
    },
    skew: () => {
      if (!Number.isFinite(least) || (least <= 0 && most >= 0)) return 0;
      return Math.round((least + most) / 2);
    },
  };
};
