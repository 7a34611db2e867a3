import { Controller, Req, Res } from '@nestjs/common';
import {
  type ConsistencyProof,
  type Cosignature,
  type InclusionProof,
  type LogCheckpoint,
  type LogEntry,
  type LogEntryList,
  type Principal,
} from '@openrounds/contracts';
import { ReadLog } from '../../use-cases/read-log';
import { type ApiReply, type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Caller, Input, Operate, type OperationInput } from '../operate';

@Controller()
export class LogController {
  constructor(private readonly log: ReadLog) {}

  @Operate('getLogEntry')
  entry(
    @Input() { params }: OperationInput<'getLogEntry'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LogEntry> {
    return this.log.entry(jobMeta(request, principal), params.index);
  }

  @Operate('listLogEntries')
  entries(
    @Input() { query: { limit, cursor } }: OperationInput<'listLogEntries'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LogEntryList> {
    return this.log.entries(jobMeta(request, principal), limit, cursor);
  }

  @Operate('getCheckpoint')
  checkpoint(
    @Input() { query }: OperationInput<'getCheckpoint'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LogCheckpoint> {
    return this.log.checkpoint(jobMeta(request, principal), query.witnessed);
  }

  @Operate('addCosignature')
  cosign(
    @Input() { body }: OperationInput<'addCosignature'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Cosignature> {
    return this.log.cosign(jobMeta(request, principal), body);
  }

  @Operate('proveInclusion')
  inclusion(
    @Input() { query }: OperationInput<'proveInclusion'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<InclusionProof> {
    return this.log.inclusion(jobMeta(request, principal), query);
  }

  @Operate('proveConsistency')
  consistency(
    @Input() { query }: OperationInput<'proveConsistency'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<ConsistencyProof> {
    return this.log.consistency(jobMeta(request, principal), query);
  }

  @Operate('getLogTile')
  async tile(
    @Input() { params: { path } }: OperationInput<'getLogTile'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Buffer> {
    const bytes = await this.log.tile(jobMeta(request, principal), path);
    const isNote = path === 'checkpoint';
    void reply.type(isNote ? 'text/plain; charset=utf-8' : 'application/octet-stream');
    void reply.header('cache-control', isNote ? 'no-store' : 'private, max-age=31536000, immutable');
    return bytes;
  }
}
