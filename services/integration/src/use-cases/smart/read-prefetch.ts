import { Inject, Injectable } from '@nestjs/common';
import { MAX_IMPORT_ITEMS, type GivenPrefetch, type JobMeta, type ToldPrefetch } from '@openrounds/contracts';
import { NotImportable } from '@openrounds/interchange';
import { CLOCK, LOGGER, type Clock, type Logger } from '@openrounds/platform';
import { READ_TYPES, SmartRefused } from '@openrounds/smart';
import { previewOfRecord } from '../../model/preview-of-record';
import { EHR_CLIENT_STORE, type EhrClientStore } from '../../ports/ehr-client-store';
import { EHR_RECORDS, type EhrRecords, type RecordLimits } from '../../ports/ehr-records';
import { TERMINOLOGIES, type Terminologies } from '../../ports/terminologies';

/** Somebody waits for cards. */
const LIMITS: RecordLimits = {
  resources: MAX_IMPORT_ITEMS,
  pages: 20,
  milliseconds: 1_500,
  together: true,
};

/** Reads what a call by CDS Hooks did not bring, by the token that came with it, which is kept nowhere. */
@Injectable()
export class ReadPrefetch {
  constructor(
    @Inject(EHR_CLIENT_STORE) private readonly clients: Pick<EhrClientStore, 'find'>,
    @Inject(EHR_RECORDS) private readonly records: Pick<EhrRecords, 'read'>,
    @Inject(TERMINOLOGIES) private readonly terminologies: Terminologies,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  async execute({ tenantId }: JobMeta, given: GivenPrefetch): Promise<ToldPrefetch> {
    const { clientId, accessToken, patientId } = given;
    const client = await this.clients.find(tenantId, clientId);
    if (client === undefined) return { preview: null };
    const terminology = this.terminologies.current();
    const { fhirBaseUrl } = client;
    try {
      const asked = { fhirBaseUrl, accessToken, patientId, types: READ_TYPES };
      const record = await this.records.read(asked, LIMITS);
      const readable = READ_TYPES.filter((type) => type !== 'Patient' && !record.refused.includes(type));
      if (readable.length === 0) return { preview: null };
      return { preview: previewOfRecord(record, terminology, this.clock.now()) };
    } catch (error) {
      if (!(error instanceof SmartRefused) && !(error instanceof NotImportable)) throw error;
      this.logger.warn({ code: error.code }, 'what a call by CDS Hooks did not bring could not be read');
      return { preview: null };
    }
  }
}
