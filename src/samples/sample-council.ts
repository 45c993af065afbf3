// What local mode opens with: a council's registers before its first cycle, and the directory that
// local Microsoft 365 gives its people seats from.
import type { RegisterName, Row } from '../registers/registers.ts';

export type DirectoryEntry = {
  /** The Entra object id; the person's row in People holds the same. */
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly jobTitle: 'Measure owner' | 'Manager' | 'SMT' | 'Performance team';
  /** The directorate. */
  readonly department: string;
  /** False: the app was never installed for this person, so the bot cannot reach them. */
  readonly installed: boolean;
  readonly region?: 'emea';
};

export type SampleCouncil = {
  /** The SharePoint site's name, after /sites/. */
  readonly site: string;
  readonly name: string;
  /** Where the council's clock starts: local time, Europe/London, such as 2020-10-01T09:00. */
  readonly startsAt: string;
  readonly rows: { readonly [N in RegisterName]?: readonly Row<N>[] };
  readonly directory: readonly DirectoryEntry[];
};
