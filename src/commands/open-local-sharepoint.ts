// The lists of local Microsoft 365, as the loader opens them: signed in as anyone on this machine, so
// that loading a council spends none of the resource units the app is allowed.
import { anyoneHere, tenantId } from '../local/ids.ts';
import { openLog } from '../log.ts';
import { openSharePoint, type SharePoint } from '../sharepoint/open-sharepoint.ts';
import { appTokens } from '../sharepoint/tokens.ts';

export const openLocalSharePoint = (localUrl: string, site: string): Promise<SharePoint> =>
  openSharePoint({
    graphUrl: localUrl,
    site: `localhost:/sites/${site}`,
    token: appTokens({
      loginUrl: localUrl,
      tenantId,
      clientId: anyoneHere,
      clientSecret: anyoneHere,
    }),
    unitsPerMinute: 10_000_000,
    log: openLog((line) => process.stderr.write(`${line}\n`)),
  });
