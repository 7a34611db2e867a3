import { type KnowledgeBundle } from '@openrounds/knowledge';
import { DiseaseNames } from '@openrounds/llm';
import { namesOfDiseases } from './names-in-knowledge';

/** The names of diseases, of each knowledge version once; forgotten with it. */
export class DiseaseNamesOfVersions {
  private readonly names = new WeakMap<KnowledgeBundle, DiseaseNames>();

  in(bundle: KnowledgeBundle): DiseaseNames {
    const names = this.names.get(bundle) ?? new DiseaseNames(namesOfDiseases(bundle));
    this.names.set(bundle, names);
    return names;
  }
}
