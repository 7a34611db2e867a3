import { Inject, Injectable } from '@nestjs/common';
import { type Seat } from '../model/seat';
import { ROOM_TOKENS, type RoomTokens } from '../ports/room-tokens';
import { bearerOf } from './authenticate';

/** Finds out who sits in a room, by the token that joining it gave. */
@Injectable()
export class FindSeat {
  constructor(@Inject(ROOM_TOKENS) private readonly tokens: RoomTokens) {}

  /** @returns undefined for credentials of another kind, and for a token that is not good, or not good any more */
  async byBearer(authorization: string): Promise<Seat | undefined> {
    const token = bearerOf(authorization);
    return token !== undefined && this.tokens.isOne(token) ? this.tokens.verify(token) : undefined;
  }

  /** @returns undefined where there is no token, or it is not good */
  async byToken(token: string | undefined): Promise<Seat | undefined> {
    return token === undefined ? undefined : this.tokens.verify(token);
  }
}
