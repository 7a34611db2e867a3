import { Controller, Req } from '@nestjs/common';
import {
  type LaunchSession,
  type LearnerNames,
  type LtiCheck,
  type LtiChoiceAnswer,
  type LtiConfiguration,
  type LtiDeployment,
  type LtiDeploymentList,
  type LtiKeySet,
  type LtiLaunchProblemList,
  type LtiRegistration,
  type LtiRegistrationLinkList,
  type LtiRegistrationList,
  type NamesReadEventList,
  type NewLtiRegistrationLink,
  type Principal,
} from '@openrounds/contracts';
import { ReadLearnerNames } from '../../use-cases/assignments/learner-names';
import { ChooseLinks } from '../../use-cases/launches/choose-links';
import { ManageLaunches } from '../../use-cases/launches/manage-launches';
import { OpenLaunchSession } from '../../use-cases/launches/open-launch-session';
import { LearningPlatforms } from '../../use-cases/learning-platforms';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { NOBODY } from '../nobody';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

@Controller()
export class LtiController {
  constructor(
    private readonly platforms: LearningPlatforms,
    private readonly launches: ManageLaunches,
    private readonly sessions: OpenLaunchSession,
    private readonly choices: ChooseLinks,
    private readonly names: ReadLearnerNames,
  ) {}

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

  @Operate('openLaunchSession')
  openSession(
    @Input() { body }: OperationInput<'openLaunchSession'>,
    @Req() request: ApiRequest,
  ): Promise<LaunchSession> {
    return this.sessions.execute(jobMeta(request, NOBODY), body.ticket);
  }

  @Operate('chooseLtiLinks')
  choose(
    @Input() { body }: OperationInput<'chooseLtiLinks'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiChoiceAnswer> {
    return this.choices.execute(teachingRequest(request, principal), body);
  }

  @Operate('readLearnerNames')
  readNames(
    @Input() { params }: OperationInput<'readLearnerNames'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LearnerNames> {
    return this.names.execute(teachingRequest(request, principal), params.id);
  }

  @Operate('listNamesRead')
  listNamesRead(
    @Input() { query }: OperationInput<'listNamesRead'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<NamesReadEventList> {
    return this.launches.listNamesRead(jobMeta(request, principal), query);
  }

  @Operate('createLtiRegistrationLink')
  addLink(@Caller() principal: Principal, @Req() request: ApiRequest): Promise<NewLtiRegistrationLink> {
    return this.launches.addLink(jobMeta(request, principal));
  }

  @Operate('listLtiRegistrationLinks')
  listLinks(
    @Input() { query }: OperationInput<'listLtiRegistrationLinks'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiRegistrationLinkList> {
    return this.launches.listLinks(jobMeta(request, principal), query);
  }

  @Operate('listLtiDeployments')
  listDeployments(
    @Input() { query }: OperationInput<'listLtiDeployments'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiDeploymentList> {
    return this.launches.listDeployments(jobMeta(request, principal), query);
  }

  @Operate('acceptLtiDeployment')
  acceptDeployment(
    @Input() { params }: OperationInput<'acceptLtiDeployment'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiDeployment> {
    return this.launches.accept(jobMeta(request, principal), params.id);
  }

  @Operate('changeLtiDeployment')
  changeDeployment(
    @Input() { params, body }: OperationInput<'changeLtiDeployment'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiDeployment> {
    return this.launches.change(jobMeta(request, principal), params.id, body);
  }

  @Operate('listLtiLaunchProblems')
  listProblems(
    @Input() { query }: OperationInput<'listLtiLaunchProblems'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LtiLaunchProblemList> {
    return this.launches.listProblems(jobMeta(request, principal), query);
  }
}
