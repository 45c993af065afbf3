// The registers: a shelf of every list, or the one that is open.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { RegisterCard, RegistersView } from '../../src/web/api-registers.ts';
import { type Address, addressText } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { ScreenLoading } from '../pieces/loading.tsx';
import { Section, Title, usePageStyles } from '../pieces/page.tsx';
import { StaleBar, TroubleBar } from '../pieces/trouble.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { counted } from '../words.ts';
import { OneRegister } from './one-register.tsx';

const useStyles = makeStyles({
  shelf: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    columnGap: '32px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    columnGap: '12px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { minHeight: '44px' },
  },
  count: { textAlign: 'right' },
  import: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
});

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Registers = (props: Props) =>
  props.address.open === null ? <Shelf {...props} /> : <OneRegister {...props} />;

const groups: readonly RegisterCard['group'][] = [
  'The plan',
  'Collection',
  'Governance',
  'Papers',
  'Kept by the product',
];

const Shelf = ({ asker, address, go }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { heard, trouble, again } = useAnswer<RegistersView>(asker, paths.registers);
  if (!heard && !trouble) return <ScreenLoading name="registers" />;
  return (
    <div className={page.page}>
      {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
      {heard && <StaleBar freshness={heard.freshness} />}
      {heard && <Title focused={false}>{titleOf(heard)}</Title>}
      {heard?.mayImport && (
        <Button className={styles.import} onClick={() => go({ screen: 'import', open: null })}>
          Take in a spreadsheet
        </Button>
      )}
      {heard &&
        groups.map((group) => (
          <Section heading={group} key={group}>
            <ul className={styles.shelf}>
              {heard.registers
                .filter((each) => each.group === group)
                .map((each) => (
                  <OnShelf address={address} each={each} key={each.name} />
                ))}
            </ul>
          </Section>
        ))}
    </div>
  );
};

const titleOf = ({ registers }: RegistersView): string => {
  const rows = registers.reduce((sum, each) => sum + each.rows, 0);
  return `${counted(rows, 'row')} in ${counted(registers.length, 'register')}`;
};

const OnShelf = ({ each, address }: { readonly each: RegisterCard; readonly address: Address }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <li className={styles.list}>
      <div>
        <Link href={addressText({ ...address, screen: 'registers', open: each.name })}>
          {each.list}
        </Link>
        <div className={page.quiet}>{each.row.charAt(0).toUpperCase() + each.row.slice(1)}</div>
      </div>
      <div className={`${styles.count} ${page.figures}`}>
        {each.rows.toLocaleString('en-GB')}
        <span className={page.hidden}> rows</span>
      </div>
    </li>
  );
};
