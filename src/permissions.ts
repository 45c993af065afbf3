// Every permission the product asks a council for, the least that works: whose it is, why, and what is off
// without it. The consent page, docs/permissions.md and doctor read this list, and none has one of its own.

export type Permission = {
  /** As Entra or Teams names it. */
  readonly name: string;
  /** Whose it is: in Entra it is looked for under this name. */
  readonly of: 'Microsoft Graph' | 'SharePoint' | 'Microsoft Teams';
  /**
   * application: the app as itself, consented to by an administrator. delegated: the app as whoever is
   * signed in, never past what they may do themselves. resource-specific: declared in the Teams app and
   * given for one person as it is installed for them.
   */
  readonly kind: 'application' | 'delegated' | 'resource-specific';
  /** In one line, to follow "It needs this to". */
  readonly why: string;
  /** Without it the rest of the product works. */
  readonly optional: boolean;
  /** What it switches, as screens call it. */
  readonly feature: string;
  /** The setting with which it is of use, with its value where that is always the same; null: used wherever it is granted. */
  readonly setting: string | null;
  /** What is so where it is not granted, in a sentence. */
  readonly without: string;
};

export const permissions = [
  {
    name: 'Sites.Selected',
    of: 'Microsoft Graph',
    kind: 'application',
    why: 'read and write the lists of the one site it has been granted, and no other',
    optional: false,
    feature: 'the registers',
    setting: null,
    without: 'The app cannot read its lists and does not start.',
  },
  {
    name: 'Sites.Selected',
    of: 'SharePoint',
    kind: 'application',
    why: 'give the lists of that one site their views and colours, while provision runs',
    optional: true,
    feature: 'views and column formats',
    setting: null,
    without: 'Lists are made without the views and formats, and provision names what it left out.',
  },
  {
    // An account is asked for by its id, and nothing of it but the id. Microsoft's list of permissions (of
    // 7 August 2026) has this as the least for that, and User.Read.All, which opens whole profiles, as more.
    name: 'User.ReadBasic.All',
    of: 'Microsoft Graph',
    kind: 'application',
    why: 'find out once a day whether the people it asks for figures still have an account',
    optional: true,
    feature: 'who has left',
    setting: null,
    without: 'Left on is filled in by hand in People.',
  },
  {
    name: 'MailboxSettings.Read',
    of: 'Microsoft Graph',
    kind: 'application',
    why: 'find out who is out of office and until when, so that their deputy is asked',
    optional: true,
    feature: 'out of office',
    setting: null,
    without: 'People say in Teams or in People that they are away.',
  },
  {
    name: 'GroupMember.Read.All',
    of: 'Microsoft Graph',
    kind: 'application',
    why: 'read once an hour who is in the groups that ROLE_GROUPS names, so that they decide who has a role',
    optional: true,
    feature: 'roles by groups',
    setting: 'ROLE_GROUPS',
    without: 'Roles, in People, says who may do what.',
  },
  {
    name: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    of: 'Microsoft Graph',
    kind: 'application',
    why: 'install itself, and no other app, for people a card could not reach',
    optional: true,
    feature: 'installing the app',
    setting: 'TEAMS_APP_ID',
    without: 'Whoever has not got the app is told of to their manager and the performance team.',
  },
  {
    name: 'TeamsActivity.Send.User',
    of: 'Microsoft Teams',
    kind: 'resource-specific',
    why: 'tell somebody in the activity feed what waits for them in the tab alone',
    optional: true,
    feature: 'the activity feed',
    setting: 'ACTIVITY_FEED=on',
    without: 'What waits in the tab alone is seen when the tab is opened.',
  },
  {
    name: 'User.ReadBasic.All',
    of: 'Microsoft Graph',
    kind: 'delegated',
    why: 'search the directory, as you, for a colleague to hand a measure over to',
    optional: true,
    feature: 'searching the directory',
    setting: null,
    without: 'Only people who are already in People can be named.',
  },
  {
    name: 'Sites.Selected',
    of: 'Microsoft Graph',
    kind: 'delegated',
    why: 'write to the lists of that one site as you, where you may, so that SharePoint shows your name',
    optional: true,
    feature: 'writing as the person',
    setting: 'WRITE_AS_PERSON=on',
    without: 'The app writes, and Changed by holds the name of the person.',
  },
] as const satisfies readonly Permission[];
