// Where a measure's return has got to: an icon and words.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CalendarClockRegular,
  CheckmarkRegular,
  ClockAlarmRegular,
  ClockRegular,
} from '@fluentui/react-icons';
import type { ReturnView } from '../../src/web/api.ts';

const useStyles = makeStyles({
  shown: { display: 'flex', columnGap: '6px', alignItems: 'start' },
  icon: { flexShrink: 0, fontSize: '16px', height: '20px' },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const icons = {
  late: ClockAlarmRegular,
  due: ClockRegular,
  returned: CheckmarkRegular,
  'no data until': CalendarClockRegular,
} as const;

export const ReturnShown = ({ asked }: { readonly asked: ReturnView }) => {
  const styles = useStyles();
  if (asked.state === 'not asked') return <span className={styles.quiet}>{asked.words}</span>;
  const Icon = icons[asked.state];
  return (
    <span className={mergeClasses(styles.shown, asked.state === 'late' && styles.late)}>
      <Icon className={styles.icon} />
      <span>{asked.words}</span>
    </span>
  );
};
