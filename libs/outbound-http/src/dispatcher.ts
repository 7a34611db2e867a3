import { type LookupAddress } from 'node:dns';
import { type LookupFunction } from 'node:net';
import { Client, type Dispatcher, ProxyAgent } from 'undici';

/** What the connection itself is held to. */
export interface ConnectionLimits {
  readonly connectMs: number;
  readonly maxBytes: number;
}

/** Answers with these addresses, whatever name is asked for: a name that is given another address gains nothing. */
const pinned =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_host, { all }, answer) => {
    const [first] = addresses;
    if (first === undefined) answer(new Error('no address'), '', 0);
    else if (all) answer(null, [...addresses]);
    else answer(null, first.address, first.family);
  };

/** One connection to one of these addresses; the certificate is held against the name in `origin`. */
export function direct(
  origin: string,
  addresses: readonly LookupAddress[],
  limits: ConnectionLimits,
): Dispatcher {
  return new Client(origin, {
    maxResponseSize: limits.maxBytes,
    connect: { lookup: pinned(addresses), timeout: limits.connectMs },
  });
}

/** A tunnel through the proxy, which resolves the name. */
export function through(proxy: string, limits: ConnectionLimits): Dispatcher {
  const { maxBytes: maxResponseSize, connectMs: timeout } = limits;
  return new ProxyAgent({ uri: proxy, maxResponseSize, proxyTls: { timeout }, requestTls: { timeout } });
}
