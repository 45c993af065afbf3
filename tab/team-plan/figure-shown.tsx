// A measure's newest figure with its own period, its target, and how the quarter stands beside them.
// Each says for itself that it is illustrative.
import type { MeasureRow } from '../../src/web/api.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Status } from '../pieces/status.tsx';

/** Where the quarter's figure is not in, the last one's standing is said too, and said to be last. */
export const MeasureStatus = ({ row }: { readonly row: MeasureRow }) => {
  const page = usePageStyles();
  return (
    <>
      <Status standing={row.standing} against={row.against} />
      {row.lastStanding && (
        <div className={page.quiet}>
          Last: <Status size={10} standing={row.lastStanding} against={row.against} />
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

export const TargetShown = ({ row: { figure } }: { readonly row: MeasureRow }) => {
  const page = usePageStyles();
  return (
    <>
      {figure?.target ?? '–'}
      {figure?.targetIllustrative && <div className={page.quiet}>illustrative</div>}
    </>
  );
};
