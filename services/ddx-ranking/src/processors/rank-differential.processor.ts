import { Inject } from '@nestjs/common';
import {
  MAX_PAYLOAD_BYTES,
  runJobId,
  type CarriedAnswer,
  type Queues,
  type RankDifferentialPayload,
} from '@openrounds/contracts';
import { guidelineTopic } from '@openrounds/guidelines';
import { CLOCK, faultPoint, type Clock } from '@openrounds/platform';
import { type Flow, type FlowJob, type FlowProducer } from '@openrounds/queue';
import {
  byHash,
  fitsInto,
  FLOW_PRODUCER,
  Handles,
  inline,
  permanently,
  RunReporter,
  withKnowledge,
} from '@openrounds/run-flow';
import { LANGUAGE_MODEL, type LanguageModel } from '../ports/language-model';
import { RankDifferential, type Ranked } from '../use-cases/rank-differential';

/** Ranks a run, then starts what can go on at once: guideline passages and, where configured, the LLM. */
@Handles('ddx-ranking', 'rank-differential.v1')
export class RankDifferentialProcessor {
  /** The payload holds sealed quotations. */
  readonly scrubWhenDone = true;

  constructor(
    private readonly rank: RankDifferential,
    @Inject(FLOW_PRODUCER) private readonly flows: FlowProducer<Queues>,
    private readonly reporter: RunReporter,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LANGUAGE_MODEL) private readonly model: LanguageModel,
  ) {}

  async handle(payload: RankDifferentialPayload): Promise<null> {
    const { meta, options, facts, codedCase, understood } = payload;
    const { tenantId, runId, caseId, versions, revision } = meta;
    const raised = revision?.raised;
    const ranked = await permanently(() =>
      withKnowledge(meta.acceptedAt, this.clock, () =>
        this.rank.execute(
          { tenantId, runId, caseId, versions, options, facts, codedCase, raised },
          (packed) => !fitsInto(packed, roomFor(payload)),
        ),
      ),
    );
    faultPoint('ddx-ranking:rank-differential');
    const answer = ranked.large ? byHash(ranked.packed) : inline(ranked.packed);
    await this.flows.enqueueFlow(this.flowAfter(payload, ranked, answer));
    await this.reporter.progressed(meta, understood, { type: 'differential', answer });
    return null;
  }

  async onFinallyFailed(payload: RankDifferentialPayload | undefined, fault: Error): Promise<void> {
    if (payload !== undefined) await this.reporter.failed(payload.meta, fault, payload.understood);
  }

  private flowAfter(
    payload: RankDifferentialPayload,
    { answer: list }: Ranked,
    answer: CarriedAnswer,
  ): Flow<Queues> {
    const { meta, options, caseVersion, codedCase, facts, reading } = payload;
    const jobId = (job: string): string => runJobId(meta.runId, job, meta.epoch);
    const llm = options.llm === 'auto' && this.model !== null;
    const expected = { llm, guidelines: options.includeGuidelines, reading: llm && reading === true };
    const children: FlowJob<Queues>[] = [];
    if (expected.llm) {
      children.push({
        queue: 'ddx-ranking-llm',
        job: 'rank-with-llm.v1',
        jobId: jobId('rank-with-llm.v1'),
        payload: {
          meta,
          facts,
          language: codedCase.language,
          caseMix: options.caseMix,
          mustNotMiss: list.mustNotMiss.map(({ diseaseId }) => diseaseId),
        },
      });
    }
    if (expected.reading) {
      children.push({
        queue: 'ddx-ranking-llm',
        job: 'read-with-llm.v1',
        jobId: jobId('read-with-llm.v1'),
        payload: { meta },
      });
    }
    if (expected.guidelines) {
      children.push({
        queue: 'guideline-retrieval',
        job: 'retrieve-guidelines.v1',
        jobId: jobId('retrieve-guidelines.v1'),
        payload: {
          meta,
          language: codedCase.language,
          region: codedCase.region,
          ...guidelineTopic(list),
          // Without a model nothing else is waited for: the run is completed at once, with its passages.
          report: expected.llm,
        },
      });
    }
    const parent: FlowJob<Queues> = {
      queue: 'explanation-log',
      job: 'finalise-explanation.v1',
      jobId: jobId('finalise-explanation.v1'),
      payload: { meta, options, caseVersion, codedCase, facts, answer, expected },
    };
    return { parent, children };
  }
}

/** Ids, versions and options, with some to spare. */
const ENVELOPE_BYTES = 8 * 1024;

/** What the case leaves of a payload for the answer that travels on with it; a larger one stays here. */
const roomFor = ({ codedCase, facts }: RankDifferentialPayload): number =>
  MAX_PAYLOAD_BYTES - ENVELOPE_BYTES - Buffer.byteLength(JSON.stringify([codedCase, facts]));
