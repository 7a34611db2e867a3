import { Controller, Req } from '@nestjs/common';
import {
  type LtiCheck,
  type LtiConfiguration,
  type LtiKeySet,
  type LtiRegistration,
  type LtiRegistrationList,
  type Principal,
} from '@openrounds/contracts';
import { LearningPlatforms } from '../../use-cases/learning-platforms';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { NOBODY } from '../nobody';
import { Caller, Input, Operate, type OperationInput } from '../operate';

@Controller()
export class LtiController {
  constructor(private readonly platforms: LearningPlatforms) {}

  @Operate('getLtiKeySet')
  keySet(@Req() request: ApiRequest): Promise<LtiKeySet> {
    return this.platforms.keySet(jobMeta(request, NOBODY));
  }

  @Operate('getLtiConfiguration')
  configuration(): LtiConfiguration {
    return this.platforms.configuration();
  }

  @Operate('registerLtiPlatform')
  register(
    @Input() { body }: OperationInput<'registerLtiPlatform'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiRegistration> {
    return this.platforms.register(jobMeta(request, principal), body);
  }

  @Operate('listLtiRegistrations')
  list(
    @Input() { query: { limit, cursor } }: OperationInput<'listLtiRegistrations'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiRegistrationList> {
    return this.platforms.list(jobMeta(request, principal), limit, cursor);
  }

  @Operate('checkLtiRegistration')
  check(
    @Input() { params }: OperationInput<'checkLtiRegistration'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiCheck> {
    return this.platforms.check(jobMeta(request, principal), params.id);
  }

  @Operate('removeLtiRegistration')
  remove(
    @Input() { params }: OperationInput<'removeLtiRegistration'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<void> {
    return this.platforms.remove(jobMeta(request, principal), params.id);
  }
}
