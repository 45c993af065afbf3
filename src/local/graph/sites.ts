// Sites: made by the control API, read through Graph.
import type { Store } from '../store.ts';
import type { Graph, GraphAnswer, GraphRequest } from './graph-request.ts';
import type { Site } from './list-shelf.ts';

export function putSite(store: Store, name: string, displayName: string): Site {
  const id = `localhost,${crypto.randomUUID()},${crypto.randomUUID()}`;
  store.run(
    `INSERT INTO site (id, name, displayName, createdAt) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET displayName = excluded.displayName`,
    id,
    name,
    displayName,
    new Date().toISOString(),
  );
  return store.one<Site>('SELECT * FROM site WHERE name = ?', name) as Site;
}

export function readSite(graph: Graph, request: GraphRequest): GraphAnswer {
  return { status: 200, body: siteShape(graph, graph.lists.site(request.names['site'] ?? '')) };
}

function siteShape(graph: Graph, site: Site): object {
  return {
    '@odata.context': `${graph.machine.origin}/v1.0/$metadata#sites/$entity`,
    id: site.id,
    name: site.name,
    displayName: site.displayName,
    createdDateTime: site.createdAt,
    lastModifiedDateTime: site.createdAt,
    webUrl: `${graph.machine.origin}/sites/${site.name}`,
    root: {},
    siteCollection: { hostname: 'localhost' },
  };
}
