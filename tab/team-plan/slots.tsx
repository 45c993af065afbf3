// The slots a team has for rapid improvements: what is in each, and a free one as an invitation. Of many
// teams only how many each has in use.
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ProjectLine, TeamSlots } from '../../src/web/api-work.ts';
import { type Address, addressText } from '../address.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { WorkStatusShown } from '../pieces/work-status.tsx';
import { counted } from '../words.ts';
import { LineName } from './work-line.tsx';
import { useWorkStyles } from './work-styles.ts';

const useStyles = makeStyles({
  slots: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: '16px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  },
  slot: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    minWidth: 0,
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
  },
  free: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  invite: { [narrow]: { minHeight: '44px', display: 'inline-flex', alignItems: 'center' } },
  teams: { listStyleType: 'none', margin: 0, padding: 0, columnGap: '32px', columnWidth: '320px' },
  team: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '4px 0',
    breakInside: 'avoid',
  },
  pips: { flexShrink: 0 },
});

type Shown = { readonly address: Address; readonly manyTeams: boolean };
type Props = Shown & { readonly slots: readonly TeamSlots[] };

export const Slots = ({ slots, address, manyTeams }: Props) => {
  const [only] = slots;
  if (!only) return null;
  if (!manyTeams || slots.length === 1) return <OfOneTeam address={address} slots={only} />;
  return <OfManyTeams slots={slots} />;
};

/** A list that took more than the rule allows is shown as it is: the slot beyond says so. */
const OfOneTeam = ({
  slots,
  address,
}: {
  readonly slots: TeamSlots;
  readonly address: Address;
}) => {
  const styles = useStyles();
  const withheld = slots.inUse - slots.live.length;
  const free = Math.max(0, slots.most - slots.inUse);
  return (
    <ul aria-label={`Slots for rapid improvements of ${slots.name}`} className={styles.slots}>
      {slots.live.map((line) => (
        <Taken address={address} key={line.key} line={line} />
      ))}
      {numbers(withheld).map((at) => (
        <li className={styles.slot} key={`withheld ${at}`}>
          In use by a rapid improvement that is not open to you.
        </li>
      ))}
      {numbers(free).map((at) => (
        <Free address={address} isFirst={at === 0} key={`free ${at}`} slots={slots} />
      ))}
    </ul>
  );
};

const numbers = (count: number): readonly number[] =>
  Array.from({ length: Math.max(0, count) }, (_, at) => at);

const Taken = ({ line, address }: { readonly line: ProjectLine; readonly address: Address }) => {
  const page = usePageStyles();
  const work = useWorkStyles();
  const styles = useStyles();
  const percent = line.percent === null ? null : `${line.percent}% complete`;
  return (
    <li className={styles.slot}>
      <WorkStatusShown status={line.status} />
      <LineName address={address} line={line} />
      <div className={page.quiet}>
        {[line.code, line.owner ?? 'No lead', percent].filter(Boolean).join(' · ')}
      </div>
      {line.due && (
        <div className={line.late ? work.late : page.quiet}>
          {line.late ? 'Was due' : 'Due'} {line.due}
        </div>
      )}
      {line.agreed && <div className={page.quiet}>{line.agreed}</div>}
      {line.next && <div className={work.late}>{line.next}</div>}
    </li>
  );
};

const Free = (props: {
  readonly slots: TeamSlots;
  readonly address: Address;
  readonly isFirst: boolean;
}) => {
  const page = usePageStyles();
  const styles = useStyles();
  const { slots, address, isFirst } = props;
  const register = addressText({ ...address, screen: 'registers', open: 'projects', find: '' });
  return (
    <li className={mergeClasses(styles.slot, styles.free)}>
      <div>Free</div>
      {isFirst ? (
        <>
          <div className={page.quiet}>
            What could {slots.name} put right in weeks? Agree it with the portfolio holder, then
            give it a row in the Projects list. At most {slots.most} are live at once.
          </div>
          <Link className={`${styles.invite} not-printed`} href={register}>
            Open Projects
          </Link>
        </>
      ) : (
        <div className={page.quiet}>Room for another rapid improvement.</div>
      )}
    </li>
  );
};

/** Teams with nothing in any slot are only counted. */
const OfManyTeams = ({ slots }: { readonly slots: readonly TeamSlots[] }) => {
  const page = usePageStyles();
  const styles = useStyles();
  const busy = slots
    .filter(({ inUse }) => inUse > 0)
    .toSorted((one, other) => other.inUse - one.inUse);
  const idle = slots.length - busy.length;
  const most = slots[0]?.most ?? 0;
  return (
    <>
      {busy.length > 0 && (
        <ul aria-label="Teams with rapid improvements live" className={styles.teams}>
          {busy.map((team) => (
            <li className={styles.team} key={team.team}>
              <Pips slots={team} />
              <span>
                {team.name}: {team.inUse} of {team.most} in use
              </span>
            </li>
          ))}
        </ul>
      )}
      {idle > 0 && (
        <div className={page.quiet}>
          {counted(idle, 'team has', 'teams have')} all {most} slots for rapid improvements free.
          Choose a team above to see its slots.
        </div>
      )}
    </>
  );
};

const Pips = ({ slots: { inUse, most } }: { readonly slots: TeamSlots }) => (
  <svg
    aria-hidden="true"
    className={useStyles().pips}
    height={12}
    width={16 * Math.max(most, inUse)}
  >
    {numbers(Math.max(most, inUse)).map((at) => (
      <rect
        fill={at < inUse ? 'currentColor' : 'none'}
        height={9}
        key={at}
        stroke="currentColor"
        width={11}
        x={16 * at + 1}
        y={1.5}
      />
    ))}
  </svg>
);
