// The tables local Microsoft 365 keeps: sites, lists and rows; people, chats, and the record.
// Indexed columns are mirrored in itemValue, folded for comparison, so a filter never scans a list.

export const schema = `
CREATE TABLE IF NOT EXISTS site (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  displayName TEXT NOT NULL, createdAt TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS list (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, siteId TEXT NOT NULL,
  name TEXT NOT NULL, displayName TEXT NOT NULL COLLATE NOCASE, description TEXT NOT NULL,
  createdAt TEXT NOT NULL, changedAt TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0,
  lastItem INTEGER NOT NULL DEFAULT 0, lastChange INTEGER NOT NULL DEFAULT 0,
  UNIQUE (siteId, displayName)) STRICT;
CREATE TABLE IF NOT EXISTS listColumn (
  list INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE, definition TEXT NOT NULL, PRIMARY KEY (list, name)) STRICT;
CREATE TABLE IF NOT EXISTS listView (
  list INTEGER NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, isDefault INTEGER NOT NULL,
  query TEXT NOT NULL, rowLimit INTEGER NOT NULL, fields TEXT NOT NULL,
  PRIMARY KEY (list, id)) STRICT;
CREATE TABLE IF NOT EXISTS columnFormat (
  list INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, formatter TEXT NOT NULL,
  PRIMARY KEY (list, name)) STRICT;
CREATE TABLE IF NOT EXISTS ownPermissions (list INTEGER PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS subscription (
  id TEXT PRIMARY KEY, app TEXT NOT NULL, list INTEGER NOT NULL, resource TEXT NOT NULL,
  notificationUrl TEXT NOT NULL, clientState TEXT, expiresAt TEXT NOT NULL,
  heardChange INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS appGrant (
  id TEXT PRIMARY KEY, siteId TEXT NOT NULL, list INTEGER NOT NULL, app TEXT NOT NULL,
  displayName TEXT NOT NULL, role TEXT NOT NULL, UNIQUE (siteId, list, app)) STRICT;
CREATE TABLE IF NOT EXISTS appRegistration (
  id TEXT PRIMARY KEY, secret TEXT, certificate TEXT, roles TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS delegatedConsent (app TEXT PRIMARY KEY, scopes TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS personRule (
  personId TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (personId, rule)) STRICT;
CREATE TABLE IF NOT EXISTS item (
  list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
  change INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
  createdAt TEXT NOT NULL, createdBy TEXT NOT NULL,
  modifiedAt TEXT NOT NULL, modifiedBy TEXT NOT NULL,
  fields TEXT NOT NULL, PRIMARY KEY (list, id)) STRICT;
CREATE INDEX IF NOT EXISTS itemByChange ON item (list, change);
CREATE TABLE IF NOT EXISTS itemVersion (
  list INTEGER NOT NULL, item INTEGER NOT NULL, version INTEGER NOT NULL,
  modifiedAt TEXT NOT NULL, modifiedBy TEXT NOT NULL, fields TEXT NOT NULL,
  PRIMARY KEY (list, item, version)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS itemValue (
  list INTEGER NOT NULL, field TEXT NOT NULL, value ANY, item INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS itemByValue ON itemValue (list, field, value, item);
CREATE INDEX IF NOT EXISTS valueByItem ON itemValue (list, item, field);
CREATE TABLE IF NOT EXISTS listCopy (
  copy TEXT PRIMARY KEY, list INTEGER NOT NULL, lastItem INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS copiedItem (
  copy TEXT NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
  createdAt TEXT NOT NULL, createdBy TEXT NOT NULL,
  modifiedAt TEXT NOT NULL, modifiedBy TEXT NOT NULL,
  fields TEXT NOT NULL, PRIMARY KEY (copy, id)) STRICT;
CREATE TABLE IF NOT EXISTS copiedVersion (
  copy TEXT NOT NULL, item INTEGER NOT NULL, version INTEGER NOT NULL,
  modifiedAt TEXT NOT NULL, modifiedBy TEXT NOT NULL, fields TEXT NOT NULL,
  PRIMARY KEY (copy, item, version)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS listRestored (list INTEGER PRIMARY KEY, times INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS siteUser (
  siteId TEXT NOT NULL, personId TEXT NOT NULL, item INTEGER NOT NULL,
  PRIMARY KEY (siteId, personId)) STRICT;
CREATE TABLE IF NOT EXISTS person (
  id TEXT PRIMARY KEY, displayName TEXT NOT NULL,
  userPrincipalName TEXT NOT NULL UNIQUE COLLATE NOCASE, jobTitle TEXT, department TEXT,
  installed INTEGER NOT NULL, blocked INTEGER NOT NULL DEFAULT 0, region TEXT) STRICT;
CREATE TABLE IF NOT EXISTS mailbox (personId TEXT PRIMARY KEY, replies TEXT) STRICT;
CREATE TABLE IF NOT EXISTS directoryGroup (id TEXT PRIMARY KEY, members TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS feedLine (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, personId TEXT NOT NULL, chainId INTEGER,
  activityType TEXT NOT NULL, words TEXT NOT NULL, preview TEXT NOT NULL, webUrl TEXT NOT NULL,
  at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS forOneRefused (one INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS appForbidden (personId TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS conversation (
  id TEXT PRIMARY KEY, personId TEXT NOT NULL UNIQUE, startedAt TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS message (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  conversationId TEXT NOT NULL, sender TEXT NOT NULL, text TEXT, card TEXT, summary TEXT,
  at TEXT NOT NULL, updatedAt TEXT) STRICT;
CREATE INDEX IF NOT EXISTS messageByConversation ON message (conversationId, sequence);
CREATE TABLE IF NOT EXISTS councilTime (
  messageId TEXT PRIMARY KEY, at TEXT NOT NULL, updatedAt TEXT) STRICT;
CREATE TABLE IF NOT EXISTS record (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL,
  conversationId TEXT NOT NULL, personId TEXT NOT NULL, activityId TEXT NOT NULL,
  summary TEXT, card TEXT, text TEXT) STRICT;
CREATE TABLE IF NOT EXISTS begunEmpty (one INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS entraApp (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, idUri TEXT NOT NULL, asked TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS tokensOfVersion2 (app TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS bot (app TEXT PRIMARY KEY, endpoint TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS teamsApp (
  version TEXT NOT NULL, tab TEXT NOT NULL, name TEXT NOT NULL) STRICT;
`;

/** Every table above but how the tenant was begun, in the order they are emptied when everything is wiped. */
export const tables = [
  'teamsApp',
  'bot',
  'tokensOfVersion2',
  'entraApp',
  'record',
  'councilTime',
  'message',
  'conversation',
  'feedLine',
  'forOneRefused',
  'appForbidden',
  'mailbox',
  'directoryGroup',
  'person',
  'siteUser',
  'listRestored',
  'copiedVersion',
  'copiedItem',
  'listCopy',
  'itemValue',
  'itemVersion',
  'item',
  'appRegistration',
  'delegatedConsent',
  'personRule',
  'appGrant',
  'subscription',
  'ownPermissions',
  'columnFormat',
  'listView',
  'listColumn',
  'list',
  'site',
] as const;
