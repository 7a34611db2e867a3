import { type InDiscussion } from '@openrounds/contracts';
import { askerOf } from '../teaching-cases';
import { type FindRoom } from './find-room';
import { type InRoom } from './read-room';

/** Who of a room does or says something: a participant by their seat, or somebody who leads it. */
export const actorOf = (who: InRoom): InDiscussion =>
  who.seat === undefined
    ? askerOf(who.principal)
    : { participantId: who.seat.participantId, number: who.seat.number };

/** A seat is good for its own room alone, whichever address it came by. @throws DomainError `not-found`, `forbidden` */
export async function roomIdOf(find: FindRoom, who: InRoom, address: string): Promise<string> {
  if (who.seat !== undefined) return who.seat.roomId;
  return (await find.ledBy(who.principal, address, who.meta)).roomId;
}
