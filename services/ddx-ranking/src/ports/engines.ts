import { type Setting } from '@openrounds/contracts';
import { type CompiledKnowledge, type EngineParameters } from '@openrounds/ddx-engine';
import { type KnowledgeBundle } from '@openrounds/knowledge';

/** The engine's knowledge of one version for one setting, compiled once, and the parameters frozen with it. */
export interface Engine {
  readonly knowledge: CompiledKnowledge;
  readonly parameters: EngineParameters;
  readonly bundle: KnowledgeBundle;
}

export interface Engines {
  /** @throws BundleError when the version is not (yet) in the bundle store */
  of(knowledgeHash: string, setting: Setting | null): Promise<Engine>;
}
export const ENGINES = Symbol('Engines');
