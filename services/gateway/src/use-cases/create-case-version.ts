import { Inject, Injectable } from '@nestjs/common';
import {
  type Case,
  type CreateCaseVersionInput,
  type JobMeta,
  type Language,
  type Principal,
} from '@openrounds/contracts';
import { CLOCK, newId, Sealer, type Clock } from '@openrounds/platform';
import { CASE_REGISTRY, type CaseRegistry } from '../ports/case-registry';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../ports/idempotency';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { SERVICES, type Services } from '../ports/services';
import { requireSameRequest } from './idempotent';
import { openCase } from './open-case';
import { requireCase } from './require-case';
import { withConfirmation } from './with-confirmations';
import { sha256 } from './sha256';

export interface CaseVersionRequest {
  readonly principal: Principal;
  readonly meta: JobMeta;
  readonly caseId: string;
  /** The version that was corrected. */
  readonly version: number;
  readonly input: CreateCaseVersionInput;
  readonly language: Language;
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | undefined;
}

const OPERATION = 'createCaseVersion';

/** Has case-intake make the next version of a case out of a teacher's corrections. */
@Injectable()
export class CreateCaseVersion {
  constructor(
    @Inject(CASE_REGISTRY) private readonly cases: Pick<CaseRegistry, 'stateOf' | 'confirmationsOf'>,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'claim'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current'>,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `case-erased`, `stale-version`, `invalid-request`, `idempotency-key-reused` */
  async execute(request: CaseVersionRequest): Promise<Case> {
    const { principal, meta, caseId, version, input, language } = request;
    const { tenantId } = principal;
    await requireCase(this.cases, tenantId, caseId);
    const stored = await this.services.ask('create-case-version.v1', {
      meta,
      caseId,
      version,
      changeId: await this.changeId(request),
      knowledge: this.knowledge.current().bundle.hashes.knowledge,
      corrections: input.corrections,
    });
    const shown = openCase(stored, tenantId, language, { sealer: this.sealer, knowledge: this.knowledge });
    return withConfirmation(this.cases, tenantId, shown);
  }

  /** The same for every try of one request: by it case-intake knows a version that this request has made already. */
  private async changeId({ principal, caseId, version, idempotency }: CaseVersionRequest): Promise<string> {
    if (idempotency === undefined) return newId();
    const { key, bodyHash } = idempotency;
    const claim = {
      principal,
      key,
      operation: OPERATION,
      bodyHash: sha256(JSON.stringify([caseId, version, bodyHash])),
      resourceId: caseId,
    };
    const claimed = await this.idempotency.claim(claim, this.clock.now());
    if (claimed.kind === 'known') requireSameRequest(claimed, claim);
    return sha256(JSON.stringify([principal.tenantId, principal.subject, key]));
  }
}
