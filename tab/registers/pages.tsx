// The pages of a long register.
import { Button, makeStyles } from '@fluentui/react-components';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';

const useStyles = makeStyles({
  pages: { display: 'flex', alignItems: 'center', columnGap: '16px' },
  button: { [narrow]: { minHeight: '44px' } },
});

type Props = { readonly page: number; readonly pages: number; readonly go: Go };

export const Pages = ({ page, pages, go }: Props) => {
  const styles = useStyles();
  if (pages === 1) return null;
  return (
    <nav aria-label="Pages" className={styles.pages}>
      <Button
        className={styles.button}
        disabled={page === 1}
        onClick={() => go({ page: page - 1 })}
      >
        Earlier rows
      </Button>
      <span role="status">
        Page {page} of {pages}
      </span>
      <Button
        className={styles.button}
        disabled={page === pages}
        onClick={() => go({ page: page + 1 })}
      >
        Later rows
      </Button>
    </nav>
  );
};
