// The lists of local Microsoft 365, as the loader opens them: signed in as whoever sets a site up, so
// that loading a council spends none of the resource units the app is allowed. Nobody looks at a view
// in a test, so npm start alone asks for them.
import { administratorHere, anyoneHere, tenantId } from '../local/ids.ts';
import { openLog } from '../log.ts';
import { graphScope, tokensFor } from '../sharepoint/graph/tokens.ts';
import { openSharePoint, type SharePoint } from '../sharepoint/open-sharepoint.ts';

export const openLocalSharePoint = (
  localUrl: string,
  site: string,
  made: { readonly views: boolean } = { views: false },
): Promise<SharePoint> => {
  const tokens = tokensFor({
    loginUrl: localUrl,
    tenantId,
    clientId: administratorHere,
    clientSecret: anyoneHere,
  });
  return openSharePoint({
    graphUrl: localUrl,
    site: `localhost:/sites/${site}`,
    token: tokens(graphScope),
    restToken: made.views ? tokens('https://localhost/.default') : null,
    unitsPerMinute: 10_000_000,
    log: openLog((line) => process.stderr.write(`${line}\n`)),
  });
};
