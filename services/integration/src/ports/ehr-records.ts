import {
  type ClientAuthentication,
  type FhirResource,
  type GrantedCode,
  type ReadType,
  type SmartConfiguration,
  type SmartToken,
} from '@openrounds/smart';

/** A record that may be read, and how much of it. */
export interface GrantedRecord {
  readonly fhirBaseUrl: string;
  readonly accessToken: string;
  readonly patientId: string;
  readonly types: readonly ReadType[];
}

export interface RecordLimits {
  readonly resources: number;
  readonly pages: number;
  /** For all of it. */
  readonly milliseconds: number;
  /** Whether types are asked for at once, where somebody waits; else one after the other. */
  readonly together: boolean;
}

export interface ReadRecord {
  readonly resources: readonly FhirResource[];
  /** False: there is more than the limits let be read. */
  readonly complete: boolean;
  /** Types that the server refused although they were granted. */
  readonly refused: readonly ReadType[];
}

/** Training EHRs as SMART App Launch and FHIR R4 have them answer. */
export interface EhrRecords {
  /** @throws SmartRefused */
  configuration(fhirBaseUrl: string): Promise<SmartConfiguration>;
  /** @throws SmartRefused */
  token(granted: GrantedCode, authentication: ClientAuthentication, now: Date): Promise<SmartToken>;
  /** @throws SmartRefused */
  read(record: GrantedRecord, limits: RecordLimits): Promise<ReadRecord>;
}
export const EHR_RECORDS = Symbol('EhrRecords');
