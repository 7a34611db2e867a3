import { Inject, Injectable } from '@nestjs/common';
import { MAX_IMPORT_ITEMS, type CodedEhrPreview, type ReadEhrPayload } from '@openrounds/contracts';
import { NotImportable } from '@openrounds/interchange';
import { CLOCK, LOGGER, type Clock, type Logger } from '@openrounds/platform';
import { grantedTypes, SmartRefused } from '@openrounds/smart';
import { previewOfRecord } from '../../model/preview-of-record';
import { EHR_CLIENT_STORE, type EhrClientStore } from '../../ports/ehr-client-store';
import { EHR_IMPORTS, type EhrImports, type GrantedByEhr, type StoredImport } from '../../ports/ehr-imports';
import { EHR_RECORDS, type EhrRecords, type ReadRecord, type RecordLimits } from '../../ports/ehr-records';
import { TERMINOLOGIES, type Terminologies } from '../../ports/terminologies';
import { IMPORT_MS } from './begin-ehr-import';

const LIMITS: RecordLimits = {
  resources: MAX_IMPORT_ITEMS,
  pages: 20,
  milliseconds: 30_000,
  together: false,
};

/** Reads the record that an EHR granted; then its token is forgotten, whatever came of it. */
@Injectable()
export class ReadEhr {
  constructor(
    @Inject(EHR_IMPORTS) private readonly imports: Pick<EhrImports, 'find' | 'finish' | 'fail'>,
    @Inject(EHR_CLIENT_STORE) private readonly clients: Pick<EhrClientStore, 'find'>,
    @Inject(EHR_RECORDS) private readonly records: Pick<EhrRecords, 'read'>,
    @Inject(TERMINOLOGIES) private readonly terminologies: Terminologies,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** Twice does no harm: without a token there is nothing to be read. */
  async execute({ importId }: ReadEhrPayload): Promise<void> {
    const found = await this.imports.find(importId);
    if (found?.state !== 'reading' || found.granted === null) return;
    if (this.clock.now().getTime() - found.begunAt.getTime() > IMPORT_MS) return;
    try {
      const { record, preview } = await this.read(found, found.granted);
      const refused = record.refused.map(
        (type) => `patient/${type}.${found.asked.fineScopes ? 'rs' : 'read'}`,
      );
      await this.imports.finish(importId, preview, [...new Set([...found.missingScopes, ...refused])]);
    } catch (error) {
      const refused = error instanceof NotImportable ? notFhir(error) : error;
      if (!(refused instanceof SmartRefused)) throw error;
      this.logger.warn({ code: refused.code, reason: refused.detail }, 'a record could not be read');
      await this.imports.fail(importId, refused.code);
    }
  }

  private async read(
    { tenantId, clientId }: StoredImport,
    { accessToken, patientId, scope }: GrantedByEhr,
  ): Promise<{ readonly record: ReadRecord; readonly preview: CodedEhrPreview }> {
    const client = await this.clients.find(tenantId, clientId);
    if (client === undefined) throw new SmartRefused('smart-not-registered', 'removed meanwhile');
    const types = grantedTypes(scope);
    if (!types.includes('Patient')) throw new SmartRefused('smart-refused', 'scope of Patient');
    const { fhirBaseUrl } = client;
    const record = await this.records.read({ fhirBaseUrl, accessToken, patientId, types }, LIMITS);
    return { record, preview: previewOfRecord(record, this.terminologies.current(), this.clock.now()) };
  }
}

/** The message of the reader may name what stands in the record: its code is enough. */
const notFhir = ({ code }: NotImportable): SmartRefused => new SmartRefused('smart-not-understood', code);
