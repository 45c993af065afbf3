// The list a request's address names.
import type { Graph, GraphRequest } from './graph-request.ts';
import type { List } from './list-shelf.ts';

export function listOf(graph: Graph, request: GraphRequest): List {
  return graph.lists.list(request.names['site'] ?? '', request.names['list'] ?? '');
}
