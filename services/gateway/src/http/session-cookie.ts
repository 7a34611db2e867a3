import { type ApiReply, type ApiRequest } from './api-request';

const SESSION_COOKIE = 'openrounds_session';

/** Behind TLS the name says what browsers then insist on: from this host alone, and over TLS (RFC 6265bis, section 4.1.3). */
const nameOf = (secure: boolean): string => (secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE);

export const sessionTokenOf = (
  { cookies }: Pick<ApiRequest, 'cookies'>,
  secure: boolean,
): string | undefined => cookies[nameOf(secure)];

export const setSessionCookie = (reply: ApiReply, token: string, expires: Date, secure: boolean): void => {
  void reply.setCookie(nameOf(secure), token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure,
    expires,
  });
};

/** Browsers take the end of a cookie with such a name, too, from a secure one alone. */
export const clearSessionCookie = (reply: ApiReply, secure: boolean): void => {
  void reply.clearCookie(nameOf(secure), { path: '/', secure });
};
