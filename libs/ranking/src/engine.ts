import { type Setting } from '@openrounds/contracts';
import { compileKnowledge, type CompiledKnowledge, type EngineParameters } from '@openrounds/ddx-engine';
import { engineKnowledgeFor, type KnowledgeBundle } from '@openrounds/knowledge';

/** The engine's knowledge of one version for one setting, compiled once, and the parameters frozen with it. */
export interface Engine {
  readonly knowledge: CompiledKnowledge;
  readonly parameters: EngineParameters;
  readonly bundle: KnowledgeBundle;
}

/** Compiles the engine of a bundle for a setting: tens of megabytes, to be kept by who asks again. */
export const engineOf = (bundle: KnowledgeBundle, setting: Setting | null): Engine => ({
  bundle,
  knowledge: compileKnowledge(engineKnowledgeFor(bundle, setting ?? undefined)),
  parameters: bundle.calibration.parameters,
});
