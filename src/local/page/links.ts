// Where a link in a card, a message or the tab may lead: the web, an e-mail, or back into this page.

type Destination =
  | { kind: 'web'; url: string }
  | { kind: 'tab'; page: string | null }
  | { kind: 'chat' }
  | { kind: 'refused'; url: string };

const teamsHosts = ['teams.microsoft.com', 'teams.cloud.microsoft'];

/** Only http, https and mailto are followed; a Teams link to the app's tab or chat stays in this page. */
export function destinationOf(
  url: string,
  app: { appId: string; tabUrl: string | null },
): Destination {
  const address = URL.parse(url);
  if (address === null) return { kind: 'refused', url };
  if (address.protocol === 'mailto:') return { kind: 'web', url: address.href };
  if (address.protocol !== 'https:' && address.protocol !== 'http:')
    return { kind: 'refused', url };
  const tab = app.tabUrl === null ? null : URL.parse(app.tabUrl);
  if (tab !== null && address.origin === tab.origin && address.pathname === tab.pathname)
    return { kind: 'tab', page: address.searchParams.get('page') };
  if (teamsHosts.includes(address.hostname)) {
    if (address.pathname.startsWith('/l/chat/')) return { kind: 'chat' };
    if (address.pathname.startsWith(`/l/entity/${app.appId}`))
      return { kind: 'tab', page: subPageOf(address) };
  }
  return { kind: 'web', url: address.href };
}

function subPageOf(address: URL): string | null {
  try {
    const context = JSON.parse(address.searchParams.get('context') ?? '{}') as Record<
      string,
      unknown
    >;
    const page = context['subEntityId'] ?? context['subPageId'];
    return typeof page === 'string' ? page : null;
  } catch {
    return null;
  }
}
