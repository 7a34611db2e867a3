import { Controller, Inject, Req, Res } from '@nestjs/common';
import { type Principal, type Room, type RoomList, type TeacherRoomState } from '@openrounds/contracts';
import { CLASS_ORIGIN } from '../../settings';
import { LeadRoom, type PressedAct } from '../../use-cases/rooms/lead-room';
import { type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { joinUrlOf } from '../room-request';
import { teachingRequest } from '../teaching-request';

/** What a teacher does with rooms. */
@Controller()
export class RoomsController {
  constructor(
    private readonly rooms: LeadRoom,
    @Inject(CLASS_ORIGIN) private readonly classOrigin: string | null,
  ) {}

  @Operate('createRoom')
  async create(
    @Input() { body }: OperationInput<'createRoom'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Room> {
    const room = await this.rooms.create(
      teachingRequest(request, principal),
      body,
      idempotencyOf(request),
      joinUrlOf(request, this.classOrigin),
    );
    void reply.header('location', `/v1/rooms/${room.id}`);
    return room;
  }

  @Operate('listRooms')
  list(
    @Input() { query }: OperationInput<'listRooms'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<RoomList> {
    return this.rooms.list(teachingRequest(request, principal), query, joinUrlOf(request, this.classOrigin));
  }

  @Operate('openRound')
  open(
    @Input() { params, body }: OperationInput<'openRound'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'open', ...body });
  }

  @Operate('closeRound')
  close(
    @Input() { params, body }: OperationInput<'closeRound'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'close', ...body });
  }

  @Operate('extendRound')
  extend(
    @Input() { params, body }: OperationInput<'extendRound'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'extend', ...body });
  }

  @Operate('resetRound')
  reset(
    @Input() { params, body }: OperationInput<'resetRound'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'reset', ...body });
  }

  @Operate('revealRound')
  reveal(
    @Input() { params, body }: OperationInput<'revealRound'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'reveal', ...body });
  }

  @Operate('countLate')
  countLate(
    @Input() { params, body }: OperationInput<'countLate'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'count-late', ...body });
  }

  @Operate('moveToStage')
  stage(
    @Input() { params, body }: OperationInput<'moveToStage'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'stage', ...body });
  }

  @Operate('lockRoom')
  lock(
    @Input() { params, body }: OperationInput<'lockRoom'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'lock', ...body });
  }

  @Operate('showTutorAnswer')
  showAnswer(
    @Input() { params, body }: OperationInput<'showTutorAnswer'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'show-answer', ...body });
  }

  @Operate('endRoom')
  end(
    @Input() { params, body }: OperationInput<'endRoom'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'end', ...body });
  }

  @Operate('mapWords')
  words(
    @Input() { params, body }: OperationInput<'mapWords'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'words', ...body });
  }

  @Operate('addRound')
  addRound(
    @Input() { params, body }: OperationInput<'addRound'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'add-round', round: body });
  }

  @Operate('removeParticipant')
  remove(
    @Input() { params }: OperationInput<'removeParticipant'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    return this.act(request, principal, params.code, { type: 'remove', number: params.number });
  }

  @Operate('hideComment')
  hideComment(
    @Input() { params, body }: OperationInput<'hideComment'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState> {
    const { number } = params;
    return this.act(request, principal, params.code, { type: 'hide-comment', number, ...body });
  }

  private act(
    request: ApiRequest,
    principal: Principal,
    address: string,
    act: PressedAct,
  ): Promise<TeacherRoomState> {
    const key = idempotencyOf(request)?.key;
    return this.rooms.act(teachingRequest(request, principal), address, act, key);
  }
}
