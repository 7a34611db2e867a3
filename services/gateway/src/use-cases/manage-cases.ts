import { Inject, Injectable } from '@nestjs/common';
import {
  SEAL_PLACES,
  Understood,
  type Case,
  type CaseInput,
  type IntakePreview,
  type IntakePreviewInput,
  type JobMeta,
  type Language,
  type Masked,
  type PatientConfirmation,
  type Principal,
  type SealedCase,
} from '@openrounds/contracts';
import { deidentifyCase, textsOfCase } from '@openrounds/clinical-language';
import { CLOCK, newId, Sealer, type Clock } from '@openrounds/platform';
import { namesOf, notice, presentUnderstood } from '@openrounds/presentation';
import { CASE_REGISTRY, type CaseRegistry } from '../ports/case-registry';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../ports/idempotency';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { MASKER, type Masker } from '../ports/masker';
import { SERVICES, type Services } from '../ports/services';
import { requirePossibleCase } from './require-possible-case';
import { requireSameRequest } from './idempotent';
import { openCase } from './open-case';
import { decodeCursor, encodeCursor, type Page } from './paging';
import { requireCase } from './require-case';
import { withConfirmation, withConfirmations } from './with-confirmations';

/** Where a case comes from. */
export interface Origin {
  /** What an idempotency key is claimed for. */
  readonly operation: string;
  /** Identities that were left behind before the case came here. */
  readonly withheld: readonly Masked[];
  /** What was stated of the patient. */
  readonly confirmation?: PatientConfirmation;
}

/** A page of cases, and how many of it are left out because they cannot be opened. */
export interface CasePage extends Page<Case> {
  readonly unreadable?: number;
}

const CREATED: Origin = { operation: 'createCase', withheld: [] };

