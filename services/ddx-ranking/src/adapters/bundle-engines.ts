import { Injectable } from '@nestjs/common';
import { type Setting } from '@openrounds/contracts';
import { BundleStore, settingBasis, type KnowledgeBundle } from '@openrounds/knowledge';
import { engineOf, type Engine } from '@openrounds/ranking';
import { type Engines } from '../ports/engines';

/**
 * Compiles the engine's knowledge from bundles; what is compiled lives as long as its bundle does. Settings that use
 * the same numbers share one engine: each takes tens of megabytes.
 */
@Injectable()
export class BundleEngines implements Engines {
  private readonly compiled = new WeakMap<KnowledgeBundle, Map<string, Engine>>();

  constructor(private readonly bundles: BundleStore) {}

  of(knowledgeHash: string, setting: Setting | null): Promise<Engine> {
    return Promise.resolve().then(() => this.engineFor(this.bundles.get(knowledgeHash), setting));
  }

  private engineFor(bundle: KnowledgeBundle, setting: Setting | null): Engine {
    const engines = this.compiled.get(bundle) ?? new Map<string, Engine>();
    this.compiled.set(bundle, engines);
    const numbers = settingBasis(setting ?? undefined).settings.join();
    const known = engines.get(numbers);
    if (known !== undefined) return known;
    const engine = engineOf(bundle, setting);
    engines.set(numbers, engine);
    return engine;
  }
}
