import { Inject, Injectable } from '@nestjs/common';
import { ordersOf, prefetchOf, readPrefetch, serviceOf, CDS_SERVICES } from '@openrounds/cds-hooks';
import { deidentifyCase, factsOfCodes } from '@openrounds/clinical-language';
import {
  CodedAnswer,
  DomainError,
  ERROR_CODES,
  MAX_CODED_TESTS,
  type CaseInput,
  type CdsCards,
  type CdsRequest,
  type CdsServiceId,
  type CdsServices,
  type EngineFacts,
  type RankedCoded,
  type RunOptions,
  type Versions,
} from '@openrounds/contracts';
import { fromFhir, NotImportable } from '@openrounds/interchange';
import { CLOCK, LOGGER, type Clock, type Logger } from '@openrounds/platform';
import {
  beforeSigningCards,
  differentialCards,
  lateCard,
  orderCards,
  type CardSource,
  type CardText,
} from '@openrounds/presentation';
import { isInfrastructureFault, RequestTimeout } from '@openrounds/queue';
import { unpackAnswer } from '@openrounds/run-flow';
import { orderedTests, type OrderedTests } from '../../model/ordered-tests';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SERVICES, type Services } from '../../ports/services';
import { CDS_DEADLINE_MS } from '../../settings';
import { CreateRun } from '../create-run';
import { CallerOfCds, type CdsCall, type CdsClient } from './caller-of-cds';
import { cardOf } from './card-of';
import { ReadMissingPrefetch } from './read-missing-prefetch';

/** Of a run that a training EHR asked for; longer only if somebody keeps it. */
const KEPT_MS = 86_400_000;
/** Fewer say nothing. */
const LEAST_FINDINGS = 2;
/** No language model: nobody would wait for it, and the list in the cards is the engine's. */
const OPTIONS: RunOptions = {
  topN: 10,
  includeNextTests: true,
  includeGuidelines: true,
  llm: 'off',
  caseMix: 'teaching',
};

/** What a call is answered from. */
interface Asked {
  readonly call: CdsCall;
  readonly body: CdsRequest;
  readonly client: CdsClient;
  readonly input: CaseInput;
  readonly facts: EngineFacts;
}

/** Cards in words, and the run that they lead to, where there is one. */
interface Answered {
  readonly texts: CardText[];
  readonly runId?: string;
}

/**
 * Answers training EHRs at the moment of a hook. The answer is computed at once; the run is accepted meanwhile, and begins when
 * somebody follows the link: of most cards nobody does, and its work would keep the next call waiting.
 */
@Injectable()
export class AnswerCds {
  constructor(
    @Inject(CallerOfCds) private readonly callers: Pick<CallerOfCds, 'requireAddress' | 'identify'>,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current' | 'versions'>,
    @Inject(ReadMissingPrefetch) private readonly prefetches: Pick<ReadMissingPrefetch, 'read'>,
    @Inject(CreateRun) private readonly createRun: Pick<CreateRun, 'execute'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn' | 'error'>,
    @Inject(CDS_DEADLINE_MS) private readonly deadlineMs: number,
  ) {}

  /** What there is to call. */
  list(): CdsServices {
    this.callers.requireAddress();
    return { services: CDS_SERVICES.map((service) => ({ ...service, prefetch: prefetchOf() })) };
  }

  /**
   * @throws DomainError `unauthenticated`; `invalid-request` for another hook, or for what is no FHIR R4; `prefetch-missing`
   */
  async execute(call: CdsCall, body: CdsRequest): Promise<CdsCards> {
    const begun = performance.now();
    const address = this.callers.requireAddress();
    const client = await this.callers.identify(call, [`/cds-services/${call.serviceId}`]);
    const { asked, readMs } = await this.read(call, body, client);
    if (asked.facts.observed.length < LEAST_FINDINGS) return { cards: [] };
    const left = this.deadlineMs + readMs - (performance.now() - begun);
    const { texts, runId } = await this.inTime(asked, left);
    const place = { address, serviceId: call.serviceId, runId, launches: client.client.smart !== null };
    return { cards: texts.map((text) => cardOf(text, place)) };
  }

