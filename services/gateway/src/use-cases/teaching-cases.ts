import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_CASE_BODY_BYTES,
  SEAL_PLACES,
  ToldTeachingCase,
  type ActOnTeachingCasePayload,
  type Asker,
  type CaseCheck,
  type CheckedTeachingCase,
  type CheckTeachingCaseInput,
  type CodedCaseCheck,
  type CreateTeachingCaseInput,
  type GivenTeachingCase,
  type JobMeta,
  type Language,
  type Principal,
  type Sealed,
  type SealedTeachingCase,
  type TeachingCase,
} from '@openrounds/contracts';
import { CLOCK, newId, Sealer, type Clock } from '@openrounds/platform';
import { namesOf, notice, presentChecks } from '@openrounds/presentation';
import { textsOf, withTexts } from '../model/case-texts';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../ports/idempotency';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { MASKER, type Masker } from '../ports/masker';
import { SERVICES, type Services } from '../ports/services';
import { claimId, type Idempotency } from './claim-id';
import { sha256 } from './sha256';

/** Who asks, by which request, in which language. */
export interface TeachingRequest {
  readonly principal: Principal;
  readonly meta: JobMeta;
  readonly language: Language;
}

/** An act without what travels sealed. */
export type TeachingAct =
  | { readonly kind: 'submit' | 'publish' | 'retire' }
  | { readonly kind: 'review'; readonly verdict: 'agree' | 'change'; readonly comment?: string | undefined };

export const askerOf = ({ subject, role, learnerId, courseId, beyondCourse }: Principal): Asker => ({
  subject,
  role,
  ...(learnerId === undefined ? {} : { learnerId }),
  ...(courseId === undefined ? {} : { courseId }),
  ...(beyondCourse === undefined ? {} : { beyondCourse }),
});

/** Teachers' cases: de-identified here, kept and checked by teaching, put into words here. */
@Injectable()
export class TeachingCases {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'claim'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary,
    @Inject(MASKER) private readonly masker: Masker,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `too-large`, `case-erased`, `idempotency-key-reused` */
  async create(
    request: TeachingRequest,
    input: CreateTeachingCaseInput,
    idempotency: Idempotency,
  ): Promise<TeachingCase> {
    const given = await this.clean(input);
    const caseId = await this.claimId(request.principal, 'createTeachingCase', idempotency);
    return this.store(request, caseId, given);
  }

  /**
   * What the checks find in a case that is not kept. It goes to teaching as it would be stored, without identities.
   *
   * @throws DomainError `too-large`
   */
  async check(
    { principal, meta, language }: TeachingRequest,
    input: CheckTeachingCaseInput,
  ): Promise<CheckedTeachingCase> {
    const given = await this.clean(input);
    const { checks } = await this.services.ask('check-teaching-case.v1', {
      meta,
      versions: this.knowledge.versions(),
      sealed: this.sealer.seal(given, SEAL_PLACES.checkedTeachingCase(principal.tenantId, meta.requestId)),
    });
    return { checks: this.tellChecks(checks, language), masked: given.masked };
  }

  /** Stores a case that was cleaned before, under an id that was claimed before. */
  async store(request: TeachingRequest, caseId: string, given: GivenTeachingCase): Promise<TeachingCase> {
    const { principal, meta } = request;
    const stored = await this.services.ask('create-teaching-case.v1', {
      meta,
      by: askerOf(principal),
      caseId,
      versions: this.knowledge.versions(),
      sealed: this.seal(principal, caseId, given),
    });
    return this.open(stored, request);
  }

  async read(request: TeachingRequest, caseId: string, version?: number): Promise<TeachingCase> {
    return this.show(await this.ask(request, caseId, version), request.language);
  }

  /** @throws DomainError `not-found`, `case-erased`, `forbidden`, `stale-version`, `built-in-case` */
  async change(
    request: TeachingRequest,
    caseId: string,
    version: number,
    input: CreateTeachingCaseInput,
    idempotency: Idempotency,
  ): Promise<TeachingCase> {
    const { principal, meta } = request;
    const given = await this.clean(input);
    const changeId = await this.changeId(principal, caseId, version, idempotency);
    const stored = await this.services.ask('create-teaching-case-version.v1', {
      meta,
      by: askerOf(principal),
      caseId,
      versions: this.knowledge.versions(),
      sealed: this.seal(principal, caseId, given),
      version,
      changeId,
    });
    return this.open(stored, request);
  }

  async act(
    request: TeachingRequest,
    caseId: string,
    version: number,
    act: TeachingAct,
  ): Promise<TeachingCase> {
    const { principal, meta } = request;
    const stored = await this.services.ask('act-on-teaching-case.v1', {
      meta,
      by: askerOf(principal),
      caseId,
      versions: this.knowledge.versions(),
      version,
      act: await this.sealedAct(principal.tenantId, caseId, act),
    });
    return this.open(stored, request);
  }

