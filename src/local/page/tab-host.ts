// Teams' side of the teams-js conversation with a tab: what is answered to each message. Where
// messages come from, and whether they are to be trusted, is the frame's business.

type TabMessage = { id?: number; uuidAsString?: string; func: string; args: unknown[] };

export type HostFacts = {
  personId: string;
  userPrincipalName: string;
  displayName: string;
  tenantId: string;
  appId: string;
  theme: 'default' | 'dark' | 'contrast';
  /** Where in the tab to begin; null for its beginning. */
  page: string | null;
  token: () => Promise<string>;
  /** Opens a link; answers why it was not opened, or null. */
  open: (url: string) => string | null;
  goTo: (page: string | null) => void;
};

const pageOfTab = 'home';

/** A message this host can read, or null: frames hear all kinds of things. */
export function asTabMessage(heard: unknown): TabMessage | null {
  if (typeof heard !== 'object' || heard === null) return null;
  const { id, uuidAsString, func, args } = heard as Record<string, unknown>;
  if (typeof func !== 'string') return null;
  return {
    func,
    args: Array.isArray(args) ? args : [],
    ...(typeof id === 'number' ? { id } : {}),
    ...(typeof uuidAsString === 'string' ? { uuidAsString } : {}),
  };
}

/** The arguments of the answer, or null where Teams gives none. What is not carried is refused by name. */
export async function answerTab(message: TabMessage, facts: HostFacts): Promise<unknown[] | null> {
  const [first] = message.args;
  switch (message.func) {
    case 'initialize':
      return ['content', 'web', JSON.stringify({ apiVersion: 4, supports: { pages: {} } })];
    case 'getContext':
      return [contextOf(facts)];
    case 'authentication.getAuthToken':
      return facts.token().then(
        (token) => [true, token],
        (error: Error) => [false, error.message],
      );
    case 'executeDeepLink': {
      const refusal = facts.open(String(first));
      return refusal === null ? [true] : [false, refusal];
    }
    case 'pages.navigateToApp': {
      const subPage = (first as { subPageId?: unknown } | null)?.subPageId;
      facts.goTo(typeof subPage === 'string' ? subPage : null);
      return [true];
    }
    case 'appInitialization.appLoaded':
    case 'appInitialization.success':
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
    case 'registerHandler':
    case 'shareDeepLink':
    case 'readyToUnload':
    case 'setFrameContext':
      return null;
    default:
      return [false, `The stand-in for Teams does not carry "${message.func}".`];
  }
}

function contextOf(facts: HostFacts) {
  return {
    tid: facts.tenantId,
    userObjectId: facts.personId,
    userPrincipalName: facts.userPrincipalName,
    loginHint: facts.userPrincipalName,
    userDisplayName: facts.displayName,
    theme: facts.theme,
    locale: 'en-gb',
    appId: facts.appId,
    entityId: pageOfTab,
    ...(facts.page === null ? {} : { subEntityId: facts.page }),
    frameContext: 'content',
    hostClientType: 'web',
    hostName: 'Teams',
  };
}
