import { type OutboundFaultCode } from './outbound-fault';

const CERTIFICATE = /CERT|ERR_TLS|ERR_SSL|UNABLE_TO_|SIGNATURE/;

/**
 * What went wrong on the way, by the code that Node or undici give.
 *
 * @param connected whether a connection stood when it went wrong
 */
export function faultCodeOf(error: unknown, connected: boolean): OutboundFaultCode {
  const { name, code = '' } = error as { name?: string; code?: string | number };
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'too-large';
  if (name === 'TimeoutError' || String(code).endsWith('_TIMEOUT') || code === 'ETIMEDOUT') return 'timeout';
  if (connected) return 'broken-off';
  return CERTIFICATE.test(String(code)) ? 'certificate' : 'unreachable';
}
