// Where adding the tab to a channel begins: Teams opens this page in its dialog.
import { createRoot } from 'react-dom/client';
import { Joined } from '../app/joined.tsx';
import { Configure } from './configure.tsx';

const place = document.getElementById('tab');
if (!place) throw new Error('The page has no place for the tab.');
createRoot(place).render(<Joined loading={null}>{(asker) => <Configure asker={asker} />}</Joined>);
