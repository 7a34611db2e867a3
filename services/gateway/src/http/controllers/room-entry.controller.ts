import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  type Consents,
  type JoinedRoom,
  type Mine,
  type PublicRoom,
  type RoomState,
  type SubmissionReceipt,
  type TeacherRoomState,
} from '@openrounds/contracts';
import { type Seat } from '../../model/seat';
import { CLASS_ORIGIN, SECURE_COOKIES } from '../../settings';
import { RateLimit } from '../../use-cases/rate-limit';
import { FindRoom, requireSameTenant } from '../../use-cases/rooms/find-room';
import { JoinRoom } from '../../use-cases/rooms/join-room';
import { OwnPart } from '../../use-cases/rooms/own-part';
import { ReadRoom } from '../../use-cases/rooms/read-room';
import { SubmitAnswer } from '../../use-cases/rooms/submit-answer';
import { type ApiReply, type ApiRequest } from '../api-request';
import { Input, Operate, Sitting, type OperationInput } from '../operate';
import { inRoom, joinUrlOf, roomRequest } from '../room-request';
import { clearSeatCookie, setSeatCookie } from '../seat-cookie';

/** What phones do in a room: come in, answer, look at their own. */
@Controller()
export class RoomEntryController {
  constructor(
    private readonly joinRoom: JoinRoom,
    private readonly submitAnswer: SubmitAnswer,
    private readonly ownPart: OwnPart,
    private readonly readRoom: ReadRoom,
    private readonly find: FindRoom,
    private readonly rateLimit: RateLimit,
    @Inject(SECURE_COOKIES) private readonly secureCookies: boolean,
    @Inject(CLASS_ORIGIN) private readonly classOrigin: string | null,
  ) {}

  @Operate('getRoom')
  async read(
    @Input() { params }: OperationInput<'getRoom'>,
    @Req() request: ApiRequest,
  ): Promise<TeacherRoomState | RoomState | PublicRoom> {
    const { seat, principal } = request;
    const read = async (): Promise<TeacherRoomState | RoomState | PublicRoom> => {
      const room = await this.find.at(seat?.roomId ?? params.code, roomRequest(request));
      if (principal !== undefined) requireSameTenant(principal, room);
      const isInIt = seat !== undefined || (principal !== undefined && this.find.isLedBy(principal, room));
      if (isInIt) return this.withAddress(await this.readRoom.state(inRoom(request), params.code), request);
      const told = await this.readRoom.publicly(params.code, roomRequest(request));
      return principal === undefined ? told : { ...told, signedIn: true };
    };
    return this.rateLimit.seek(request.ip, read);
  }

  @Operate('joinRoom')
  async join(
    @Input() { params, body }: OperationInput<'joinRoom'>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<JoinedRoom> {
    const { joined, token, code } = await this.joinRoom.execute({
      code: params.code,
      input: body,
      address: request.ip,
      request: roomRequest(request),
      language: request.chosenLanguage ?? body.language,
      principal: request.principal,
    });
    setSeatCookie(reply, code, token, this.secureCookies);
    return joined;
  }

  @Operate('submitAnswer')
  submit(
    @Input() { body }: OperationInput<'submitAnswer'>,
    @Sitting() seat: Seat,
  ): Promise<SubmissionReceipt> {
    return this.submitAnswer.execute(seat, body);
  }

  @Operate('getMine')
  mine(@Sitting() seat: Seat, @Req() request: ApiRequest): Promise<Mine> {
    const { meta, language } = inRoom(request);
    return this.ownPart.read(seat, meta, language);
  }

  @Operate('getMyRoomConsents')
  consents(@Sitting() seat: Seat, @Req() request: ApiRequest): Promise<Consents> {
    return this.ownPart.agree(seat, inRoom(request).meta, []);
  }

  @Operate('recordMyRoomConsents')
  decide(
    @Input() { body }: OperationInput<'recordMyRoomConsents'>,
    @Sitting() seat: Seat,
    @Req() request: ApiRequest,
  ): Promise<Consents> {
    return this.ownPart.agree(seat, inRoom(request).meta, body.consents);
  }

  @Operate('forgetMe')
  async forget(
    @Sitting() seat: Seat,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<void> {
    await this.ownPart.forget(seat, inRoom(request).meta);
    clearSeatCookie(reply, seat.code, this.secureCookies);
  }

  /** A teacher shows the class where to come in; a frame, which all teachers share, does not know by which address. */
  private withAddress(
    state: TeacherRoomState | RoomState,
    request: ApiRequest,
  ): TeacherRoomState | RoomState {
    return 'control' in state
      ? { ...state, joinUrl: joinUrlOf(request, this.classOrigin)(state.code) }
      : state;
  }
}
