import { type CodedEhrPreview, type SmartFault } from '@openrounds/contracts';

/** What an authorization was asked with, as far as the code that comes back needs it. */
export interface AskedOfEhr {
  readonly tokenEndpoint: string;
  readonly fineScopes: boolean;
  readonly verifier: string;
}

/** What an EHR granted: rests sealed, until the record is read. */
export interface GrantedByEhr {
  readonly accessToken: string;
  readonly patientId: string;
  readonly scope: string | null;
}

/** An import that a teacher began; of secrets only hashes. */
export interface BegunImport {
  readonly id: string;
  readonly tenantId: string;
  /** Who began it: nobody else is told of it. */
  readonly subject: string;
  readonly clientId: string;
  readonly stateHash: string;
  readonly secretHash: string;
  readonly asked: AskedOfEhr;
  readonly begunAt: Date;
}

export interface StoredImport extends BegunImport {
  readonly state: 'authorizing' | 'reading' | 'ready' | 'failed';
  readonly spentAt: Date | null;
  readonly granted: GrantedByEhr | null;
  readonly fault: SmartFault | null;
  readonly missingScopes: readonly string[];
  readonly preview: CodedEhrPreview | null;
}

/** Imports of training patients, for ten minutes each. */
export interface EhrImports {
  begin(begun: BegunImport): Promise<void>;
  find(id: string): Promise<StoredImport | undefined>;
  /** Of many who come back at once one does it: a code is used once. */
  spend(id: string, at: Date): Promise<boolean>;
  /** Keeps what was granted and has the record read, in one transaction. */
  grant(
    id: string,
    granted: GrantedByEhr,
    missingScopes: readonly string[],
    requestId: string,
  ): Promise<void>;
  /** The token goes with either. */
  finish(id: string, preview: CodedEhrPreview, missingScopes: readonly string[]): Promise<void>;
  fail(id: string, fault: SmartFault): Promise<void>;
  /** Whether it was there. */
  drop(id: string): Promise<boolean>;
  /** @returns how many were forgotten */
  purge(begunBefore: Date): Promise<number>;
}
export const EHR_IMPORTS = Symbol('EhrImports');
