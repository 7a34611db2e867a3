import { Controller, Inject, Req } from '@nestjs/common';
import { type LogCheckpoint, type LogEntry, type LogEntryList, type Principal } from '@openrounds/contracts';
import { SERVICES, type Services } from '../../ports/services';
import { decodePosition, encodeCursor } from '../../use-cases/paging';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Caller, Input, Operate, type OperationInput } from '../operate';

@Controller()
export class LogController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Operate('getLogEntry')
  entry(
    @Input() { params }: OperationInput<'getLogEntry'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LogEntry> {
    return this.services.ask('get-log-entry.v1', { meta: jobMeta(request, principal), index: params.index });
  }

  @Operate('listLogEntries')
  async entries(
    @Input() { query: { limit, cursor } }: OperationInput<'listLogEntries'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LogEntryList> {
    const from = decodePosition(cursor);
    const { items, next } = await this.services.ask('list-log-entries.v1', {
      meta: jobMeta(request, principal),
      from,
      limit,
    });
    return { items, nextCursor: next === null ? null : encodeCursor(String(next)) };
  }

  @Operate('getCheckpoint')
  checkpoint(@Caller() principal: Principal, @Req() request: ApiRequest): Promise<LogCheckpoint> {
    return this.services.ask('get-checkpoint.v1', { meta: jobMeta(request, principal) });
  }
}
