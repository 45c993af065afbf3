// Where the tab begins: one root, one app.
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const place = document.getElementById('tab');
if (!place) throw new Error('The page has no place for the tab.');
createRoot(place).render(<App />);
