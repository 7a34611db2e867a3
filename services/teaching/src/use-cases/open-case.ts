import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CaseBody } from '@openrounds/contracts';
import { CASE_LIBRARIES, type BuiltInCase, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore, type StoredCase } from '../ports/case-store';
import { newestOf } from '../model/decide';
import { found } from './found';

/** A built-in case has one version, which changes with the knowledge base. */
export const BUILT_IN_VERSION = 1;

/** A version of a case with its text: a teacher's own, or one that comes with the knowledge base. */
export type OpenedCase = {
  readonly version: number;
  readonly body: CaseBody;
  readonly contentHash: string;
} & ({ readonly builtIn: BuiltInCase } | { readonly stored: StoredCase });

/** Opens a case, whoever wrote it. */
@Injectable()
export class OpenCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'find' | 'readBody'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
  ) {}

  /**
   * @param version else the newest
   * @throws DomainError `not-found`, `case-erased`
   * @throws BundleError when no knowledge is active
   */
  async execute(tenantId: string, caseId: string, version?: number): Promise<OpenedCase> {
    const builtIn = (await this.libraries.current()).builtIn.get(caseId);
    if (builtIn !== undefined) return openBuiltIn(builtIn, version ?? BUILT_IN_VERSION);
    const stored = found(await this.cases.find(tenantId, caseId));
    const wanted = version ?? newestOf(stored).version;
    const head = stored.versions.find((each) => each.version === wanted);
    const body = await this.cases.readBody(tenantId, caseId, wanted);
    if (head === undefined || body === undefined) throw noSuchVersion();
    return { version: wanted, body, contentHash: head.contentHash, stored };
  }
}

function openBuiltIn(builtIn: BuiltInCase, version: number): OpenedCase {
  if (version !== BUILT_IN_VERSION) throw noSuchVersion();
  return { version, body: builtIn.body, contentHash: builtIn.contentHash, builtIn };
}

const noSuchVersion = (): DomainError => new DomainError('not-found', 'The case has no such version');
