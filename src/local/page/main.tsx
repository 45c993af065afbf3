// Starts the local Teams page: the theme around it, and the page.
import { FluentProvider } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useAddress } from './address.ts';
import { Announcer } from './announcer.tsx';
import { Page } from './page.tsx';
import { fluentThemes } from './themes.ts';
import './styles/page.css';
import './styles/clock.css';
import './styles/seats.css';
import './styles/chat.css';
import './styles/card.css';

function ThemedPage() {
  const [address] = useAddress();
  return (
    <FluentProvider theme={fluentThemes[address.theme]}>
      <div className={`page theme-${address.theme}`}>
        <Announcer>
          <Page />
        </Announcer>
      </div>
    </FluentProvider>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <ThemedPage />
    </StrictMode>,
  );
