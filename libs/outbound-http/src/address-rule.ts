import ipaddr from 'ipaddr.js';

/** All that IANA gives out for the public internet; old site-local and IPv4-compatible addresses lie outside it. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Metadata services of clouds at private addresses; those at link-local ones are refused as such. */
const METADATA = new Set(['fd00:ec2::254', 'fd20:ce::254']);

/** Where a host may be. */
export type Reach = 'public' | 'private' | 'loopback';

/**
 * Whether a connection may go to this address. An IPv4 address that is mapped into IPv6 counts as what it is.
 *
 * @param address a literal IPv4 or IPv6 address, without brackets
 * @param reach `public`: global unicast only; `private`: also private networks (RFC 1918, RFC 4193), never loopback,
 *   link-local or metadata addresses; `loopback`: nothing but this machine
 */
export function mayReach(address: string, reach: Reach): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  const range = read.range();
  if (reach === 'loopback') return range === 'loopback';
  if (reach === 'private' && (range === 'private' || range === 'uniqueLocal'))
    return !METADATA.has(read.toString());
  if (range !== 'unicast') return false;
  return read instanceof ipaddr.IPv4 || read.match(GLOBAL_IPV6);
}
