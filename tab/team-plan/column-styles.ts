// How wide each column of the measures grid is, and which give way on a narrower screen.
import { makeStyles } from '@fluentui/react-components';

/** As the screen narrows the owner moves beneath the name and the trend gives way. */
const ownerMoves = '@media (max-width: 1239px)';
/** And the figures give what they can spare to the name. */
const tight = '@media (max-width: 1119px)';
const trendGoes = '@media (max-width: 1099px)';

export const useColumnStyles = makeStyles({
  status: { width: '148px' },
  name: {},
  value: {
    width: '128px',
    [tight]: { width: '96px' },
    textAlign: 'right',
    '& > *': { justifyContent: 'flex-end' },
  },
  target: { width: '84px', textAlign: 'right', '& > *': { justifyContent: 'flex-end' } },
  direction: { width: '136px' },
  trend: { width: '104px', [trendGoes]: { display: 'none' } },
  owner: { width: '140px', [ownerMoves]: { display: 'none' } },
  ownerBeneath: { display: 'none', [ownerMoves]: { display: 'inline' } },
  return: { width: '152px', [tight]: { width: '148px' } },
});
