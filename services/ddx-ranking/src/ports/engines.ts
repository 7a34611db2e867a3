import { type Setting } from '@openrounds/contracts';
import { type Engine } from '@openrounds/ranking';

export interface Engines {
  /** @throws BundleError when the version is not (yet) in the bundle store */
  of(knowledgeHash: string, setting: Setting | null): Promise<Engine>;
}
export const ENGINES = Symbol('Engines');
