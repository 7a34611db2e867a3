import { type ApiReply } from './api-request';

export const SESSION_COOKIE = 'openrounds_session';

export const setSessionCookie = (reply: ApiReply, token: string, expires: Date, secure: boolean): void => {
  void reply.setCookie(SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure,
    expires,
  });
};

export const clearSessionCookie = (reply: ApiReply): void => {
  void reply.clearCookie(SESSION_COOKIE, { path: '/' });
};