  /** A draft of one's own with the texts of another case, which keep their author and licence. */
  async copy(
    request: TeachingRequest,
    caseId: string,
    version: number,
    idempotency: Idempotency,
  ): Promise<TeachingCase> {
    const { body, masked } = await this.ask(request, caseId, version);
    const claim = idempotency && { ...idempotency, bodyHash: sha256(caseId + idempotency.bodyHash) };
    const copyId = await this.claimId(request.principal, 'copyTeachingCase', claim);
    return this.store(request, copyId, { body, note: null, masked });
  }

  async remove({ principal, meta }: TeachingRequest, caseId: string): Promise<void> {
    await this.services.ask('delete-teaching-case.v1', { meta, by: askerOf(principal), caseId });
  }

  /** A case as teaching tells it. */
  async ask(
    { principal, meta }: TeachingRequest,
    caseId: string,
    version?: number,
  ): Promise<ToldTeachingCase> {
    const found = await this.services.ask('get-teaching-case.v1', {
      meta,
      by: askerOf(principal),
      caseId,
      versions: this.knowledge.versions(),
      ...(version === undefined ? {} : { version }),
    });
    return this.unseal(found, principal);
  }

  /**
   * A case without identities, and how many there were.
   *
   * @throws DomainError `too-large`
   */
  async clean({ body, note }: Pick<CreateTeachingCaseInput, 'body' | 'note'>): Promise<GivenTeachingCase> {
    if (Buffer.byteLength(JSON.stringify(body)) > MAX_CASE_BODY_BYTES)
      throw new DomainError('too-large', `A case has at most ${String(MAX_CASE_BODY_BYTES)} bytes`);
    const texts = [...textsOf(body), ...(note === undefined ? [] : [note])];
    const mask = await this.masker.read(texts);
    const masked = texts.flatMap((text) => [...mask(text).masked]).reduce((sum, { count }) => sum + count, 0);
    return {
      body: withTexts(body, (text) => mask(text).text),
      note: note === undefined ? null : mask(note).text,
      masked,
    };
  }

  /** The id of what is made: that of the first request where the key came before. */
  claimId(principal: Principal, operation: string, idempotency: Idempotency): Promise<string> {
    return claimId(this.idempotency, principal, operation, idempotency, this.clock.now());
  }

  /** The same for every try of one request: by it teaching knows a version that this request has made already. */
  private async changeId(
    principal: Principal,
    caseId: string,
    version: number,
    idempotency: Idempotency,
  ): Promise<string> {
    if (idempotency === undefined) return newId();
    const bodyHash = sha256(JSON.stringify([caseId, version, idempotency.bodyHash]));
    await this.claimId(principal, 'createTeachingCaseVersion', { key: idempotency.key, bodyHash });
    return sha256(JSON.stringify([principal.tenantId, principal.subject, idempotency.key]));
  }

  private async sealedAct(
    tenantId: string,
    caseId: string,
    act: TeachingAct,
  ): Promise<ActOnTeachingCasePayload['act']> {
    if (act.kind !== 'review') return act;
    const { comment } = act;
    return {
      kind: 'review',
      verdict: act.verdict,
      comment: comment === undefined ? null : await this.sealComment(tenantId, caseId, comment),
    };
  }

  private async sealComment(tenantId: string, caseId: string, comment: string): Promise<Sealed> {
    const mask = await this.masker.read([comment]);
    return this.sealer.seal(mask(comment).text, SEAL_PLACES.givenReview(tenantId, caseId));
  }

  private seal({ tenantId }: Principal, caseId: string, given: GivenTeachingCase): Sealed {
    return this.sealer.seal(given, SEAL_PLACES.givenTeachingCase(tenantId, caseId));
  }

  private open(stored: SealedTeachingCase, { principal, language }: TeachingRequest): TeachingCase {
    return this.show(this.unseal(stored, principal), language);
  }

  private unseal({ caseId, sealed }: SealedTeachingCase, { tenantId }: Principal): ToldTeachingCase {
    return this.sealer.open(sealed, SEAL_PLACES.shownTeachingCase(tenantId, caseId), ToldTeachingCase);
  }

  private show(told: ToldTeachingCase, language: Language): TeachingCase {
    return { ...told, checks: this.tellChecks(told.checks, language), notice: notice(language) };
  }

  private tellChecks(checks: readonly CodedCaseCheck[], language: Language): CaseCheck[] {
    return presentChecks(checks, namesOf(this.knowledge.current().bundle, language));
  }
}
