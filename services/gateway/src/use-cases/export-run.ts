import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Language, type Run } from '@openrounds/contracts';
import {
  toFhir,
  toFhirProvenance,
  toProvJson,
  type Lineage,
  type RankedList,
  type Taking,
  type Told,
} from '@openrounds/interchange';
import { CLOCK, type Clock } from '@openrounds/platform';
import { namesOfRest, PRINT_STYLE, printRun } from '@openrounds/presentation';
import { recordFileText } from '@openrounds/transparency-log';
import { namesForOthers } from '../model/named-finding';
import { nthId } from '../model/nth-id';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { SERVICES, type Services } from '../ports/services';
import { PUBLIC_URL } from '../settings';
import { ReadRun } from './read-run';
import { ViewRun, type ViewRequest } from './view-run';

/** A file as it is sent. */
export interface ExportedFile {
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type ExportForm = 'record' | 'html' | 'prov' | 'fhir' | 'fhir-provenance';

/** A run that has its answer. */
type CompletedRun = Run & { readonly completedAt: string };

/** The console's page that checks a record file. */
const VERIFY_PATH = '/verify';

/** The page holds its own style and nothing else that acts. */
const STYLE_HASH = createHash('sha256').update(PRINT_STYLE).digest('base64');
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** An explanation to keep or to hand on. */
@Injectable()
export class ExportRun {
  constructor(
    @Inject(ViewRun) private readonly views: Pick<ViewRun, 'explanation'>,
    @Inject(ReadRun) private readonly runs: Pick<ReadRun, 'read'>,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'bundleFor'>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
  ) {}

  /** @param asked the origin that was asked; what leaves the house names the public one, where there is one */
  file(request: ViewRequest, as: ExportForm, asked: string): Promise<ExportedFile> {
    const forms = {
      record: this.recordFile,
      html: this.page,
      prov: this.provenance,
      fhir: this.fhir,
      'fhir-provenance': this.fhirProvenance,
    };
    return forms[as].call(this, request, this.publicUrl ?? asked);
  }

  private async page(request: ViewRequest, origin: string): Promise<ExportedFile> {
    const { language } = request;
    const run = await this.completed(request);
    return {
      mediaType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': PAGE_POLICY, 'content-language': language },
      text: printRun(run, language, new URL(VERIFY_PATH, origin).href),
    };
  }

  private async provenance(request: ViewRequest, origin: string): Promise<ExportedFile> {
    const lineage = lineageOf(await this.completed(request), request.language);
    return {
      mediaType: 'application/json; charset=utf-8',
      headers: attachment(`openrounds-provenance-${lineage.runId}.json`),
      text: JSON.stringify(toProvJson(lineage, origin)),
    };
  }

  private async fhir(request: ViewRequest, origin: string): Promise<ExportedFile> {
    const { language } = request;
    const run = await this.completed(request);
    const outgoing = {
      told: toldOf(run, namesForOthers(this.knowledge.bundleFor(run.versions), language)),
      list: listOf(run, language),
      lineage: lineageOf(run, language),
    };
    const idOf = (place: number): string => nthId(run.id, place);
    return fhirFile(`openrounds-run-${run.id}`, toFhir(outgoing, this.takingOf(request), idOf, origin));
  }

  private async fhirProvenance(request: ViewRequest, origin: string): Promise<ExportedFile> {
    const lineage = lineageOf(await this.completed(request), request.language);
    const bundle = toFhirProvenance(lineage, this.takingOf(request), origin);
    return fhirFile(`openrounds-provenance-${lineage.runId}`, bundle);
  }

  private takingOf({ principal: { subject, role } }: ViewRequest): Taking {
    return { at: this.clock.now().toISOString(), by: subject, role, eventId: randomUUID() };
  }

  private async completed({ principal, runId, language }: ViewRequest): Promise<CompletedRun> {
    const run = await this.runs.read(principal, runId, language);
    const { status, completedAt } = run;
    if (status !== 'completed' || completedAt === null) throw new DomainError('run-not-ready');
    return { ...run, completedAt };
  }

  /** The record with its proof under the signature of now; the checkpoint comes first, so that the path leads to it. */
  private async recordFile(request: ViewRequest): Promise<ExportedFile> {
    const { meta } = request;
    const { index, leafHash, record, salt } = await this.views.explanation(request);
    const { size, note, publicKey } = await this.services.ask('get-checkpoint.v1', { meta });
    const { path } = await this.services.ask('prove-inclusion.v1', { meta, index, size });
    return {
      mediaType: 'application/json; charset=utf-8',
      headers: attachment(`openrounds-record-${String(index)}.json`),
      text: recordFileText({ record, salt, index, leafHash, size, path, note, publicKey }),
    };
  }
}

const fhirFile = (name: string, bundle: object): ExportedFile => ({
  mediaType: 'application/fhir+json; charset=utf-8',
  headers: attachment(`${name}.fhir.json`),
  text: JSON.stringify(bundle),
});

/** What was understood; nothing of a run that understood nothing. */
const toldOf = ({ understood }: CompletedRun, nameOf: Told['nameOf']): Told => ({
  patient: understood?.patient ?? { age: null, sex: 'unknown' },
  findings: understood?.findings ?? [],
  labs: understood?.labs ?? [],
  nameOf,
});

const listOf = (run: CompletedRun, language: Language): RankedList => {
  const rest = namesOfRest(run.remainder?.count ?? 0, language);
  return {
    engine: run.versions.engine,
    diseases: run.differential,
    remainder: { name: rest.remainder, probability: run.remainder?.probability ?? 0 },
    other: { name: rest.other, probability: run.other?.probability ?? 0 },
    at: run.completedAt,
  };
};

const attachment = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });

const lineageOf = (run: CompletedRun, language: Language): Lineage => ({
  runId: run.id,
  caseId: run.caseId,
  caseVersion: run.caseVersion,
  startedAt: run.createdAt,
  endedAt: run.completedAt,
  versions: run.versions,
  ownPassages: run.guidelines.flatMap(({ title, sha256 }) =>
    sha256 === undefined ? [] : [{ title, sha256 }],
  ),
  llmUsed: run.llm.used,
  revisionOf: run.revisionOf,
  findingsOfModel: (run.understood?.findings ?? []).flatMap(({ findingId, source }) =>
    source?.proposedBy === undefined ? [] : [findingId],
  ),
  logEntry: run.logEntry,
  notice: run.notice,
  language,
});
