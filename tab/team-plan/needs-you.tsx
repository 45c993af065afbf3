// What needs you: exceptions only, most serious first, each a way to its measure.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import {
  ClockAlarmRegular,
  ClockRegular,
  DismissCircleRegular,
  PersonQuestionMarkRegular,
} from '@fluentui/react-icons';
import type { Need, PlanView } from '../../src/web/api.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { StatusShape } from '../pieces/status.tsx';
import { narrow, tooNarrowForGrid } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';
import type { StatusFilter } from '../words.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  need: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'start',
    padding: '10px 0',
    [narrow]: { padding: '0 0 12px' },
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  mark: {
    display: 'grid',
    placeItems: 'center',
    height: '20px',
    [narrow]: { height: '44px' },
  },
  more: { display: 'flex', flexWrap: 'wrap', columnGap: '24px', paddingLeft: '32px' },
  late: { color: tokens.colorPaletteRedForeground1, fontSize: '20px' },
  nobody: { color: tokens.colorNeutralForeground2, fontSize: '20px' },
  /** Names and words in two columns where there is room; else words beneath, on every line alike. */
  said: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: '24px',
    overflowWrap: 'anywhere',
    [tooNarrowForGrid]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: {
    justifySelf: 'start',
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { minHeight: '44px', minWidth: '44px' },
  },
});

type Props = { readonly view: PlanView; readonly go: Go };

export const NeedsYou = ({ view, go }: Props) => {
  const styles = useStyles();
  return (
    <Section heading="What needs you">
      {view.needs.length === 0 ? (
        <div>{view.needsNone}</div>
      ) : (
        <ul className={styles.list}>
          {view.needs.map((need) => (
            <NeedLine
              key={`${need.kind} ${need.measure}`}
              need={need}
              open={() => go({ screen: 'measure', open: need.measure })}
            />
          ))}
        </ul>
      )}
      {view.needsMore.length > 0 && <More go={go} more={view.needsMore} />}
    </Section>
  );
};

/** What is left out can be had in a press: the measures below, filtered. */
const More = ({ more, go }: { readonly more: PlanView['needsMore']; readonly go: Go }) => {
  const styles = useStyles();
  const show = (status: StatusFilter) => {
    go({ status }, 'replace');
    document.getElementById('measures')?.focus();
  };
  return (
    <div className={styles.more}>
      {more.map(({ kind, count }) =>
        kind === 'owed' || kind === 'no owner' ? (
          <span key={kind}>
            {count} more {kind === 'owed' ? 'that you owe' : 'without an owner'}
          </span>
        ) : (
          <Link
            as="button"
            className={styles.name}
            key={kind}
            onClick={() => show(kind === 'never answered' ? 'late' : kind)}
          >
            Show {count} more {kind}
          </Link>
        ),
      )}
    </div>
  );
};

const NeedLine = (props: { readonly need: Need; readonly open: () => void }) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { need, open } = props;
  return (
    <li className={styles.need}>
      <span className={styles.mark}>{markOf(need, styles)}</span>
      <div className={styles.said}>
        <Link as="button" className={styles.name} onClick={open}>
          {need.name}
        </Link>
        <span className={page.figures}>
          {need.words}
          {need.caveat && <span className={page.quiet}>. {need.caveat}</span>}
        </span>
      </div>
    </li>
  );
};

const markOf = ({ kind, late }: Need, styles: ReturnType<typeof useStyles>) => {
  if (late) return <ClockAlarmRegular className={styles.late} />;
  switch (kind) {
    case 'owed':
      return <ClockRegular className={styles.nobody} />;
    case 'never answered':
      return <DismissCircleRegular className={styles.late} />;
    case 'late':
      return <ClockAlarmRegular className={styles.late} />;
    case 'off target':
      return <StatusShape size={14} standing="off target" />;
    case 'no owner':
      return <PersonQuestionMarkRegular className={styles.nobody} />;
  }
};
