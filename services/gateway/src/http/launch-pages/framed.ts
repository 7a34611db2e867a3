import { type ApiReply } from '../api-request';

/** Everything is served from here: no inline script or style, no other host. */
export const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    scriptSrcAttr: ["'none'"],
  },
};

const nameOf = (directive: string): string =>
  directive.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The headers of a page that these origins may show in a frame; without any it is as every other page.
 *
 * @param answerOrigin where the page may post a form to, besides here; null: nowhere
 */
export function allowFrames(
  reply: ApiReply,
  origins: readonly string[],
  answerOrigin: string | null = null,
): void {
  if (origins.length === 0) return;
  const { directives: usual } = CONTENT_SECURITY;
  const directives = {
    ...usual,
    formAction: answerOrigin === null ? usual.formAction : [...usual.formAction, answerOrigin],
    frameAncestors: ["'self'", ...origins],
  };
  const policy = Object.entries(directives).map(([name, values]) => [nameOf(name), ...values].join(' '));
  void reply.header('content-security-policy', policy.join(';'));
  // It stands on the raw answer, and would forbid what the policy allows.
  reply.raw.removeHeader('x-frame-options');
}
