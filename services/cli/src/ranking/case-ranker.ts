import {
  deidentifyCase,
  type CompiledVocabulary,
  type EngineReadyCase,
  type StandingCorrection,
  toEngineCase,
} from '@openrounds/clinical-language';
import { type CaseInput, type CaseMix, DomainError, type Setting } from '@openrounds/contracts';
import {
  answer,
  type AnswerOptions,
  compileKnowledge,
  type CompiledKnowledge,
  type EngineAnswer,
  type EngineCase,
  type EngineRejection,
  rank,
  type RankResult,
} from '@openrounds/ddx-engine';
import { engineKnowledgeFor, type KnowledgeBundle } from '@openrounds/knowledge';
import { joined } from './case-line';

/** A case as it was understood and what the engine made of it. */
export interface RankedCase {
  readonly ready: EngineReadyCase;
  readonly answer: EngineAnswer;
}

/** A case as it was understood, ready for the engine of its setting. */
export interface UnderstoodCase {
  readonly ready: EngineReadyCase;
  readonly engine: CompiledKnowledge;
  readonly facts: EngineCase;
}

/** Intake and engine in one process, with the functions that the services use. */
export class CaseRanker {
  private readonly engines = new Map<Setting | undefined, CompiledKnowledge>();

  /** @param vocabulary of the same bundle */
  constructor(
    readonly bundle: KnowledgeBundle,
    readonly vocabulary: CompiledVocabulary,
  ) {}

  /**
   * Ranks the diagnoses of a case.
   *
   * @param corrections what stands above everything that was given or read
   * @throws DomainError `invalid-request` where what is coded is clinically impossible, `case-not-understood` where
   *   the engine refuses the facts
   */
  rank(
    input: CaseInput,
    options: AnswerOptions,
    corrections: readonly StandingCorrection[] = [],
  ): RankedCase {
    const { ready, engine, facts } = this.understand(input, corrections);
    const outcome = answer(engine, this.bundle.calibration.parameters, facts, options);
    if (outcome.ok) return { ready, answer: outcome.value };
    throw refusal(outcome.rejection);
  }

  /**
   * The full list of a case that was understood before, as it would be for another patient with the same findings.
   *
   * @throws DomainError `case-not-understood` where the engine refuses the facts
   */
  rankFacts(setting: Setting | undefined, facts: EngineCase, caseMix: CaseMix): RankResult {
    const outcome = rank(this.engineFor(setting), this.bundle.calibration.parameters, facts, { caseMix });
    if (outcome.ok) return outcome.value;
    throw refusal(outcome.rejection);
  }

  /**
   * A case as facts, and the engine of its setting.
   *
   * @throws DomainError `invalid-request` where what is coded is clinically impossible
   */
  understand(input: CaseInput, corrections: readonly StandingCorrection[] = []): UnderstoodCase {
    const ready = toEngineCase(deidentifyCase(input).input, this.vocabulary, corrections);
    if (ready.issues.length > 0) throw new DomainError('invalid-request', joined(ready.issues));
    const facts = { patient: ready.patient, observed: ready.observed };
    return { ready, engine: this.engineFor(input.setting), facts };
  }

  private engineFor(setting: Setting | undefined): CompiledKnowledge {
    const engine = this.engines.get(setting) ?? compileKnowledge(engineKnowledgeFor(this.bundle, setting));
    this.engines.set(setting, engine);
    return engine;
  }
}

const refusal = ({ code }: EngineRejection): DomainError =>
  new DomainError('case-not-understood', `the engine refused the findings: ${code}`);
