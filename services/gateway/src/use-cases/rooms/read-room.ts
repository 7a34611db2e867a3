import { Inject, Injectable } from '@nestjs/common';
import {
  CodedRoomResults,
  CodedRoomStage,
  DomainError,
  SEAL_PLACES,
  type FoundRoom,
  type JobMeta,
  type Language,
  type PublicRoom,
  type RoomResults,
  type RoomStage,
  type RoomState,
  type RoomVocabulary,
  type TeacherRoomState,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { namesOf, presentRoomResults, presentRoomStage } from '@openrounds/presentation';
import { type Seat } from '../../model/seat';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SERVICES, type Services } from '../../ports/services';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { FindRoom, type RoomRequest } from './find-room';
import { type RoomFrame } from './room-frame';
import { RoomWatches } from './room-watch';
import { type RoomViewer } from './stream-room';

/** Somebody in a room: a participant by a seat, or whoever leads it. */
export type InRoom =
  | { readonly seat: Seat; readonly meta: JobMeta; readonly language: Language }
  | ({ readonly seat?: undefined } & TeachingRequest);

/** A vocabulary does not change under its tag. */
export interface TaggedVocabulary {
  readonly etag: string;
  readonly entries: () => RoomVocabulary;
}

/** What there is to read in a room, for whoever is in it. */
@Injectable()
export class ReadRoom {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'bundleFor'>,
    private readonly find: FindRoom,
    private readonly watches: RoomWatches,
    private readonly sealer: Sealer,
  ) {}

  /** What anybody with the code is told. */
  async publicly(address: string, request: RoomRequest): Promise<PublicRoom> {
    const { code, state, language, entry, rehearsal } = await this.find.at(address, request);
    return { code, state, language, entry, ...(rehearsal && { rehearsal }) };
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async state(who: InRoom, address: string): Promise<TeacherRoomState | RoomState> {
    const { frame, viewer } = await this.look(who, address);
    return frame.state(viewer.view, viewer.language);
  }

  /** The room with its newest frame, and how this person sees it. @throws DomainError `not-found`, `forbidden` */
  async look(
    who: InRoom,
    address: string,
  ): Promise<{ readonly room: FoundRoom; readonly frame: RoomFrame; readonly viewer: RoomViewer }> {
    const { language } = who;
    if (who.seat === undefined) {
      const room = await this.find.ledBy(who.principal, address, who.meta);
      return { room, frame: await this.watches.look(room), viewer: { view: 'teacher', language } };
    }
    const room = await this.find.at(who.seat.roomId, who.meta);
    const frame = await this.watches.look(room);
    if (frame.isRemoved(who.seat.number)) throw new DomainError('forbidden', 'The teacher has removed you');
    return { room, frame, viewer: { view: 'participant', language, number: who.seat.number } };
  }

  async stage(who: InRoom, address: string, no: number): Promise<RoomStage> {
    const { room } = await this.look(who, address);
    const by = who.seat === undefined ? askerOf(who.principal) : null;
    const { meta, language } = who;
    const { sealed } = await this.services.ask('read-room-stage.v1', { meta, roomId: room.roomId, by, no });
    const stage = this.sealer.open(sealed, this.place(room, meta), CodedRoomStage);
    return presentRoomStage(stage, namesOf(this.knowledge.bundleFor(room), language));
  }

  /** The diseases of the room's knowledge in the order of the alphabet: nothing in it tells of the case. */
  async vocabulary(who: InRoom, address: string): Promise<TaggedVocabulary> {
    const { language } = who;
    const room =
      who.seat === undefined
        ? await this.find.ledBy(who.principal, address, who.meta)
        : await this.find.at(who.seat.roomId, who.meta);
    const { hashes, diseases } = this.knowledge.bundleFor(room);
    const { compare } = new Intl.Collator(language);
    return {
      etag: `"${hashes.knowledge}-${language}"`,
      entries: () =>
        diseases
          .map(({ id, name, synonyms }) => [id, name[language], ...synonyms[language]])
          .sort(([, one = ''], [, two = '']) => compare(one, two)),
    };
  }

  async results(request: TeachingRequest, address: string): Promise<RoomResults> {
    const { principal, meta, language } = request;
    const room = await this.find.seenBy(principal, address, meta);
    const payload = { meta, by: askerOf(principal), roomId: room.roomId };
    const { sealed } = await this.services.ask('read-room-results.v1', payload);
    const results = this.sealer.open(sealed, this.place(room, meta), CodedRoomResults);
    return presentRoomResults(results, namesOf(this.knowledge.bundleFor(room), language));
  }

  private place({ tenantId }: FoundRoom, { requestId }: JobMeta) {
    return SEAL_PLACES.shownRoom(tenantId, requestId);
  }
}
