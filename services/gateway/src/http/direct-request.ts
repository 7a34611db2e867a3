import { DomainError } from '@openrounds/contracts';
import { type ApiRequest } from './api-request';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** What a proxy adds of its own, or passes on from the one before it (RFC 7239, RFC 9110). */
const OF_PROXIES = /^(?:forwarded|via|x-forwarded(?:-.+)?|x-real-ip|x-client-ip|x-original-.+)$/;

type Asked = Pick<ApiRequest, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/** Whether a request comes straight from this machine. A proxy beside us has its address too, but passes on others. */
export const isDirectLocal = ({ headers, socket }: Asked): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') && !Object.keys(headers).some((name) => OF_PROXIES.test(name));

/**
 * Browsers say where a request comes from (Fetch Metadata); other callers say nothing.
 *
 * @throws DomainError `request-not-direct` for one that another site makes its visitor send
 */
export function requireSameSite({ headers }: Pick<ApiRequest, 'headers'>): void {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new DomainError('request-not-direct', 'Another site sent this request');
}
