// Actions by the month they are due, overdue first; a milestone indented under its activity.
import { makeStyles, tokens } from '@fluentui/react-components';
import { ClockAlarmRegular } from '@fluentui/react-icons';
import type { ActionGroup, ActionLine, ActionsView, Activity } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { Shortened } from '../pieces/shortened.tsx';
import { narrow, tooNarrowForGrid } from '../pieces/use-narrow.ts';
import { WorkStatusShown } from '../pieces/work-status.tsx';
import { OwnerShown, WorkLineShown } from './work-line.tsx';
import { useWorkStyles } from './work-styles.ts';

const useStyles = makeStyles({
  milestones: {
    listStyleType: 'none',
    margin: 0,
    padding: '0 0 0 32px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { padding: '0 0 0 16px' },
  },
  late: {
    display: 'inline-flex',
    alignItems: 'start',
    columnGap: '6px',
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
    [tooNarrowForGrid]: { verticalAlign: 'bottom' },
  },
  icon: { flexShrink: 0, fontSize: '16px', height: '20px' },
});

type Shown = { readonly address: Address; readonly manyTeams: boolean };
type Props = Shown & { readonly actions: ActionsView };

export const Actions = ({ actions, ...shown }: Props) => (
  <Section heading="Actions" id="actions">
    <div>
      {actions.summary} {actions.reported}
    </div>
    {actions.groups.map((group) => (
      <Group group={group} key={group.words} {...shown} />
    ))}
  </Section>
);

/** What is overdue is shown in full; what is done only when asked for. */
const firstShown: { readonly [K in ActionGroup['kind']]: number } = {
  overdue: 20,
  month: 10,
  undated: 8,
  done: 0,
};

const Group = ({ group, address, manyTeams }: Shown & { readonly group: ActionGroup }) => {
  const work = useWorkStyles();
  const { words, kind, activities } = group;
  return (
    <div className={work.group}>
      <h3 className={work.heading}>
        {words} <span className={work.count}>{activities.length}</span>
      </h3>
      <Shortened
        draw={(activity: Activity) => (
          <ActivityShown
            activity={activity}
            address={address}
            key={activity.action.key}
            manyTeams={manyTeams}
          />
        )}
        first={firstShown[kind]}
        label={words}
        lines={activities}
        what={kind === 'done' ? 'complete or stopped' : 'actions'}
      />
    </div>
  );
};

const ActivityShown = ({ activity, ...shown }: Shown & { readonly activity: Activity }) => {
  const styles = useStyles();
  const { action, milestones } = activity;
  return (
    <li>
      <Line line={action} {...shown} />
      {milestones.length > 0 && (
        <ul aria-label={`Milestones of ${action.title}`} className={styles.milestones}>
          {milestones.map((line) => (
            <li key={line.key}>
              <Line line={line} {...shown} manyTeams={false} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

const Line = ({ line, ...shown }: Shown & { readonly line: ActionLine }) => {
  const page = usePageStyles();
  const percent = line.percent === null ? null : `${line.percent}% complete`;
  return (
    <WorkLineShown
      {...shown}
      facts={[<Due key="due" line={line} />, <OwnerShown key="owner" owner={line.owner} />]}
      kind={kindWords(line)}
      line={line}
      status={
        <>
          <WorkStatusShown status={line.status} />
          {percent && <div className={`${page.quiet} ${page.figures}`}>{percent}</div>}
        </>
      }
    >
      {line.commentary && <div className={page.quiet}>{line.commentary}</div>}
    </WorkLineShown>
  );
};

const kindWords = ({ kind, milestoneOf }: ActionLine): string | null => {
  if (milestoneOf) return `Milestone of ${milestoneOf}`;
  if (kind === 'corrective action') return 'Corrective action';
  return kind === 'milestone' ? 'Milestone' : null;
};

/** Without a day it says nothing: its group does. */
const Due = ({ line: { due, overdue } }: { readonly line: ActionLine }) => {
  const styles = useStyles();
  if (!due) return null;
  if (!overdue) return <>Due {due}</>;
  return (
    <span className={styles.late}>
      <ClockAlarmRegular aria-hidden className={styles.icon} />
      Was due {due}
    </span>
  );
};
