// Subscriptions to a list's changes: asked for, read, prolonged, ended; each is its app's own.
// The handshake is in notify-handshake.ts, sending in notify.ts.
import { type GraphFault, notDone, notFound } from './graph-fault.ts';
import { bodyObject, type Graph, type GraphAnswer, type GraphRequest } from './graph-request.ts';
import { shakeHands } from './notify-handshake.ts';
import {
  checkNotificationUrl,
  expiryIn,
  listNamed,
  readAsked,
  refused,
} from './subscription-asked.ts';

export type Subscription = {
  id: string;
  app: string;
  list: number;
  resource: string;
  notificationUrl: string;
  clientState: string | null;
  expiresAt: string;
  heardChange: number;
};

/** Those that have not run out, whose list is still there. */
const living = `SELECT subscription.* FROM subscription JOIN list ON list.number = subscription.list
  WHERE expiresAt > ?`;

export function createSubscription(graph: Graph, request: GraphRequest): GraphAnswer {
  const { store } = graph.machine;
  const asked = readAsked(bodyObject(request));
  const list = listNamed(graph, request.caller, asked.resource);
  const expiresAt = expiryIn(asked.expirationDateTime);
  const id = crypto.randomUUID();
  return {
    status: 201,
    later: async () => {
      await shakeHands(asked.notificationUrl, id);
      // What changes from here on is told, the time of the handshake included.
      store.run(
        `INSERT INTO subscription
           (id, app, list, resource, notificationUrl, clientState, expiresAt, heardChange)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        request.caller.clientId.toLowerCase(),
        list.number,
        asked.resource,
        asked.notificationUrl,
        asked.clientState,
        expiresAt,
        list.lastChange,
      );
      const made = ownOf(graph, request, id);
      const context = `${graph.machine.origin}/v1.0/$metadata#subscriptions/$entity`;
      const body = { '@odata.context': context, ...shape(made), clientState: made.clientState };
      return { status: 201, body };
    },
  };
}

export function readSubscriptions(graph: Graph, request: GraphRequest): GraphAnswer {
  const rows = graph.machine.store.all<Subscription>(
    `${living} AND app = ? ORDER BY subscription.rowid`,
    new Date().toISOString(),
    request.caller.clientId.toLowerCase(),
  );
  return { status: 200, body: { value: rows.map(shape) } };
}

export function readSubscription(graph: Graph, request: GraphRequest): GraphAnswer {
  return { status: 200, body: shape(ownOf(graph, request)) };
}

/** Changes when it ends, and where it is told, which is tried first as on making it. */
export function changeSubscription(graph: Graph, request: GraphRequest): GraphAnswer {
  const { id, ...before } = ownOf(graph, request);
  const body = bodyObject(request);
  const stranger = Object.keys(body).find(
    (name) => name !== 'expirationDateTime' && name !== 'notificationUrl',
  );
  if (stranger) throw refused(`Property '${stranger}' of a subscription cannot be changed.`);
  const sent = body['expirationDateTime'];
  const expiresAt = sent === undefined ? before.expiresAt : expiryIn(sent);
  const url = body['notificationUrl'];
  if (url !== undefined) checkNotificationUrl(url);
  const keep = (notificationUrl: string): GraphAnswer => {
    const sql = 'UPDATE subscription SET expiresAt = ?, notificationUrl = ? WHERE id = ?';
    graph.machine.store.run(sql, expiresAt, notificationUrl, id);
    return { status: 200, body: shape(ownOf(graph, request)) };
  };
  if (typeof url !== 'string') return keep(before.notificationUrl);
  return {
    status: 200,
    later: async () => {
      await shakeHands(url, id);
      return keep(url);
    },
  };
}

export function deleteSubscription(graph: Graph, request: GraphRequest): GraphAnswer {
  graph.machine.store.run('DELETE FROM subscription WHERE id = ?', ownOf(graph, request).id);
  return { status: 204 };
}

/** A handshake cannot be waited for while a batch holds the store. */
export function refusedInBatch(request: { method: string }): GraphFault {
  return notDone(`${request.method} of a subscription within a batch`);
}

/** Another app's is not there, and neither is one that has run out. */
function ownOf(graph: Graph, request: GraphRequest, id = request.names['subscription'] ?? '') {
  const row = graph.machine.store.one<Subscription>(
    `${living} AND app = ? AND subscription.id = lower(?)`,
    new Date().toISOString(),
    request.caller.clientId.toLowerCase(),
    id,
  );
  if (row) return row;
  throw notFound('The object was not found.');
}

/** clientState is a secret between the app and Graph: read back, it is null. */
function shape(row: Subscription): object {
  return {
    id: row.id,
    resource: row.resource,
    applicationId: row.app,
    changeType: 'updated',
    clientState: null,
    notificationUrl: row.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: null,
    expirationDateTime: row.expiresAt,
    creatorId: row.app,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
}
