// Moves a financial year on, in whatever text names it: 'operating-plan-2020-21' to '...-2021-22'.

const pair = /(?<!\d)((?:19|20|21)\d\d)([-/–])(\d\d)(?!\d)/g;

/** Null where the text names no one year: '2020-24' is several. */
export const yearOn = (text: string): string | null => {
  const next = text.replace(pair, movedOn);
  return next === text ? null : next;
};

const movedOn = (whole: string, ...[start = '', between = '', end = '']: string[]): string => {
  const year = Number(start);
  if ((year + 1) % 100 !== Number(end)) return whole;
  return `${year + 1}${between}${String((year + 2) % 100).padStart(2, '0')}`;
};
