// A measure's newest figure with its own period, and how the quarter stands beside it.

import { standingWords } from '../../src/registers/words.ts';
import type { MeasureRow } from '../../src/web/api.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Status } from '../pieces/status.tsx';

/** Where the quarter's figure is not in, the last one's standing is said too, and said to be last. */
export const MeasureStatus = ({ row }: { readonly row: MeasureRow }) => {
  const page = usePageStyles();
  return (
    <>
      <Status standing={row.standing} />
      {row.lastStanding && (
        <div className={page.quiet}>
          Last: {standingWords[row.lastStanding].glyph}{' '}
          {standingWords[row.lastStanding].words.toLowerCase()}
        </div>
      )}
    </>
  );
};

export const FigureShown = ({ row: { figure } }: { readonly row: MeasureRow }) => {
  const page = usePageStyles();
  if (!figure) return <span title="No figure has been returned yet">–</span>;
  return (
    <>
      <div>
        {figure.text}
        {figure.provisional && <abbr title="provisional"> p</abbr>}
      </div>
      <div className={page.quiet}>{figure.period}</div>
      {figure.illustrative && <div className={page.quiet}>illustrative</div>}
    </>
  );
};
