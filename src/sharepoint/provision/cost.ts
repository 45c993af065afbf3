// What provisioning costs, and the least it could: arithmetic alone.

export type Cost = {
  readonly requests: number;
  /** Resource units, as Microsoft prices them. */
  readonly units: number;
};

/** Microsoft's: requests in one batch; units for one thing read, for many, and for one written. */
const inABatch = 20;
const unitsOf = { one: 1, many: 2, write: 2 } as const;

/**
 * The least a run could cost in Graph that wrote so many things: the site and its lists with their
 * columns read in one batch, and the writes twenty to a batch.
 */
export const leastPossible = (writes: number): Cost => ({
  requests: 1 + Math.ceil(writes / inABatch),
  units: unitsOf.one + unitsOf.many + writes * unitsOf.write,
});
