import { type ApiReply, type ApiRequest } from '../api-request';

const LIFE_SECONDS = 600;

/** One cookie for each launch, so that two in one browser do not meet. */
const nameOf = (launchId: string): string => `__Host-orl-${launchId}`;

/** Sent from a platform's frame too, and kept apart for each platform (CHIPS). */
const OPTIONS = { httpOnly: true, secure: true, sameSite: 'none', partitioned: true, path: '/' } as const;

export function setLaunchCookie(reply: ApiReply, launchId: string, secret: string): void {
  void reply.setCookie(nameOf(launchId), secret, { ...OPTIONS, maxAge: LIFE_SECONDS });
}

export const launchCookieOf = ({ cookies }: ApiRequest, launchId: string): string | undefined =>
  cookies[nameOf(launchId)];

export function clearLaunchCookie(reply: ApiReply, launchId: string): void {
  if (/^[0-9a-f-]{36}$/.test(launchId)) void reply.clearCookie(nameOf(launchId), OPTIONS);
}
