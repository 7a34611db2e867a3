import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CreateNarrationInput,
  type JobMeta,
  type Language,
  type Narration,
  type NarrationRecord,
  type Principal,
} from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { narrationEvidence, presentNarration } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { NARRATION_STORE, type NarrationStore } from '../ports/narration-store';
import { type Idempotency } from './claim-id';
import { requireSameRequest } from './idempotent';
import { metaOfRun } from './meta-of-run';
import { ReadRun } from './read-run';
import { RunWatches } from './run-watch';
import { waitFor } from './wait-for';

export interface NarrationRequest {
  readonly principal: Principal;
  readonly meta: JobMeta;
  readonly runId: string;
  readonly input: CreateNarrationInput;
  readonly idempotency: Idempotency;
}

const OPERATION = 'createNarration';

/** Has runs told in sentences by the language model: from the codes of the answer alone, never from the narrative. */
@Injectable()
export class NarrateRun {
  constructor(
    @Inject(ReadRun) private readonly runs: Pick<ReadRun, 'find' | 'present'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'versions'>,
    @Inject(NARRATION_STORE) private readonly narrations: NarrationStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RunWatches) private readonly watches: Pick<RunWatches, 'open'>,
  ) {}

  /**
   * @returns the narration's id: that of the first request where the idempotency key came before
   * @throws DomainError `not-found`, `case-erased`; `run-not-ready` before the list is there; `dependency-unavailable` where no
   * language model is configured
   */
  async create({ principal, meta, runId, input, idempotency }: NarrationRequest): Promise<string> {
    const run = await this.runs.find(principal, runId);
    if (run.answer === null) throw new DomainError('run-not-ready');
    if (this.knowledge.versions().llm === null)
      throw new DomainError('dependency-unavailable', 'No language model is configured');
    const { audience, language } = input;
    const [id, createdAt] = [newId(), this.clock.now()];
    const claim = idempotency && { ...idempotency, principal, operation: OPERATION, resourceId: id };
    const claimed = await this.narrations.accept(
      {
        id,
        runId,
        audience,
        language,
        createdAt,
        evidence: narrationEvidence(this.runs.present(run, language), language),
        meta: metaOfRun({ ...meta, userId: principal.subject }, run, createdAt),
      },
      claim,
    );
    if (claimed.kind === 'fresh') return id;
    requireSameRequest(claimed, claim);
    return claimed.resourceId;
  }

  /**
   * The narration when it is written, or as it stands after `seconds`.
   *
   * @throws DomainError `not-found`, `case-erased`
   */
  async read(
    principal: Principal,
    runId: string,
    id: string,
    seconds: number,
    language: Language,
  ): Promise<Narration> {
    await this.runs.find(principal, runId);
    const read = () => this.narrations.find(principal.tenantId, runId, id);
    const record = seconds === 0 ? await read() : await this.readWhenEnded(principal, runId, seconds, read);
    if (record !== undefined) return presentNarration(record, language);
    await this.runs.find(principal, runId);
    throw new DomainError('not-found', 'There is no such narration');
  }

  private async readWhenEnded(
    { tenantId }: Principal,
    runId: string,
    seconds: number,
    read: () => Promise<NarrationRecord | undefined>,
  ): Promise<NarrationRecord | undefined> {
    const watch = this.watches.open(tenantId, runId);
    try {
      return await waitFor({
        read,
        until: (record) => record?.status !== 'waiting',
        subscribe: watch.subscribe,
        milliseconds: seconds * 1000,
      });
    } finally {
      watch.close();
    }
  }
}
