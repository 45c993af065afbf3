// Improvements: a team's slots for rapid improvements, those that wait for one, and every other project.
import { makeStyles, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import type { ImprovementsView, Leaning, ProjectLine } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { Shortened } from '../pieces/shortened.tsx';
import { WorkStatusShown } from '../pieces/work-status.tsx';
import { Slots } from './slots.tsx';
import { OwnerShown, WorkLineShown } from './work-line.tsx';
import { useWorkStyles } from './work-styles.ts';

const useStyles = makeStyles({
  late: {
    display: 'flex',
    alignItems: 'start',
    columnGap: '6px',
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0, fontSize: '16px' },
});

type Shown = { readonly address: Address; readonly manyTeams: boolean };
type Props = Shown & { readonly improvements: ImprovementsView };

export const Improvements = ({ improvements, ...shown }: Props) => (
  <Section heading="Improvements" id="improvements">
    <div>{improvements.summary}</div>
    <Slots slots={improvements.slots} {...shown} />
    <Projects
      heading="Not live"
      lines={improvements.waiting}
      what="rapid improvements"
      {...shown}
    />
    <Projects
      heading={headingOf(improvements.projects)}
      lines={improvements.projects}
      what="projects"
      {...shown}
    />
  </Section>
);

const headingOf = (lines: readonly ProjectLine[]): string =>
  lines.every(({ kind }) => kind === 'transformation review')
    ? 'Transformation reviews'
    : 'Other projects';

const firstShown = 8;

const Projects = (
  props: Shown & {
    readonly heading: string;
    readonly what: string;
    readonly lines: readonly ProjectLine[];
  },
) => {
  const work = useWorkStyles();
  const { heading, lines, what, ...shown } = props;
  if (lines.length === 0) return null;
  return (
    <div className={work.group}>
      <h3 className={work.heading}>
        {heading} <span className={work.count}>{lines.length}</span>
      </h3>
      <Shortened
        draw={(line: ProjectLine) => (
          <li key={line.key}>
            <Project line={line} {...shown} />
          </li>
        )}
        first={firstShown}
        label={heading}
        lines={lines}
        what={what}
      />
    </div>
  );
};

const stageWords = {
  pipeline: 'In the pipeline',
  live: 'Live',
  complete: 'Complete',
  stopped: 'Stopped',
} as const;

const Project = ({ line, ...shown }: Shown & { readonly line: ProjectLine }) => {
  const page = usePageStyles();
  const percent = line.percent === null ? '' : `, ${line.percent}% complete`;
  const stage = line.stage ? stageWords[line.stage] : 'Stage not given';
  return (
    <WorkLineShown
      {...shown}
      facts={[
        <StageAndDay day={line.due} key="stage" stage={`${stage}${percent}`} />,
        <OwnerShown key="owner" owner={line.owner} />,
      ]}
      kind={line.phase}
      line={line}
      status={<WorkStatusShown status={line.status} />}
    >
      <Late line={line} />
      {line.next && <div className={page.quiet}>{line.next}</div>}
      {line.agreed && <div className={page.quiet}>{line.agreed}</div>}
      <DependsOn line={line} />
      {!line.late && line.holdsUp.length > 0 && (
        <div className={page.quiet}>
          <strong>Needed by</strong> {namesOf(line.holdsUp)}
        </div>
      )}
    </WorkLineShown>
  );
};

const StageAndDay = (props: { readonly stage: string; readonly day: string | null }) => (
  <>
    {props.stage}
    {props.day && <>, due {props.day}</>}
  </>
);

/** What a late project holds up is the reason to act on it. */
const Late = ({ line }: { readonly line: ProjectLine }) => {
  const styles = useStyles();
  if (!line.late) return null;
  const holds = line.holdsUp.length > 0 ? `: it holds up ${namesOf(line.holdsUp)}` : '';
  return (
    <div className={styles.late}>
      <WarningRegular aria-hidden className={styles.icon} />
      <span>
        <strong>Late</strong>
        {holds}
      </span>
    </div>
  );
};

const DependsOn = ({ line }: { readonly line: ProjectLine }) => {
  const page = usePageStyles();
  const { dependsOn, dependsOnAll, alsoDependsOn } = line;
  if (!dependsOnAll && dependsOn.length + alsoDependsOn.length === 0) return null;
  const words = [
    ...(dependsOnAll ? [dependsOnAll] : []),
    ...dependsOn.map(nameOf),
    ...alsoDependsOn,
  ];
  return (
    <div className={page.quiet}>
      <strong>Depends on</strong> {words.join('; ')}
    </div>
  );
};

const nameOf = ({ title, kind, late }: Leaning): string =>
  `${title}${kind === 'Project' ? '' : ` (${kind.toLowerCase()})`}${late ? ', which is late' : ''}`;

const namesOf = (lines: readonly Leaning[]): string => lines.map(({ title }) => title).join('; ');
