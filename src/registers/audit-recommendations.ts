// Audit recommendations: what an audit asked for, by when, and whether it was done and seen to be.
import { choice, date, keys, longText, type RowOf, register, text, title } from './register.ts';

export const auditRecommendations = register({
  list: 'Audit recommendations',
  row: "an audit's recommendation",
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    audit: text('Audit', { required: true }),
    importance: choice('Importance', ['high', 'medium', 'low']),
    recommendation: longText('Recommendation'),
    raisedOn: date('Raised on'),
    response: choice('Response', ['agreed', 'part-agreed', 'not agreed']),
    team: text('Team', { indexed: true, pointsAt: 'Teams' }),
    owner: text('Owner', { indexed: true, pointsAt: 'People' }),
    dueOn: date('Due on'),
    revisedDueOn: date('Revised due on'),
    state: choice('State', ['open', 'done', 'verified', 'withdrawn']),
    evidence: longText('Evidence'),
    verifiedOn: date('Verified on'),
    actions: keys('Actions', { pointsAt: 'Actions' }),
  },
});
export type AuditRecommendation = RowOf<typeof auditRecommendations>;
