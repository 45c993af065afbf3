// What a browser may do with what we serve: who may frame it, where it may load from.
import type { RequestHandler } from 'express';

/** Hosts that may show the tab (Microsoft's published list). */
const microsoftHosts = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
] as const;

/** Where teams-js fetches its list of host domains; it has a list of its own when refused. */
const teamsDomainList = 'https://res.cdn.office.net';

/**
 * Sets the headers of every answer. `ancestors`: further origins that may frame the tab.
 * Styles may be inline because Fluent writes its rules into the page; scripts may not.
 */
export const securityHeaders = (ancestors: readonly string[]): RequestHandler => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${teamsDomainList}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[...microsoftHosts, ...ancestors].join(' ')}`,
  ].join('; ');
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    next();
  };
};

export const notStored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
