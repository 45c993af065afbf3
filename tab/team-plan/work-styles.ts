// What the sections of a plan's work share: groups under a smaller heading, and counts beside it.
import { makeStyles, tokens } from '@fluentui/react-components';

export const useWorkStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  heading: {
    margin: '8px 0 0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    breakAfter: 'avoid',
  },
  count: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    marginLeft: '4px',
  },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});
