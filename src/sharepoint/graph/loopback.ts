// Which addresses are this machine's own: only to those may anything go without encryption.

/** By name or number; a host that only looks like one is somebody else's. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
