import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_MINE_BATCH,
  SEAL_PLACES,
  ToldMine,
  type CodedMine,
  type ConsentInput,
  type Consents,
  type JobMeta,
  type Language,
  type Mine,
} from '@openrounds/contracts';
import { Metrics, newId, Sealer } from '@openrounds/platform';
import { namesOf, presentMine } from '@openrounds/presentation';
import { type Seat } from '../../model/seat';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SERVICES, type Services } from '../../ports/services';
import { BATCH_DEADLINE_MS, RoomBatches, type BatchOfRoom } from './batches';
import { FindRoom } from './find-room';

/** What is kept of one participant: a whole class looks at it at once, after each layer that is shown. */
@Injectable()
export class OwnPart {
  private readonly batches = new RoomBatches<string, CodedMine | null>(MAX_MINE_BATCH, (room, ids) =>
    this.fetch(room, ids),
  );

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'bundleFor'>,
    private readonly find: FindRoom,
    private readonly sealer: Sealer,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'rooms'>,
  ) {}

  /** @throws DomainError `forbidden` for somebody whom the teacher removed, or who was forgotten */
  async read(seat: Seat, meta: JobMeta, language: Language): Promise<Mine> {
    const room = await this.find.at(seat.roomId, meta);
    const mine = await this.batches.add(seat, seat.participantId);
    if (mine === null) throw new DomainError('forbidden', 'You are not in this room any more');
    return presentMine(mine, namesOf(this.knowledge.bundleFor(room), language));
  }

  /**
   * Records what a participant agrees to; with nothing given it is told what holds.
   *
   * @throws DomainError `forbidden`, `invalid-request`
   */
  agree({ roomId, participantId }: Seat, meta: JobMeta, consents: ConsentInput[]): Promise<Consents> {
    return this.services.ask('record-participant-consents.v1', { meta, roomId, participantId, consents });
  }

  /** Forgets a participant with all that is kept of them. */
  async forget({ roomId, participantId }: Seat, meta: JobMeta): Promise<void> {
    await this.services.ask('forget-participant.v1', { meta, roomId, participantId });
  }

  private async fetch(
    { tenantId, roomId }: BatchOfRoom,
    participantIds: readonly string[],
  ): Promise<readonly (CodedMine | null)[]> {
    const requestId = newId();
    const payload = { meta: { tenantId, requestId }, roomId, participantIds: [...participantIds] };
    const { sealed } = await this.metrics.rooms.measured('mine', participantIds.length, () =>
      this.services.ask('read-mine.v1', payload, BATCH_DEADLINE_MS),
    );
    return this.sealer.open(sealed, SEAL_PLACES.shownRoom(tenantId, requestId), ToldMine);
  }
}
