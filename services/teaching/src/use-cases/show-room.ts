import { Inject, Injectable } from '@nestjs/common';
import { type JobMeta } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { type EngineStage } from '../model/engine-stage';
import { contentOf } from '../model/room-content';
import { type Scene } from '../model/room-frame';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { ROOM_STORE, type RoomRef, type RoomStore, type StoredRoom } from '../ports/room-store';
import { EngineStages } from './engine-stages';
import { FindRoom } from './find-room';

/** A scene with what the engine said of each stage. */
export interface WholeScene extends Scene {
  readonly engine: readonly (EngineStage | null)[];
}

/** Puts together what a room is told from. */
@Injectable()
export class ShowRoom {
  constructor(
    private readonly findRoom: FindRoom,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'readCase'>,
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'tallies'>,
    private readonly engineStages: EngineStages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`
   * @throws BundleError when the knowledge version is not there
   */
  async execute(meta: JobMeta, roomId: string): Promise<WholeScene> {
    return this.scene(meta, await this.findRoom.byId({ tenantId: meta.tenantId, roomId }));
  }

  async scene(meta: JobMeta, stored: StoredRoom): Promise<WholeScene> {
    const ref: RoomRef = stored;
    const now = this.clock.now();
    const body = await this.rooms.readCase(ref);
    const engine = body === undefined ? [] : await this.engineStages.execute(meta, stored, body, now);
    const tallies = await this.answers.tallies(ref);
    const content = contentOf({ room: stored.room, body, engine, tallies, planted: stored.planted });
    return { stored, content, body, tallies, engine, now };
  }
}
