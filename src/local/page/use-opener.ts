// Follows a link from a card, a message or the tab: out to the web, or to another pane of this page.
import { useAddress, type View } from './address.ts';
import { destinationOf } from './links.ts';
import type { Config } from './local-teams.ts';

/** Answers why a link was not opened, or null when it was. */
export function useOpener(
  config: Config | null,
  narrow: boolean,
  view: View,
): (url: string) => string | null {
  const [, setAddress] = useAddress();
  const beside = (other: 'chat' | 'tab'): View => (narrow || view === other ? other : 'both');
  return (url) => {
    const place = destinationOf(url, config ?? { appId: '', tabUrl: '' });
    switch (place.kind) {
      case 'tab':
        setAddress({ view: beside('tab'), page: place.page });
        return null;
      case 'chat':
        setAddress({ view: beside('chat') });
        return null;
      case 'web':
        window.open(place.url, '_blank', 'noopener,noreferrer');
        return null;
      case 'refused':
        return `This link was not opened, because it does not lead to a web page or an e-mail address: ${place.url.slice(0, 100)}`;
    }
  };
}
