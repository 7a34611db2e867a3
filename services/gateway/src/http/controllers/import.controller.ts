import { Controller, Req, Res } from '@nestjs/common';
import {
  DomainError,
  IMPORT_MEDIA_TYPES,
  type ImportedCase,
  type Language,
  type Principal,
} from '@openrounds/contracts';
import { ImportCase } from '../../use-cases/import-case';
import { mediaTypeOf, type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { etagOf } from '../if-match';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

@Controller()
export class ImportController {
  constructor(private readonly importCase: ImportCase) {}

  @Operate('importCase')
  async import(
    @Input() { params: { format }, body }: OperationInput<'importCase'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<ImportedCase> {
    const taken: readonly string[] = IMPORT_MEDIA_TYPES[format];
    if (!taken.includes(mediaTypeOf(request) ?? ''))
      throw new DomainError('unsupported-media-type', `${format} is sent as ${taken.join(' or ')}`);
    const stored = await this.importCase.execute(
      principal,
      jobMeta(request, principal),
      { format, body },
      language,
      idempotencyOf(request),
    );
    void reply.header('location', `/v1/cases/${stored.id}`).header('etag', etagOf(stored));
    return stored;
  }
}
