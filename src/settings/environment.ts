// The settings as the operating system gives them, before anything of them is believed.

/** Not there: not set. */
export type Environment = Readonly<Record<string, string | undefined>>;
