import { Inject, Injectable } from '@nestjs/common';
import { deidentifyCase, textsOfCase } from '@openrounds/clinical-language';
import {
  DomainError,
  type CreateRunInput,
  type Language,
  type Principal,
  SEAL_PLACES,
} from '@openrounds/contracts';
import { CLOCK, faultPoint, newId, Sealer, type Clock } from '@openrounds/platform';
import { CASE_REGISTRY, type CaseRegistry } from '../ports/case-registry';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { MASKER, type Masker } from '../ports/masker';
import { RUN_STORE, type NewRun, type RunStore } from '../ports/run-store';
import { ManageLanguageModel } from './manage-language-model';
import { RefuseOverload } from './refuse-overload';
import { requirePossibleCase } from './require-possible-case';
import { requireSameRequest } from './idempotent';
import { requireCase } from './require-case';

export interface RunRequest {
  readonly principal: Principal;
  readonly language: Language;
  readonly requestId: string;
  readonly traceparent: string;
  readonly input: CreateRunInput;
  /** When a case that comes with the run is erased by itself, unless somebody keeps it. */
  readonly caseExpiresAt?: Date | null;
  /** Nothing is done for it before somebody asks for it. */
  readonly awaitsReader?: boolean;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string } | undefined;
}

const OPERATION = 'createRun';

/** Accepts a run: checks, takes identities out, seals, and writes run and message in one transaction. */
@Injectable()
export class CreateRun {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'accept'>,
    @Inject(CASE_REGISTRY) private readonly cases: Pick<CaseRegistry, 'stateOf'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current' | 'versions'>,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MASKER) private readonly masker: Masker,
    @Inject(RefuseOverload) private readonly overload: Pick<RefuseOverload, 'execute'>,
    @Inject(ManageLanguageModel) private readonly languageModel: Pick<ManageLanguageModel, 'read'>,
  ) {}

  /** @returns the run's id: that of the first request where the idempotency key came before */
  async execute(request: RunRequest): Promise<{ readonly runId: string }> {
    await this.overload.execute();
    const run = await this.prepare(request);
    const { principal, idempotency } = request;
    const claim = idempotency && { ...idempotency, principal, operation: OPERATION, resourceId: run.id };
    const claimed = await this.runs.accept(run, claim);
    faultPoint('gateway:create-run');
    if (claimed.kind === 'fresh') return { runId: run.id };
    requireSameRequest(claimed, claim);
    return { runId: claimed.resourceId };
  }

  private async prepare({
    principal,
    language,
    requestId,
    traceparent,
    input,
    caseExpiresAt = null,
    awaitsReader = false,
  }: RunRequest): Promise<NewRun> {
    const versions = this.knowledge.versions();
    const asks = versions.llm !== null && input.options.llm === 'auto';
    const reading = asks ? (await this.languageModel.read(principal.tenantId)).reading : 'off';
    const base = {
      id: newId(),
      principal,
      createdAt: this.clock.now(),
      requestId,
      traceparent,
      versions,
      options: input.options,
      caseExpiresAt,
      awaitsReader,
      mayBeRead: reading !== 'off',
      mayBeMerged: reading === 'merge',
      revision: null,
    };
    if (input.caseId !== undefined) {
      await requireCase(this.cases, principal.tenantId, input.caseId);
      return { ...base, language, caseId: input.caseId, caseVersion: input.caseVersion ?? null, input: null };
    }
    if (input.case === undefined) throw new DomainError('invalid-request');
    requirePossibleCase(input.case, this.knowledge.current().vocabulary, '/case');
    const mask = await this.masker.read(textsOfCase(input.case));
    const { input: clean, masked } = deidentifyCase(input.case, mask);
    const sealed = this.sealer.seal(clean, SEAL_PLACES.runInput(principal.tenantId, base.id));
    return {
      ...base,
      language: input.case.language ?? language,
      caseId: newId(),
      caseVersion: null,
      input: { sealed, masked },
    };
  }
}
