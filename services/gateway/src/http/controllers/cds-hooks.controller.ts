import { Controller, Req } from '@nestjs/common';
import { type CdsCards, type CdsServiceId, type CdsServices } from '@openrounds/contracts';
import { AnswerCds } from '../../use-cases/cds/answer-cds';
import { type CdsCall } from '../../use-cases/cds/caller-of-cds';
import { KeepCdsFeedback } from '../../use-cases/cds/keep-cds-feedback';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Input, Operate, type OperationInput } from '../operate';
import { NOBODY } from '../nobody';

@Controller()
export class CdsHooksController {
  constructor(
    private readonly answer: AnswerCds,
    private readonly feedback: KeepCdsFeedback,
  ) {}

  @Operate('listCdsServices')
  list(): CdsServices {
    return this.answer.list();
  }

  @Operate('callCdsService')
  call(
    @Input() { params, body }: OperationInput<'callCdsService'>,
    @Req() request: ApiRequest,
  ): Promise<CdsCards> {
    return this.answer.execute(callOf(params.id, request), body);
  }

  @Operate('sendCdsFeedback')
  keep(
    @Input() { params, body }: OperationInput<'sendCdsFeedback'>,
    @Req() request: ApiRequest,
  ): Promise<void> {
    return this.feedback.execute(callOf(params.id, request), body);
  }
}

const callOf = (serviceId: CdsServiceId, request: ApiRequest): CdsCall => ({
  meta: jobMeta(request, NOBODY),
  serviceId,
  authorization: request.headers.authorization,
  address: request.ip,
  bytes: request.bodyBytes ?? 0,
});
