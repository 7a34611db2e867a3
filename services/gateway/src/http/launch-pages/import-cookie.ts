import { type ApiReply, type ApiRequest } from '../api-request';

const LIFE_SECONDS = 600;

/** One cookie for each import, so that two in one browser do not meet. */
const nameOf = (importId: string): string => `__Host-ors-${importId}`;

/** The EHR sends the browser back by a link of another site: `Strict` would not be sent then. */
const OPTIONS = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

export function setImportCookie(reply: ApiReply, importId: string, secret: string): void {
  void reply.setCookie(nameOf(importId), secret, { ...OPTIONS, maxAge: LIFE_SECONDS });
}

export const importCookieOf = ({ cookies }: ApiRequest, importId: string): string | undefined =>
  cookies[nameOf(importId)];

export function clearImportCookie(reply: ApiReply, importId: string): void {
  if (/^[0-9a-f-]{36}$/.test(importId)) void reply.clearCookie(nameOf(importId), OPTIONS);
}
