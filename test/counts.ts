// How often a long test repeats: a stated reduced count in `npm test`, the full count in `npm run soak`.
export const soaking = process.env['SOAK'] === '1';

export const times = (count: { readonly reduced: number; readonly full: number }): number =>
  soaking ? count.full : count.reduced;
