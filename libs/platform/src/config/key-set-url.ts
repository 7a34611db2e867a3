import { BlockList, isIP } from 'node:net';

/** Addresses of this machine, its link and private networks (RFC 6890): no place of an identity provider. */
const NOT_PUBLIC = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  NOT_PUBLIC.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  NOT_PUBLIC.addSubnet(net, prefix, 'ipv6');

const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal)$/;

const isLocal = (host: string): boolean => {
  const version = isIP(host);
  if (version === 0) return LOCAL_NAMES.test(host);
  return NOT_PUBLIC.check(host, version === 6 ? 'ipv6' : 'ipv4');
};

/**
 * Why the keys of an identity provider are not to be fetched from here: whoever can answer in its place signs tokens.
 *
 * @param url an absolute URL; a name is not resolved, its certificate says who answers
 * @returns undefined for a URL that may be used
 */
export function keySetProblem(url: string): string | undefined {
  const { protocol, hostname, username } = new URL(url);
  if (protocol !== 'https:') return 'a key set is fetched over https only';
  if (username !== '') return 'a URL with a user name in it is not taken';
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return isLocal(host) ? 'the address is of this machine or of a private network' : undefined;
}