/** Cases: stored and read through case-intake, known and erased here. */
@Injectable()
export class ManageCases {
  constructor(
    @Inject(CASE_REGISTRY)
    private readonly cases: Pick<
      CaseRegistry,
      'stateOf' | 'erasedAmong' | 'add' | 'confirmationsOf' | 'erase'
    >,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: IdempotencyStore,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MASKER) private readonly masker: Masker,
  ) {}

  async create(
    principal: Principal,
    meta: JobMeta,
    input: CaseInput,
    language: Language,
    idempotency: { key: string; bodyHash: string } | undefined,
    { operation, withheld, confirmation }: Origin = CREATED,
  ): Promise<Case> {
    const { bundle, vocabulary } = this.knowledge.current();
    requirePossibleCase(input, vocabulary);
    const mask = await this.masker.read(textsOfCase(input));
    const { input: clean, masked: inText } = deidentifyCase(input, mask);
    const masked = maskedTogether(inText, withheld);
    const caseId = await this.claimId(principal, operation, idempotency);
    const { tenantId } = principal;
    const knowledge = bundle.hashes.knowledge;
    const sealed = this.sealer.seal(clean, SEAL_PLACES.givenCase(tenantId, caseId));
    // Known here before it is stored there: what is stored can always be erased.
    await this.cases.add(tenantId, caseId, input.language ?? language, this.clock.now(), confirmation);
    const stored = await this.services.ask('create-case.v1', { meta, caseId, knowledge, sealed, masked });
    const shown = this.open(stored, tenantId, language);
    return confirmation === undefined ? shown : { ...shown, confirmation };
  }

  /** The version asked for, else the newest. */
  async read(
    principal: Principal,
    meta: JobMeta,
    caseId: string,
    language: Language,
    version?: number,
  ): Promise<Case> {
    const { tenantId } = principal;
    await requireCase(this.cases, tenantId, caseId);
    const found = await this.services.ask('get-case.v1', {
      meta,
      caseId,
      ...(version === undefined ? {} : { version }),
    });
    return withConfirmation(this.cases, tenantId, this.open(found, tenantId, language));
  }

  /** Newest first; a case whose seal is broken is counted, and hides no other. */
  async list(
    principal: Principal,
    meta: JobMeta,
    limit: number,
    cursor: string | undefined,
    language: Language,
  ): Promise<CasePage> {
    const before = decodeCursor(cursor);
    const { items, unreadable, more } = await this.services.ask('list-cases.v1', {
      meta,
      limit,
      ...(before === undefined ? {} : { before }),
    });
    const ids = [...items.map(({ caseId }) => caseId), ...unreadable];
    const { tenantId } = principal;
    const erased = await this.cases.erasedAmong(tenantId, ids);
    const kept = items.filter(({ caseId }) => !erased.has(caseId));
    const hidden = unreadable.filter((caseId) => !erased.has(caseId)).length;
    const last = ids.sort()[0];
    return {
      items: await withConfirmations(
        this.cases,
        tenantId,
        kept.map((each) => this.open(each, tenantId, language)),
      ),
      ...(hidden === 0 ? {} : { unreadable: hidden }),
      nextCursor: more && last !== undefined ? encodeCursor(last) : null,
    };
  }

  async erase(principal: Principal, meta: JobMeta, caseId: string): Promise<void> {
    await requireCase(this.cases, principal.tenantId, caseId);
    await this.cases.erase(principal.tenantId, caseId, meta.requestId, this.clock.now());
  }

  /** What would be understood of a text; offsets count in the text that was given, quotations stay masked. */
  async preview(
    principal: Principal,
    meta: JobMeta,
    { narrative, patient }: Pick<IntakePreviewInput, 'narrative' | 'patient'>,
    language: Language,
  ): Promise<IntakePreview> {
    const { bundle } = this.knowledge.current();
    const clean = (await this.masker.read([narrative]))(narrative);
    const { tenantId } = principal;
    const answer = await this.services.ask('preview-intake.v1', {
      meta,
      knowledge: bundle.hashes.knowledge,
      ...(patient === undefined ? {} : { patient }),
      sealed: this.sealer.seal({ narrative: clean.text }, SEAL_PLACES.previewText(tenantId, meta.requestId)),
    });
    const understood = this.sealer.open(
      answer.sealed,
      SEAL_PLACES.previewUnderstood(tenantId, meta.requestId),
      Understood,
    );
    const given = <T extends object>(span: T & { start?: unknown; end?: unknown }): T => {
      const { start, end } = span;
      if (typeof start !== 'number' || typeof end !== 'number') return span;
      return { ...span, ...clean.toOriginal({ start, end }) };
    };
    const sourced = <
      T extends { source?: { start?: number | undefined; end?: number | undefined } | undefined },
    >(
      item: T,
    ): T => (item.source === undefined ? item : { ...item, source: given(item.source) });
    const shown = presentUnderstood(understood, namesOf(bundle, language));
    return {
      ...shown,
      findings: shown.findings.map(sourced),
      labs: understood.labs.map(sourced),
      measurements: understood.measurements.map(sourced),
      unmatched: understood.unmatched.map(given),
      setAside: shown.setAside.map(given),
      warnings: shown.warnings.map((warning) => given(warning)),
      masked: [...clean.masked],
      notice: notice(language),
    };
  }

  /** The id of the new case: that of the first request where the key came before. */
  private async claimId(
    principal: Principal,
    operation: string,
    idempotency: { key: string; bodyHash: string } | undefined,
  ): Promise<string> {
    const resourceId = newId();
    if (idempotency === undefined) return resourceId;
    const claim = { ...idempotency, principal, operation, resourceId };
    const claimed = await this.idempotency.claim(claim, this.clock.now());
    if (claimed.kind === 'fresh') return resourceId;
    requireSameRequest(claimed, claim);
    return claimed.resourceId;
  }

  private open(sealed: SealedCase, tenantId: string, language: Language): Case {
    return openCase(sealed, tenantId, language, { sealer: this.sealer, knowledge: this.knowledge });
  }
}

/** What was masked in the text and what was left behind before, by kind. */
function maskedTogether(...lists: readonly (readonly Masked[])[]): Masked[] {
  const counts = new Map<Masked['kind'], number>();
  for (const { kind, count } of lists.flat()) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
