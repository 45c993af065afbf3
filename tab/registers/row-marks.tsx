// What stands beside a row's name: who may read it, where that is not simply everyone here, and the
// ways on to its place in the thread and to its measure.
import { Badge, Link, makeStyles } from '@fluentui/react-components';
import type { RegisterRow } from '../../src/web/api-registers.ts';
import { type Address, addressText, start } from '../address.ts';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  way: {
    fontSize: 'inherit',
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    [narrow]: { minHeight: '44px' },
  },
});

/** Internal is the rule, and goes without saying. */
export const AccessMark = ({ access }: { readonly access: RegisterRow['access'] }) => {
  if (access === 'internal') return null;
  return access === 'exempt' ? (
    <Badge appearance="outline" color="danger" size="small">
      Exempt
    </Badge>
  ) : (
    <Badge appearance="outline" color="informative" size="small">
      Public
    </Badge>
  );
};

type Props = {
  readonly row: RegisterRow;
  readonly register: string;
  readonly address: Address;
};

/** The plan is left for the line to tell: a register may be showing several. */
export const WaysOn = ({ row, register, address }: Props) => {
  const styles = useStyles();
  const to = (screen: 'measure' | 'thread', open: string) =>
    addressText({ ...start, quarter: address.quarter, screen, open });
  return (
    <>
      {register === 'measures' && (
        <Link className={styles.way} href={to('measure', row.key)}>
          Measure
          <Of row={row} />
        </Link>
      )}
      {row.line !== null && (
        <Link className={styles.way} href={to('thread', row.line)}>
          In the thread
          <Of row={row} />
        </Link>
      )}
    </>
  );
};

const useHidden = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Links that look alike tell one another apart to those who hear them listed. */
const Of = ({ row }: { readonly row: RegisterRow }) => (
  <span className={useHidden().hidden}>: {row.title}</span>
);
