import { type RoomToken } from '../ports/room-tokens';
import { type ApiReply, type ApiRequest } from './api-request';

const SEAT_COOKIE = 'openrounds_seat';

/** As that of a session; `__Host-` would send it to every address, and this one is for its room alone. */
const nameOf = (secure: boolean): string => (secure ? `__Secure-${SEAT_COOKIE}` : SEAT_COOKIE);

export const seatTokenOf = ({ cookies }: Pick<ApiRequest, 'cookies'>, secure: boolean): string | undefined =>
  cookies[nameOf(secure)];

/** The token again, for the event sources of a browser, which send no header; no other address gets it, and no script. */
export const setSeatCookie = (
  reply: ApiReply,
  code: string,
  { token, expiresAt }: RoomToken,
  secure: boolean,
): void => {
  void reply.setCookie(nameOf(secure), token, {
    httpOnly: true,
    sameSite: 'strict',
    path: `/v1/rooms/${code}`,
    secure,
    expires: expiresAt,
  });
};

export const clearSeatCookie = (reply: ApiReply, code: string, secure: boolean): void => {
  void reply.clearCookie(nameOf(secure), { path: `/v1/rooms/${code}`, secure });
};
