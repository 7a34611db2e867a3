import {
  compileVocabulary,
  deidentifyCase,
  type CompiledVocabulary,
  type EngineReadyCase,
  toEngineCase,
} from '@openrounds/clinical-language';
import { DomainError, type CaseInput, type Setting } from '@openrounds/contracts';
import {
  answer,
  type AnswerOptions,
  compileKnowledge,
  type CompiledKnowledge,
  type EngineAnswer,
} from '@openrounds/ddx-engine';
import { engineKnowledgeFor, type KnowledgeBundle, vocabularyOf } from '@openrounds/knowledge';
import { joined } from './case-line';

/** A case as it was understood and what the engine made of it. */
export interface RankedCase {
  readonly ready: EngineReadyCase;
  readonly answer: EngineAnswer;
}

/** Intake and engine in one process, with the functions that the services use. */
export class CaseRanker {
  private readonly vocabulary: CompiledVocabulary;
  private readonly engines = new Map<Setting | undefined, CompiledKnowledge>();

  constructor(readonly bundle: KnowledgeBundle) {
    this.vocabulary = compileVocabulary(vocabularyOf(bundle));
  }

  /**
   * Ranks the diagnoses of a case.
   *
   * @throws DomainError `invalid-request` where what is coded is clinically impossible, `case-not-understood` where
   *   the engine refuses the facts
   */
  rank(input: CaseInput, options: AnswerOptions): RankedCase {
    const ready = toEngineCase(deidentifyCase(input).input, this.vocabulary);
    if (ready.issues.length > 0) throw new DomainError('invalid-request', joined(ready.issues));
    const outcome = answer(
      this.engineFor(input.setting),
      this.bundle.calibration.parameters,
      { patient: ready.patient, observed: ready.observed },
      options,
    );
    if (outcome.ok) return { ready, answer: outcome.value };
    throw new DomainError(
      'case-not-understood',
      `the engine refused the findings: ${outcome.rejection.code}`,
    );
  }

  private engineFor(setting: Setting | undefined): CompiledKnowledge {
    const engine = this.engines.get(setting) ?? compileKnowledge(engineKnowledgeFor(this.bundle, setting));
    this.engines.set(setting, engine);
    return engine;
  }
}
