import { Readable } from 'node:stream';
import { Controller, Req, Res } from '@nestjs/common';
import {
  type Assignment,
  type AssignmentList,
  type AssignmentResults,
  type Principal,
} from '@openrounds/contracts';
import { ManageAssignments } from '../../use-cases/assignments/manage-assignments';
import { ScoreTable } from '../../use-cases/assignments/score-table';
import { type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** Assignments, and how they were taken. */
@Controller()
export class AssignmentsController {
  constructor(
    private readonly assignments: ManageAssignments,
    private readonly table: ScoreTable,
  ) {}

  @Operate('createAssignment')
  async create(
    @Input() { body }: OperationInput<'createAssignment'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Assignment> {
    const idempotency = idempotencyOf(request);
    const created = await this.assignments.create(teachingRequest(request, principal), body, idempotency);
    void reply.header('location', `/v1/assignments/${created.id}`);
    return created;
  }

  @Operate('listAssignments')
  list(
    @Input() { query }: OperationInput<'listAssignments'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<AssignmentList> {
    return this.assignments.list(teachingRequest(request, principal), query);
  }

  @Operate('getAssignment')
  read(
    @Input() { params }: OperationInput<'getAssignment'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Assignment> {
    return this.assignments.read(teachingRequest(request, principal), params.id);
  }

  @Operate('releaseAssignment')
  release(
    @Input() { params }: OperationInput<'releaseAssignment'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Assignment> {
    return this.assignments.release(teachingRequest(request, principal), params.id);
  }

  @Operate('deleteAssignment')
  remove(
    @Input() { params }: OperationInput<'deleteAssignment'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<void> {
    return this.assignments.remove(teachingRequest(request, principal), params.id);
  }

  @Operate('getAssignmentResults')
  results(
    @Input() { params, query }: OperationInput<'getAssignmentResults'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<AssignmentResults> {
    return this.assignments.results(teachingRequest(request, principal), params.id, query);
  }

  @Operate('getAssignmentResultsTable')
  async resultsTable(
    @Input() { params }: OperationInput<'getAssignmentResultsTable'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    const lines = await this.table.lines(teachingRequest(request, principal), params.id);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="assignment-${params.id}.csv"`)
      .send(Readable.from(lines, { objectMode: false }));
  }
}
