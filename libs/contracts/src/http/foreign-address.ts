import { codeText } from '../primitives';

const ENDPOINT = /^https:\/\/[a-z0-9.:[\]-]{1,260}(?:[/?][\x21\x22\x24-\x7e]{0,1700})?$/i;
/**
 * An address of a system that is not ours: whether it may be asked is decided when it is. No user name, no fragment. What is wrong with
 * it is said once.
 */
export const Endpoint = codeText(ENDPOINT).refine((text) => !ENDPOINT.test(text) || URL.canParse(text), {
  error: 'is not a URL',
  params: { code: 'url' },
});
/** https; http on this machine alone, for mocks. Whether it may be asked is decided when it is. */
const LOCAL =
  /^(?:https:\/\/[a-z0-9.:[\]-]{1,260}|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?)(?:\/[\x21\x22\x24-\x7e]{0,1700})?$/i;
/** The same, which may be on this machine. */
export const EndpointOrLocal = codeText(LOCAL).refine((text) => !LOCAL.test(text) || URL.canParse(text), {
  error: 'is not a URL',
  params: { code: 'url' },
});
/** What such a system calls something, to the letter: printable ASCII. */
export const Given = codeText(/^[\x21-\x7e]{1,2000}$/);
