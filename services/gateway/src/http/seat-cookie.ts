import { type RoomToken } from '../ports/room-tokens';
import { type ApiReply } from './api-request';

export const SEAT_COOKIE = 'openrounds_seat';

/** The token again, for the event sources of a browser, which send no header; no other address gets it, and no script. */
export const setSeatCookie = (
  reply: ApiReply,
  code: string,
  { token, expiresAt }: RoomToken,
  secure: boolean,
): void => {
  void reply.setCookie(SEAT_COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    path: `/v1/rooms/${code}`,
    secure,
    expires: expiresAt,
  });
};

export const clearSeatCookie = (reply: ApiReply, code: string): void => {
  void reply.clearCookie(SEAT_COOKIE, { path: `/v1/rooms/${code}` });
};
