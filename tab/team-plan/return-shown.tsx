// Where a measure's return has got to: an icon, words and a day.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CalendarClockRegular,
  CheckmarkRegular,
  ClockAlarmRegular,
  ClockRegular,
  DismissCircleRegular,
} from '@fluentui/react-icons';
import type { ReturnView } from '../../src/web/api.ts';

const useStyles = makeStyles({
  shown: { display: 'flex', columnGap: '6px', alignItems: 'start' },
  icon: { flexShrink: 0, fontSize: '16px', height: '20px' },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  words: { textWrap: 'balance' },
  stacked: { display: 'block' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const icons = {
  late: ClockAlarmRegular,
  'never answered': DismissCircleRegular,
  due: ClockRegular,
  returned: CheckmarkRegular,
  'no data until': CalendarClockRegular,
} as const;

/** `stacked`: the day beneath the words, in a column too narrow for both. */
export const ReturnShown = (props: { readonly asked: ReturnView; readonly stacked?: boolean }) => {
  const { asked, stacked } = props;
  const styles = useStyles();
  if (asked.state === 'not asked') return <span className={styles.quiet}>{asked.words}</span>;
  const Icon = icons[asked.state];
  return (
    <span className={mergeClasses(styles.shown, asked.state === 'late' && styles.late)}>
      <Icon className={styles.icon} />
      <span className={styles.words}>
        {asked.words}{' '}
        {asked.day && <span className={stacked ? styles.stacked : undefined}>{asked.day}</span>}
      </span>
    </span>
  );
};
