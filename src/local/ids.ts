// The fixed identities of the stand-in tenant, its one app, and that app's bot.
// The app is configured with the same values as text; no code is shared.

export const tenantId = '7a1c0b52-5f7e-4c0a-9d3b-2e64b8f0a101';
export const appId = '3f0e9c1a-8d27-4b6e-a5f4-90b1d2c3e404';
export const appIdUri = `api://localhost:3978/${appId}`;
export const botAccountId = `28:${appId}`;

/** What the tenant's Teams catalogue calls the app: given by Teams, not the id in its manifest. */
export const catalogueAppId = '5b0d7c36-2e1f-4f0a-8c94-6d3a1e7f9b05';

/** The client id and secret that anyone on this machine may sign in with. */
export const anyoneHere = 'local';
/** Whoever sets a site up: another client, so that it spends no units anyone else is counted for. */
export const administratorHere = 'local-administrator';

/** What App Service would put in IDENTITY_HEADER: who sends it may have the app's managed identity. */
export const identityHeader = 'local';
/** The https name an app may give this sign-in, for a library that takes no http address. */
export const signInStandIn = 'https://login.local';

export const graphAudience = 'https://graph.microsoft.com';
/** The tenant's SharePoint host, whose sites have an interface of their own besides Graph. */
export const sharePointAudience = 'https://localhost';
export const connectorAudience = 'https://api.botframework.com';
export const channelIssuer = 'https://api.botframework.com';
