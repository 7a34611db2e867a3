import { Readable } from 'node:stream';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  type Principal,
  type RoomParticipantList,
  type RoomResults,
  type RoomStage,
} from '@openrounds/contracts';
import { Metrics } from '@openrounds/platform';
import { OpenRequests } from '../../use-cases/open-requests';
import { ReadRoom, type InRoom } from '../../use-cases/rooms/read-room';
import { ResultsTable } from '../../use-cases/rooms/results-table';
import { StreamRoom } from '../../use-cases/rooms/stream-room';
import { UseSession } from '../../use-cases/use-session';
import { type ApiReply, type ApiRequest } from '../api-request';
import { sendEvents } from '../event-stream';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { inRoom } from '../room-request';
import { ShuttingDown } from '../shutting-down';
import { teachingRequest } from '../teaching-request';

/** A phone that comes back may still hold the connection that it lost, and the one before. */
const STREAMS_OF_A_SEAT = 4;
const MOST_UNREAD_BYTES = 64 * 1024;
/** It does not change under its tag; shared caches have no business with a room. */
const VOCABULARY_CACHE = 'private, max-age=86400, immutable';

/** What there is to see in a room, for participants and whoever leads it. */
@Controller()
export class RoomViewsController {
  constructor(
    private readonly readRoom: ReadRoom,
    private readonly streamRoom: StreamRoom,
    private readonly resultsTable: ResultsTable,
    private readonly useSession: UseSession,
    private readonly openRequests: OpenRequests,
    private readonly shuttingDown: ShuttingDown,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'rooms'>,
  ) {}

  @Operate('streamRoomEvents')
  async events(
    @Input() { params }: OperationInput<'streamRoomEvents'>,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    const who = inRoom(request);
    const { room, viewer } = await this.readRoom.look(who, params.code);
    const events = (signal: AbortSignal) =>
      this.useSession.during(request.sessionToken, this.streamRoom.events(room, viewer, signal));
    const send = () =>
      sendEvents(reply, events, {
        shuttingDown: this.shuttingDown.signal,
        greeting: 'the room follows, whenever it has changed',
        mostUnreadBytes: MOST_UNREAD_BYTES,
        onCut: () => {
          this.metrics.rooms.streamsCut.inc();
        },
      });
    await this.duringStream(who, send);
  }

  @Operate('getRoomStage')
  stage(@Input() { params }: OperationInput<'getRoomStage'>, @Req() request: ApiRequest): Promise<RoomStage> {
    return this.readRoom.stage(inRoom(request), params.code, params.number);
  }

  @Operate('getRoomVocabulary')
  async vocabulary(
    @Input() { params }: OperationInput<'getRoomVocabulary'>,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    const { etag, entries } = await this.readRoom.vocabulary(inRoom(request), params.code);
    void reply
      .header('etag', etag)
      .header('cache-control', VOCABULARY_CACHE)
      .header('vary', 'accept-language');
    if (request.headers['if-none-match'] === etag) void reply.status(304).send();
    else void reply.send(entries());
  }

  @Operate('getRoomResults')
  results(
    @Input() { params }: OperationInput<'getRoomResults'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<RoomResults> {
    return this.readRoom.results(teachingRequest(request, principal), params.code);
  }

  @Operate('listRoomParticipants')
  participants(
    @Input() { params, query }: OperationInput<'listRoomParticipants'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<RoomParticipantList> {
    return this.resultsTable.participants(teachingRequest(request, principal), params.code, query);
  }

  @Operate('getRoomResultsTable')
  async table(
    @Input() { params }: OperationInput<'getRoomResultsTable'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    const lines = await this.resultsTable.lines(teachingRequest(request, principal), params.code);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="room-${params.code}.csv"`)
      .send(Readable.from(lines, { objectMode: false }));
  }

  private duringStream(who: InRoom, send: () => Promise<void>): Promise<void> {
    if (who.seat === undefined) return this.openRequests.during(who.principal, send);
    const { tenantId, participantId } = who.seat;
    return this.openRequests.during({ tenantId, subject: `seat:${participantId}` }, send, STREAMS_OF_A_SEAT);
  }
}