  /** Identities, texts and true dates stay behind: only codes go on. */
  private async read(
    call: CdsCall,
    body: CdsRequest,
    client: CdsClient,
  ): Promise<{ readonly asked: Asked; readonly readMs: number }> {
    const { hook } = serviceOf(call.serviceId);
    if (body.hook !== hook) throw notThis('/hook', 'another-hook', `this service is for ${hook}`);
    const begun = performance.now();
    const prefetched = readPrefetch(body.prefetch);
    const { vocabulary } = this.knowledge.current();
    const given =
      prefetched.kind === 'enough'
        ? caseOf(() => fromFhir(prefetched.bundle, vocabulary, { today: this.clock.now() }).case)
        : await this.prefetches.read(call, body, client, prefetched.missing);
    const readMs = prefetched.kind === 'enough' ? 0 : performance.now() - begun;
    const { input } = deidentifyCase({ ...given, language: client.client.language });
    return { asked: { call, body, client, input, facts: factsOfCodes(input, vocabulary) }, readMs };
  }

  private async inTime(asked: Asked, milliseconds: number): Promise<Answered> {
    const late = { texts: [lateCard(this.knowledge.versions(), asked.client.client.language)] };
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<typeof late>((resolve) => {
      timer = setTimeout(() => {
        this.logger.warn({ service: asked.call.serviceId }, 'no answer in time to a call by CDS Hooks');
        resolve(late);
      }, milliseconds);
    });
    const answer = this.answer(asked, milliseconds).catch((error: unknown) => {
      if (!isPassing(error)) throw error;
      this.logger.warn({ err: error }, 'a call by CDS Hooks could not be answered');
      return late;
    });
    try {
      return await Promise.race([answer, over]);
    } finally {
      clearTimeout(timer);
      answer.catch((error: unknown) => {
        this.logger.error({ err: error }, 'call by CDS Hooks failed');
      });
    }
  }

  private async answer(asked: Asked, milliseconds: number): Promise<Answered> {
    const { call, body, client } = asked;
    const { bundle, vocabulary } = this.knowledge.current();
    const versions = this.knowledge.versions();
    const orders = orderedTests(ordersOf(body.context).loinc, bundle, vocabulary);
    const { language } = client.client;
    const [ranked, { runId }] = await Promise.all([
      this.rank(asked, versions, orders.testIds, milliseconds),
      this.accept(asked),
    ]);
    if ('rejected' in ranked) return { texts: [], runId };
    const answer = CodedAnswer.parse(unpackAnswer(Buffer.from(ranked.packed, 'base64')));
    const source = { answer, bundle, versions, language };
    return { texts: textsOf(call.serviceId, source, orders, ranked.tests), runId };
  }

  private rank(
    { call, client, facts }: Asked,
    versions: Versions,
    testIds: readonly string[],
    milliseconds: number,
  ): Promise<RankedCoded> {
    const meta = { ...call.meta, tenantId: client.principal.tenantId };
    // Next tests take as long as the list, and only one service tells of them.
    const options = { ...OPTIONS, includeNextTests: call.serviceId === 'openrounds-order-value' };
    const asked = { meta, versions, options, facts, testIds: testIds.slice(0, MAX_CODED_TESTS) };
    return this.services.ask('rank-coded.v1', asked, milliseconds);
  }

  private accept({ call, client, input }: Asked): Promise<{ readonly runId: string }> {
    return this.createRun.execute({
      principal: client.principal,
      language: client.client.language,
      requestId: call.meta.requestId,
      traceparent: call.meta.traceparent ?? '',
      input: { case: input, options: OPTIONS },
      caseExpiresAt: new Date(this.clock.now().getTime() + KEPT_MS),
      awaitsReader: true,
    });
  }
}

function textsOf(
  serviceId: CdsServiceId,
  source: CardSource,
  { findingIds, unknown }: OrderedTests,
  tests: readonly { readonly testId: string; readonly bits: number }[],
): CardText[] {
  switch (serviceId) {
    case 'openrounds-differential':
      return differentialCards(source);
    case 'openrounds-order-value':
      return orderCards(source, { tests, unknown });
    case 'openrounds-before-signing':
      return beforeSigningCards(source, findingIds);
  }
}

/** Something is down or has too much to do: the same call may be answered later. */
const isPassing = (error: unknown): boolean =>
  error instanceof RequestTimeout ||
  isInfrastructureFault(error) ||
  (error instanceof DomainError && ERROR_CODES[error.code].status >= 500 && error.code !== 'internal');

const notThis = (pointer: string, code: string, message: string): DomainError =>
  new DomainError('invalid-request', '1 field(s) are not valid', [{ pointer, code, message }]);

function caseOf(read: () => CaseInput): CaseInput {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotImportable) throw notThis('/prefetch', error.code, error.message);
    throw error;
  }
}
