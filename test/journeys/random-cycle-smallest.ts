// The fewest steps of a story that still go wrong in the same way, found by leaving parts of it out.

type Wrong = { readonly words: string };
type Live<Step> = (story: readonly Step[]) => Promise<Wrong | null>;

/** What is wrong, without what differs between two tellings: names, numbers and dates. */
const kindOf = ({ words }: Wrong): string =>
  (words.split('\n')[0] ?? '').replaceAll(/p-[a-z-]+|operating[^:,]*|[\d.]+/g, '').slice(0, 60);

export const smallest = async <Step>(
  story: readonly Step[],
  live: Live<Step>,
): Promise<readonly Step[]> => {
  const first = await live(story);
  if (first === null) return story;
  const kind = kindOf(first);
  let kept = story;
  for (
    let size = Math.ceil(kept.length / 2);
    size > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < kept.length; ) {
      const less = kept.toSpliced(from, size);
      const wrong = await live(less);
      if (wrong !== null && kindOf(wrong) === kind) kept = less;
      else from += size;
    }
  }
  return kept;
};
