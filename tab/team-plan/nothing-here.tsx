// A plan, or a team's part of it, that has neither measures nor work: what it is, and where to look.
import { Button, makeStyles } from '@fluentui/react-components';
import type { PlanView } from '../../src/web/api.ts';
import type { Address } from '../address.ts';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';

const useStyles = makeStyles({
  said: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '16px' },
  touch: { [narrow]: { minHeight: '44px', alignSelf: 'stretch' } },
});

type Props = { readonly view: PlanView; readonly address: Address; readonly go: Go };

export const NothingHere = ({ view, address, go }: Props) => {
  const styles = useStyles();
  if (address.find.trim() !== '')
    return (
      <div className={styles.said}>
        <div>Nothing in this plan matches. Try part of a name, a code or an owner.</div>
        <Button className={styles.touch} onClick={() => go({ find: '' }, 'replace')}>
          Show the whole plan
        </Button>
      </div>
    );
  const whole = view.team === 'all';
  return (
    <div className={styles.said}>
      <div>
        {whole
          ? `${view.planName} keeps no measures, actions, projects or risks here. Its priorities and objectives are in the thread.`
          : 'This team has no measures, actions, projects or risks in this plan. Choose another team above.'}
      </div>
      {whole && (
        <Button
          className={styles.touch}
          onClick={() => go({ screen: 'thread', plan: view.plan, open: null })}
        >
          Show its thread
        </Button>
      )}
    </div>
  );
};
