import { Inject, Injectable } from '@nestjs/common';
import { findingOf, type Terminology } from '@openrounds/clinical-language';
import {
  DomainError,
  SEAL_PLACES,
  ToldEhrImport,
  ToldEhrReturn,
  ToldEhrState,
  type AcceptEhrImportInput,
  type Case,
  type CodedEhrPreview,
  type EhrConnectionList,
  type EhrImport,
  type EhrImportInput,
  type EhrPreview,
  type GivenEhrReturn,
  type JobMeta,
  type Language,
  type Principal,
  type SmartKeySet,
} from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { namesOf, notice, presentRejections, type Names } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { LAUNCH_SEALER } from '../../ports/launch-sealer';
import { SERVICES, type Services } from '../../ports/services';
import { PUBLIC_URL } from '../../settings';
import { LastKeySet } from '../last-key-set';
import { ManageCases } from '../manage-cases';
import { decodeCursor, encodeCursor } from '../paging';
import { askSealed } from './ask-sealed';

/** An EHR has ten seconds to answer, and the answer has to come back. */
const FETCHING_MS = 12_000;

/** Who asks, by which request, in which language. */
export interface EhrRequest {
  readonly principal: Principal;
  readonly meta: JobMeta;
  readonly language: Language;
}

/** Training patients brought from EHRs by SMART App Launch. Without a public address there are none. */
@Injectable()
export class EhrImports {
  private readonly lastKeySet = new LastKeySet<SmartKeySet>();

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(LAUNCH_SEALER) private readonly sealer: Sealer,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current'>,
    @Inject(ManageCases) private readonly cases: Pick<ManageCases, 'create'>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
  ) {}

  keySet(meta: JobMeta): Promise<SmartKeySet> {
    this.requireAddress();
    return this.lastKeySet.read((deadlineMs) =>
      this.services.ask('read-smart-key-set.v1', { meta }, deadlineMs),
    );
  }

  /** Whether a launch from there would be taken: nothing is asked of it. */
  async knows(meta: JobMeta, fhirBaseUrl: string): Promise<boolean> {
    this.requireAddress();
    return (await this.services.ask('knows-fhir-server.v1', { meta, fhirBaseUrl })).registered;
  }

  /** None where there is no public address: who begins a case need not know of one. */
  async connections(meta: JobMeta, limit: number, cursor: string | undefined): Promise<EhrConnectionList> {
    if (this.publicUrl === null) return { items: [], nextCursor: null };
    const before = decodeCursor(cursor);
    const wanted = { meta, limit, ...(before === undefined ? {} : { before }) };
    const { items, more } = await this.services.ask('list-ehr-connections.v1', wanted);
    const last = items.at(-1);
    return { items, nextCursor: more && last !== undefined ? encodeCursor(last.id) : null };
  }

  /** @throws DomainError `not-found`, `ehr-unavailable` */
  begin({ principal, meta }: EhrRequest, input: EhrImportInput): Promise<ToldEhrImport> {
    this.requireAddress();
    const { connectionId = null, issuer = null, launch = null } = input;
    const given = { subject: principal.subject, connectionId, issuer, launch };
    const asked = { job: 'begin-ehr-import.v1', meta, given, deadlineMs: FETCHING_MS } as const;
    const { services, sealer } = this;
    return askSealed({ services, sealer }, asked, ToldEhrImport);
  }

  takeBack(meta: JobMeta, given: GivenEhrReturn): Promise<ToldEhrReturn> {
    this.requireAddress();
    const asked = { job: 'return-ehr-import.v1', meta, given, deadlineMs: FETCHING_MS } as const;
    const { services, sealer } = this;
    return askSealed({ services, sealer }, asked, ToldEhrReturn);
  }

  /** @throws DomainError `not-found` */
  async read(request: EhrRequest, importId: string): Promise<EhrImport> {
    const { preview, ...told } = await this.stateOf(request, importId);
    const { language } = request;
    const { bundle, vocabulary } = this.knowledge.current();
    const shown = preview === null ? null : shownPreview(preview, namesOf(bundle, language), vocabulary);
    return { id: importId, ...told, preview: shown, notice: notice(language) };
  }

  /**
   * Twice gives the same case: it is claimed by the import's id, which goes when the case stands.
   *
   * @throws DomainError `not-found`, `import-not-ready`; `invalid-request` where nothing could be used
   */
  async accept(
    request: EhrRequest,
    importId: string,
    { title, confirmation }: AcceptEhrImportInput,
  ): Promise<Case> {
    const { principal, meta, language } = request;
    const { preview } = await this.stateOf(request, importId);
    if (preview === null) throw new DomainError('import-not-ready');
    const { case: read, masked } = preview;
    if (read === null) throw new DomainError('invalid-request', 'Nothing of the record could be used');
    const stored = await this.cases.create(
      principal,
      meta,
      { ...read, language, ...(title === undefined ? {} : { title }) },
      language,
      { key: importId, bodyHash: importId },
      { operation: `acceptEhrImport:${confirmation}`, withheld: masked, confirmation },
    );
    await this.services.ask('drop-ehr-import.v1', { meta, importId, subject: principal.subject });
    return stored;
  }

  /** @throws DomainError `not-found` where nobody could be brought from anywhere */
  requireAddress(): void {
    if (this.publicUrl === null)
      throw new DomainError('not-found', 'This installation has no public address (PUBLIC_URL)');
  }

  private async stateOf({ principal, meta }: EhrRequest, importId: string): Promise<ToldEhrState> {
    this.requireAddress();
    const asked = { meta, importId, subject: principal.subject };
    const { sealed } = await this.services.ask('read-ehr-import.v1', asked);
    const { tenantId, requestId } = meta;
    return this.sealer.open(sealed, SEAL_PLACES.toldLaunch(tenantId, requestId), ToldEhrState);
  }
}

/** In words. What was read has no spans: it stands in no text. */
function shownPreview(
  { case: read, rejected, ...preview }: CodedEhrPreview,
  names: Names,
  vocabulary: Terminology,
): EhrPreview {
  const { patient, findings = [], labs = [] } = read ?? {};
  return {
    ...preview,
    patient: patient ?? { age: null, sex: 'unknown' },
    findings: findings.flatMap(({ findingId, ...said }) =>
      findingId === undefined ? [] : [{ ...said, findingId, name: names.finding(findingId) }],
    ),
    labs: labs.map(({ collectedAt: _shifted, ...lab }) => {
      const { code } = lab;
      const finding = code === undefined ? undefined : findingOf({ system: 'LOINC', code }, vocabulary);
      return { ...lab, ...(finding === undefined ? {} : { name: names.finding(finding.id) }) };
    }),
    rejected: rejected.map(({ code, detail, count }) => {
      const [told] = presentRejections([{ pointer: '', code, detail }], names);
      return { code, reason: told?.reason ?? code, count };
    }),
  };
}
