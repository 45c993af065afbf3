// Provisioning a local site as the command does: a Graph of its own, and both kinds of token.

import {
  openProvisioning,
  type Provisioning,
  type ProvisioningSettings,
} from '../../../src/sharepoint/provision/open-provisioning.ts';
import { keptRegisters } from '../../../src/sharepoint/rows/kept.ts';
import type { LocalSite } from '../local-site.ts';

export const openProvisioningOn = (
  local: LocalSite,
  settings: Partial<ProvisioningSettings> = {},
): Provisioning =>
  openProvisioning({
    graphUrl: local.url,
    site: local.site,
    token: local.token,
    restToken: local.restToken,
    unitsPerMinute: 1e6,
    kept: keptRegisters({ apart: false }),
    ...settings,
  });
