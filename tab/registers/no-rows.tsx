// What is said where a register has no rows to show, and how a row comes to be.
import { Button, makeStyles } from '@fluentui/react-components';
import type { RegisterView } from '../../src/web/api-registers.ts';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';

const useStyles = makeStyles({
  none: { display: 'flex', flexDirection: 'column', rowGap: '12px', maxWidth: '68ch' },
  button: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
});

type Props = { readonly view: RegisterView; readonly go: Go; readonly clear: () => void };

export const NoRows = ({ view, go, clear }: Props) => {
  const styles = useStyles();
  if (view.search !== '')
    return (
      <div className={styles.none}>
        <div>
          No row matches “{view.search}”. Every word has to be somewhere in a row: try fewer, or
          part of a name.
        </div>
        <Button className={styles.button} onClick={clear}>
          Show every row
        </Button>
      </div>
    );
  return (
    <div className={styles.none}>
      <div>{howRowsCome(view)}</div>
      {view.mayImport && view.group !== 'Kept by the product' && (
        <Button
          className={styles.button}
          onClick={() => go({ screen: 'import', open: null, find: '', page: 1 })}
        >
          Take in a spreadsheet
        </Button>
      )}
    </div>
  );
};

const howRowsCome = ({ list, row, group, withheld }: RegisterView): string => {
  if (withheld > 0) return 'Every row here is exempt, and not open to you.';
  if (group === 'Kept by the product')
    return `Nothing here yet. Golden Thread writes ${row} itself when there is one; nobody has to.`;
  return `Nothing here yet. ${row.charAt(0).toUpperCase()}${row.slice(1)} comes here from a spreadsheet taken in by the performance team, or by hand in the list “${list}” in SharePoint.`;
};
