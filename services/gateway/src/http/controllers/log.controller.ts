import { Controller, Req } from '@nestjs/common';
import { type LogCheckpoint, type LogEntry, type LogEntryList, type Principal } from '@openrounds/contracts';
import { ReadLog } from '../../use-cases/read-log';
import { type ApiRequest } from '../api-request';
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
  checkpoint(@Caller() principal: Principal, @Req() request: ApiRequest): Promise<LogCheckpoint> {
    return this.log.checkpoint(jobMeta(request, principal));
  }
}
