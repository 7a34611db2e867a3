import { Injectable } from '@nestjs/common';
import { type Setting } from '@openrounds/contracts';
import { compileKnowledge } from '@openrounds/ddx-engine';
import { BundleStore, engineKnowledgeFor, type KnowledgeBundle } from '@openrounds/knowledge';
import { type Engine, type Engines } from '../ports/engines';

/** Compiles the engine's knowledge from bundles; what is compiled lives as long as its bundle does. */
@Injectable()
export class BundleEngines implements Engines {
  private readonly compiled = new WeakMap<KnowledgeBundle, Map<Setting | null, Engine>>();

  constructor(private readonly bundles: BundleStore) {}

  of(knowledgeHash: string, setting: Setting | null): Promise<Engine> {
    return Promise.resolve().then(() => this.engineFor(this.bundles.get(knowledgeHash), setting));
  }

  private engineFor(bundle: KnowledgeBundle, setting: Setting | null): Engine {
    const settings = this.compiled.get(bundle) ?? new Map<Setting | null, Engine>();
    this.compiled.set(bundle, settings);
    const known = settings.get(setting);
    if (known !== undefined) return known;
    const engine: Engine = {
      bundle,
      knowledge: compileKnowledge(engineKnowledgeFor(bundle, setting ?? undefined)),
      parameters: bundle.calibration.parameters,
    };
    settings.set(setting, engine);
    return engine;
  }
}
