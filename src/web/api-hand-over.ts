// What the tab's API answers where somebody names who answers for a line from now on. Types only.

/** A line that has nobody to answer for it. */
export type LineToName = {
  readonly key: string;
  readonly name: string;
  /** 'Head of Voids let it go: it moved to Repairs.' */
  readonly why: string;
};

export type Colleague = {
  readonly name: string;
  /** What tells them from others of that name: their team, or their address in the directory. */
  readonly note: string | null;
  /** What is sent back to name them: a person of People, or an account of the directory. */
  readonly who: { readonly person: string } | { readonly account: string };
};

export type ColleaguesView = {
  readonly people: readonly Colleague[];
  /** Why the directory was not searched; null where it was, or was not asked to be. */
  readonly trouble: AskedInVain | null;
};

/** Something Microsoft 365 was to be asked for as the person, and was not. */
export type AskedInVain = {
  readonly words: string;
  /** Where what the app asks for is explained, and can be agreed to; null where that is not what is wanting. */
  readonly consentAt: string | null;
};

export type OwnerNamed = { readonly words: string };
