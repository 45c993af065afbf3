// Puts lines in people's activity feeds in Teams, through Graph. What is told, to whom and how often is the
// use case's to say.
import type { Activity, ActivityFeed, FeedEnd } from '../../use-cases/feed-port.ts';
import { isAccount } from './account-id.ts';
import { type BatchAnswer, inBatches, isPassing, lacksLeave, sendBatch } from './batch.ts';
import type { Call, GraphClient } from './graph-client.ts';

/** By the app's id, as in its manifest: a link in the feed opens its tab. Throws where Graph is away. */
export const openActivityFeed = (graph: GraphClient, appId: string): ActivityFeed => ({
  tell: async (activities) => {
    const ends = new Map<Activity, FeedEnd>();
    const reachable = activities.filter(({ objectId }) => isAccount(objectId));
    for (const some of inBatches(reachable)) {
      const answers = await sendBatch(
        graph,
        some.map((each) => telling(each, appId)),
        'write',
      );
      if (answers.some(lacksLeave)) return null;
      some.forEach((each, at) => ends.set(each, endOf(answers[at])));
    }
    return activities.map((each) => ends.get(each) ?? 'refused');
  },
});

const telling = (activity: Activity, appId: string): Call => ({
  method: 'POST',
  path: `/users/${activity.objectId}/teamwork/sendActivityNotification`,
  body: {
    topic: { source: 'text', value: 'Golden Thread', webUrl: linkTo(activity, appId) },
    activityType: activity.type,
    chainId: activity.chain,
    previewText: { content: activity.preview.slice(0, 150) },
    templateParameters: Object.entries(activity.fills).map(([name, value]) => ({ name, value })),
  },
  units: 0,
});

/** A topic in words must lead into Teams itself: Graph takes no other address. */
const linkTo = ({ screen }: Activity, appId: string): string => {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: screen }));
  return `https://teams.microsoft.com/l/entity/${appId}/golden-thread?context=${context}`;
};

const endOf = (answer: BatchAnswer | undefined): FeedEnd => {
  if (answer === undefined || isPassing(answer.fault)) return 'no answer';
  return answer.fault === null ? 'told' : 'refused';
};
