import { Controller, Req, Res, UseFilters } from '@nestjs/common';
import {
  type LrsCheck,
  type LrsConnection,
  type LrsConnectionList,
  type Principal,
  type RecordStatementList,
  type SessionLeft,
} from '@openrounds/contracts';
import { ExportCourse } from '../../use-cases/records/export-course';
import { LearningRecords } from '../../use-cases/records/learning-records';
import { type ApiReply, type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { cmi5RefusalPage } from '../launch-pages/cmi5-page';
import { LaunchPageFilter, sendPage } from '../launch-pages/launch-page.filter';
import { NOBODY } from '../nobody';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** Courses by cmi5, and what is recorded of learners elsewhere. */
@Controller()
export class LearningRecordsController {
  constructor(
    private readonly records: LearningRecords,
    private readonly course: ExportCourse,
  ) {}

  @Operate('registerLrsConnection')
  register(
    @Input() { body }: OperationInput<'registerLrsConnection'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LrsConnection> {
    return this.records.register(jobMeta(request, principal), body);
  }

  @Operate('listLrsConnections')
  list(
    @Input() { query }: OperationInput<'listLrsConnections'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LrsConnectionList> {
    return this.records.list(jobMeta(request, principal), query);
  }

  @Operate('checkLrsConnection')
  check(
    @Input() { params }: OperationInput<'checkLrsConnection'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LrsCheck> {
    return this.records.check(jobMeta(request, principal), params.id);
  }

  @Operate('removeLrsConnection')
  remove(
    @Input() { params }: OperationInput<'removeLrsConnection'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<void> {
    return this.records.remove(jobMeta(request, principal), params.id);
  }

  @Operate('listRecordStatements')
  statements(
    @Input() { query }: OperationInput<'listRecordStatements'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<RecordStatementList> {
    return this.records.statements(jobMeta(request, principal), query);
  }

  @Operate('exportCourse')
  async package(
    @Input() { params, query }: OperationInput<'exportCourse'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Buffer> {
    const zip = await this.course.execute(teachingRequest(request, principal), params.id, query);
    void reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="openrounds-cmi5.zip"');
    return Buffer.from(zip);
  }

  @Operate('launchCmi5')
  @UseFilters(LaunchPageFilter)
  async launch(
    @Input() { query }: OperationInput<'launchCmi5'>,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    const begun = await this.records.begin(jobMeta(request, NOBODY), query);
    if ('code' in begun) sendPage(reply, 400, cmi5RefusalPage(begun.code, request.id, request.language));
    else void reply.header('cache-control', 'no-store').redirect(`/launch#${begun.ticket}`, 303);
  }

  @Operate('leaveCmi5Session')
  leave(
    @Input() { body }: OperationInput<'leaveCmi5Session'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<SessionLeft> {
    return this.records.leave(jobMeta(request, principal), principal, body.attemptId);
  }
}
