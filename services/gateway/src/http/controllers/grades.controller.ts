import { Controller, Req } from '@nestjs/common';
import { type GradeList, type Principal, type ResentGrades } from '@openrounds/contracts';
import { SentGrades } from '../../use-cases/assignments/sent-grades';
import { type ApiRequest } from '../api-request';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** Scores in the gradebooks of learning platforms. */
@Controller()
export class GradesController {
  constructor(private readonly grades: SentGrades) {}

  @Operate('listLtiGrades')
  list(
    @Input() { query }: OperationInput<'listLtiGrades'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<GradeList> {
    return this.grades.list(teachingRequest(request, principal), query);
  }

  @Operate('resendLtiGrade')
  resendOne(
    @Input() { params }: OperationInput<'resendLtiGrade'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<ResentGrades> {
    return this.grades.resendOne(teachingRequest(request, principal), params.id);
  }

  @Operate('resendLtiGrades')
  resendAll(
    @Input() { body }: OperationInput<'resendLtiGrades'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<ResentGrades> {
    return this.grades.resendAll(teachingRequest(request, principal), body.assignmentId);
  }
}
