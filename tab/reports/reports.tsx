// Reports: the shelf of a quarter's papers, or the one that is open.
import { Link } from '@fluentui/react-components';
import type { PapersView, PaperView } from '../../src/web/api-papers.ts';
import { type Address, addressText } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { Heard } from '../pieces/heard.tsx';
import { Title, usePageStyles } from '../pieces/page.tsx';
import type { Go } from '../use-address.ts';
import { useAnswer } from '../use-answer.ts';
import { OnePaper } from './one-paper.tsx';
import { Shelf } from './shelf.tsx';

type Props = { readonly asker: Asker; readonly address: Address; readonly go: Go };

export const Reports = (props: Props) =>
  props.address.open === null ? (
    <AllPapers {...props} />
  ) : (
    <Opened {...props} paper={props.address.open} />
  );

const AllPapers = ({ asker, address, go }: Props) => {
  const page = usePageStyles();
  const answer = useAnswer<PapersView>(asker, paths.papers(address));
  const { heard, trouble, again } = answer;
  // Before any quarter there is nothing wrong, and nothing to read.
  if (!heard && trouble?.status === 404)
    return (
      <div className={page.page}>
        <Title focused={false}>No papers yet</Title>
        <div className={page.quiet}>{trouble.message}</div>
      </div>
    );
  return (
    <Heard answer={answer} name="reports">
      {(view) => (
        <Shelf address={address} again={again} asker={asker} go={go} key={view.cycle} view={view} />
      )}
    </Heard>
  );
};

const Opened = ({ asker, address, go, paper }: Props & { readonly paper: string }) => {
  const answer = useAnswer<PaperView>(asker, paths.paper(paper));
  return (
    <>
      {answer.trouble?.status === 404 && (
        <Link href={addressText({ ...address, open: null })}>All papers</Link>
      )}
      <Heard answer={answer} name="paper">
        {(view) => (
          <OnePaper address={address} again={answer.again} asker={asker} go={go} view={view} />
        )}
      </Heard>
    </>
  );
};
