// Which addresses are this machine's own: only to those may anything go without encryption. And whether
// two addresses are of one server.

/** By name or number; a host that only looks like one is somebody else's. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);

/** The same scheme, host and port; this machine goes by several names. */
export const isSameServer = (one: URL, other: URL): boolean =>
  one.origin === other.origin ||
  (isLoopback(one) &&
    isLoopback(other) &&
    one.protocol === other.protocol &&
    one.port === other.port);
