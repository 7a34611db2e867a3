import { type LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/** All addresses of a name. @throws whatever the resolver throws if there are none */
export type ResolveHost = (host: string) => Promise<readonly LookupAddress[]>;

const LOOPBACK_NAME = /(?:^|\.)localhost\.?$/;

/** The address that a host names by itself: a literal, or loopback (RFC 6761, section 6.3); undefined for other names. */
export function ownAddress(host: string): LookupAddress | undefined {
  const family = isIP(host);
  if (family !== 0) return { address: host, family };
  return LOOPBACK_NAME.test(host) ? { address: '127.0.0.1', family: 4 } : undefined;
}

/** As this machine resolves names. */
export const resolveHost: ResolveHost = (host) => lookup(host, { all: true });
