// Who may open a list: those of its site, until it is given permissions of its own. With none copied
// and nobody added, that leaves the app; a site's owners, whom this stand-in does not know, keep theirs.
import { hasOwnPermissions } from '../graph/list-of.ts';
import { appId } from '../ids.ts';
import { notDone } from './rest-fault.ts';
import type { InRestList } from './rest-routes.ts';

export function readPermissions({ graph, list }: InRestList): object {
  return {
    Id: list.id,
    Title: list.displayName,
    HasUniqueRoleAssignments: hasOwnPermissions(graph, list),
  };
}

export function breakInheritance({ graph, list, named }: InRestList): null {
  const asked = named.replaceAll(/\s/g, '').toLowerCase();
  if (asked !== 'copyroleassignments=false,clearsubscopes=true')
    throw notDone(`breakroleinheritance(${named})`);
  const sql = 'INSERT INTO ownPermissions (list) VALUES (?) ON CONFLICT DO NOTHING';
  graph.machine.store.run(sql, list.number);
  return null;
}

export function readAssignments({ graph, list }: InRestList): object {
  const everyone = { Member: { Title: 'Site members' }, RoleDefinitionBindings: ['Edit'] };
  const app = {
    Member: { Title: 'Golden Thread', Id: appId },
    RoleDefinitionBindings: ['Full Control'],
  };
  return { value: hasOwnPermissions(graph, list) ? [app] : [app, everyone] };
}
