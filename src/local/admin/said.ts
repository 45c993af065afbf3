// What a form says, and what it is answered.

/** One value of a form by its name, empty where it has none; `all` for those that may be given often. */
export type Asked = {
  (name: string): string;
  all(name: string): readonly string[];
  file(name: string): Promise<Uint8Array | null>;
};

export type Answer = {
  readonly words: string;
  readonly isRefusal: boolean;
  /** Something to copy, that is shown this once. */
  readonly shown?: readonly [words: string, value: string];
};

export const done = (words: string): Answer => ({ words, isRefusal: false });
export const refused = (words: string): Answer => ({ words, isRefusal: true });

/** Texts without the spaces round them. */
export const askedIn = (form: FormData): Asked => {
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const one = (name: string): string => text(form.get(name));
  return Object.assign(one, {
    all: (name: string) => form.getAll(name).map(text),
    file: async (name: string) => {
      const given = form.get(name);
      return given instanceof File ? new Uint8Array(await given.arrayBuffer()) : null;
    },
  });
};
