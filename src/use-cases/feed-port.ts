// What the use cases need of Teams' activity feed: a line in somebody's feed that leads to the tab.

/** The kinds of activity that appPackage/manifest.json declares. */
export type ActivityType = 'papersToClear' | 'targetsToWeigh' | 'changedSinceSigned';

/** A screen of the tab. */
export type FeedScreen = 'reports' | 'targets' | 'sign-off';

export type Activity = {
  readonly objectId: string;
  readonly type: ActivityType;
  /** What fills the places of its template in the manifest. */
  readonly fills: Readonly<Record<string, string>>;
  /** Below it in the feed, at most 150 characters. */
  readonly preview: string;
  readonly screen: FeedScreen;
  /** Of two with one chain the later takes the place of the earlier in a person's feed: a positive integer. */
  readonly chain: number;
};

/** `refused`: this person cannot be told, as without the app; `no answer`: it may have been told. */
export type FeedEnd = 'told' | 'refused' | 'no answer';

export interface ActivityFeed {
  /** One for each, in the order given; null where the app has not been granted to tell anybody. */
  tell(activities: readonly Activity[]): Promise<readonly FeedEnd[] | null>;
}
