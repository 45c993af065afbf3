// Who made a version of a row, read from the identity Graph gives it, and whether that was this app.
// An app that signs in by itself is known by its id and, where the list says no more than a name, by
// the identity its own writes were answered with. What it wrote as a person, it wrote: SharePoint keeps
// both then, the person and the app they came through.
import { fold } from '../../registers/same-key.ts';
import type { Editor } from '../../use-cases/ports.ts';

type Identity = {
  readonly id?: string;
  readonly displayName?: string;
  readonly email?: string;
};
type IdentitySet = { readonly application?: Identity; readonly user?: Identity };

export type Editors = {
  /** The item as a write of ours was answered: whoever made it is this app. */
  wrote(item: unknown): void;
  /** Who last changed an item or made a version; all null where it does not say. */
  of(made: unknown): Editor;
  /** Whether it says at all. */
  says(made: unknown): boolean;
};

/** `appId` null: known only by what its own writes are answered with. */
export const openEditors = (appId: string | null): Editors => {
  let ours: string | null = null;
  return {
    wrote: (item) => {
      ours = nameOf(identityIn(item)) ?? ours;
    },
    of: (made) => {
      const identity = identityIn(made);
      const { application, user } = identity;
      const isPerson = Boolean(user?.id || user?.email);
      const isByAppId = appId !== null && fold(application?.id ?? '') === fold(appId);
      return {
        objectId: user?.id ?? null,
        name: (isPerson ? user : (application ?? user))?.displayName ?? null,
        isThisApp: isByAppId || (ours !== null && nameOf(identity) === ours),
      };
    },
    says: (made) => nameOf(identityIn(made)) !== null,
  };
};

const identityIn = (made: unknown): IdentitySet =>
  (made as { lastModifiedBy?: IdentitySet } | null)?.lastModifiedBy ?? {};

/** A person who acts through another app is that person. */
const nameOf = ({ application, user }: IdentitySet): string | null =>
  user?.id ??
  user?.email ??
  application?.id ??
  application?.displayName ??
  user?.displayName ??
  null;
