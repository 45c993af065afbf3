// The board's lines: a grid of figures where there is room, a card each on a phone.
import { makeStyles, tokens } from '@fluentui/react-components';
import { tooNarrowForGrid } from '../pieces/use-narrow.ts';

export const useBoardStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 3fr) 72px 72px 104px 72px',
    columnGap: '8px',
    alignItems: 'center',
    minHeight: '40px',
    padding: '2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
    [tooNarrowForGrid]: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: '4px',
      padding: '8px 0',
    },
  },
  whole: { fontWeight: tokens.fontWeightSemibold },
  team: { [tooNarrowForGrid]: { paddingLeft: '24px' } },
  heads: {
    minHeight: '32px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [tooNarrowForGrid]: { display: 'none' },
  },
  head: { textAlign: 'right', paddingRight: '12px' },
  name: { overflowWrap: 'anywhere', [tooNarrowForGrid]: { flexBasis: '100%' } },
  indented: { paddingLeft: '26px', [tooNarrowForGrid]: { paddingLeft: 0 } },
  toggle: {
    justifyContent: 'start',
    textAlign: 'left',
    minWidth: 0,
    paddingLeft: 0,
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightSemibold,
    [tooNarrowForGrid]: { flexBasis: '100%', minHeight: '44px' },
  },
  progress: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 80px',
    columnGap: '12px',
    alignItems: 'center',
    paddingRight: '8px',
    [tooNarrowForGrid]: {
      flexBasis: '100%',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      minHeight: '28px',
      paddingRight: 0,
    },
  },
  /** The edge shows a bar at nothing in high contrast, where the track has the page's own colour. */
  bar: { boxShadow: `0 0 0 1px ${tokens.colorTransparentStroke}` },
  answered: { whiteSpace: 'nowrap', justifySelf: 'end', padding: '5px 0', minWidth: 0 },
  count: {
    justifyContent: 'end',
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textUnderlineOffset: '3px',
    [tooNarrowForGrid]: { minHeight: '44px', padding: '0 12px 0 0' },
  },
  alarm: {
    color: tokens.colorPaletteRedForeground1,
    ':hover': { color: tokens.colorPaletteRedForeground1 },
  },
  none: {
    textAlign: 'right',
    paddingRight: '12px',
    color: tokens.colorNeutralForeground3,
    [tooNarrowForGrid]: { display: 'none' },
  },
  word: { display: 'none', [tooNarrowForGrid]: { display: 'inline' } },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
