import { Controller, Req } from '@nestjs/common';
import { type Comment, type CommentList, type RoomTeam } from '@openrounds/contracts';
import { ActInTeam } from '../../use-cases/rooms/act-in-team';
import { Discuss } from '../../use-cases/rooms/discuss';
import { type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { Input, Operate, type OperationInput } from '../operate';
import { inRoom } from '../room-request';

/** What those in a room do with one another: teams, and the discussion after the diagnosis. */
@Controller()
export class RoomTogetherController {
  constructor(
    private readonly discuss: Discuss,
    private readonly actInTeam: ActInTeam,
  ) {}

  @Operate('chooseTeam')
  choose(
    @Input() { params, body }: OperationInput<'chooseTeam'>,
    @Req() request: ApiRequest,
  ): Promise<RoomTeam> {
    return this.actInTeam.execute(inRoom(request), params.code, { team: body.team });
  }

  @Operate('handOnPen')
  handOn(
    @Input() { params, body }: OperationInput<'handOnPen'>,
    @Req() request: ApiRequest,
  ): Promise<RoomTeam> {
    return this.actInTeam.execute(inRoom(request), params.code, { pen: body.number });
  }

  @Operate('postComment')
  write(
    @Input() { params, body }: OperationInput<'postComment'>,
    @Req() request: ApiRequest,
  ): Promise<Comment> {
    return this.discuss.write(inRoom(request), params.code, body, idempotencyOf(request)?.key);
  }

  @Operate('listComments')
  read(
    @Input() { params, query }: OperationInput<'listComments'>,
    @Req() request: ApiRequest,
  ): Promise<CommentList> {
    return this.discuss.read(inRoom(request), params.code, query);
  }
}
