import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@openrounds/contracts';
import { PRINT_STYLE, printRun } from '@openrounds/presentation';
import { recordFileText } from '@openrounds/transparency-log';
import { SERVICES, type Services } from '../ports/services';
import { ReadRun } from './read-run';
import { ViewRun, type ViewRequest } from './view-run';

/** A file as it is sent. */
export interface ExportedFile {
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The console's page that checks a record file. */
const VERIFY_PATH = '/verify';

/** The page holds its own style and nothing else that acts. */
const STYLE_HASH = createHash('sha256').update(PRINT_STYLE).digest('base64');
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** An explanation to keep or to hand on. */
@Injectable()
export class ExportRun {
  constructor(
    @Inject(ViewRun) private readonly views: Pick<ViewRun, 'explanation'>,
    @Inject(ReadRun) private readonly runs: Pick<ReadRun, 'read'>,
    @Inject(SERVICES) private readonly services: Services,
  ) {}

  /** @param origin under which the reader knows this server */
  file(request: ViewRequest, as: 'record' | 'html', origin: string): Promise<ExportedFile> {
    return as === 'record' ? this.recordFile(request) : this.page(request, origin);
  }

  private async page({ principal, runId, language }: ViewRequest, origin: string): Promise<ExportedFile> {
    const run = await this.runs.read(principal, runId, language);
    if (run.completedAt === null) throw new DomainError('run-not-ready');
    return {
      mediaType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': PAGE_POLICY, 'content-language': language },
      text: printRun(run, language, new URL(VERIFY_PATH, origin).href),
    };
  }

  /** The record with its proof under the signature of now; the checkpoint comes first, so that the path leads to it. */
  private async recordFile(request: ViewRequest): Promise<ExportedFile> {
    const { meta } = request;
    const { index, leafHash, record, salt } = await this.views.explanation(request);
    const { size, note, publicKey } = await this.services.ask('get-checkpoint.v1', { meta });
    const { path } = await this.services.ask('prove-inclusion.v1', { meta, index, size });
    return {
      mediaType: 'application/json; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="openrounds-record-${String(index)}.json"` },
      text: recordFileText({ record, salt, index, leafHash, size, path, note, publicKey }),
    };
  }
}
