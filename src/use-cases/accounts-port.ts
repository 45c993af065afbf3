// What the use cases need of the council's accounts, where the council permits it: who has left, who is
// out of office, and the app installed for people who have not got it.

/** Between which moments automatic replies go out; null on a side that is left open. */
export type OutOfOffice = {
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
};

/** What somebody has set; `outOfOffice` null: nothing. It may be ahead, or over. */
export type Whereabouts = { readonly objectId: string; readonly outOfOffice: OutOfOffice | null };

/** The council's directory of accounts. */
export interface Directory {
  /** Which of these are there no more; null where the app has not been granted to ask. */
  gone(objectIds: readonly string[]): Promise<readonly string[] | null>;
  /**
   * Of those whose mailbox could be asked; the others are left out. Null where the app has not been
   * granted to ask.
   */
  away(objectIds: readonly string[]): Promise<readonly Whereabouts[] | null>;
}

/** How the app fared that was to be installed for a person; `no answer`: it may be asked again. */
export type Installed = 'installed' | 'already' | 'refused' | 'no answer';

/** Installs this app in Teams for people who have not got it. */
export interface Installer {
  /** One for each, in the order given; null where the app has not been granted to install itself. */
  install(objectIds: readonly string[]): Promise<readonly Installed[] | null>;
}
