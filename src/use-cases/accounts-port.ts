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

/** Why a group was not read; `not granted`: the app has not been granted to ask. */
export type NotRead = 'not granted' | 'no such group';

/** The groups of the council's directory. */
export interface Groups {
  /** Object ids of everybody in it, and in groups within it. Throws where the directory is away. */
  members(group: string): Promise<readonly string[] | NotRead>;
}

/** Somebody who is signed in to the tab, with the token that says so: for the time of their request. */
export type SignedIn = { readonly person: string; readonly token: string };

/** Somebody as the council's directory has them. */
export type InDirectory = {
  readonly objectId: string;
  readonly name: string;
  readonly upn: string;
};

/**
 * Why the directory did not answer. `consent`: nobody has agreed to it for the council; `sign in`: the
 * person is to sign in again, as to confirm who they are; `no answer`: it may be asked again.
 */
export type NotAsked = { readonly notAsked: 'consent' | 'sign in' | 'no answer' };

/** The council's directory, asked as the person who is signed in: it answers what they may see there. */
export interface DirectorySearch {
  /** At most `most`, by the beginnings of the words in a name or an address. */
  find(
    as: SignedIn,
    asked: { readonly words: string; readonly most: number },
  ): Promise<readonly InDirectory[] | NotAsked>;
  /** Null where there is no such account. */
  read(as: SignedIn, objectId: string): Promise<InDirectory | null | NotAsked>;
}

/** How the app fared that was to be installed for a person; `no answer`: it may be asked again. */
export type Installed = 'installed' | 'already' | 'refused' | 'no answer';

/** Installs this app in Teams for people who have not got it. */
export interface Installer {
  /** One for each, in the order given; null where the app has not been granted to install itself. */
  install(objectIds: readonly string[]): Promise<readonly Installed[] | null>;
}
