// The ids of a paper: unique in it, of letters, digits and hyphens, whatever codes its measures have.
import type { Block, PaperSection } from './paper.ts';

/** Both parts of a paper are one page: an id of the first is none of the second. */
export const withIds = (
  parts: readonly (readonly PaperSection[])[],
): readonly (readonly PaperSection[])[] => {
  const used = new Set<string>();
  const own = (id: string): string => {
    const plain = id
      .normalize('NFKD')
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    const wanted = plain === '' ? 'part' : plain.toLowerCase();
    let free = wanted;
    for (let next = 2; used.has(free); next += 1) free = `${wanted}-${next}`;
    used.add(free);
    return free;
  };
  const section = (each: PaperSection): PaperSection => ({
    ...each,
    id: own(each.id),
    blocks: each.blocks.map((block) => blockWith(block, own)),
    sections: each.sections.map(section),
  });
  return parts.map((part) => part.map(section));
};

const blockWith = (block: Block, own: (id: string) => string): Block => {
  if (block.kind === 'table')
    return { ...block, table: { ...block.table, id: own(block.table.id) } };
  if (block.kind === 'chart')
    return { ...block, chart: { ...block.chart, id: own(block.chart.id) } };
  return block;
};
