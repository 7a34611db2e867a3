import { type Language, type SourceAttributes } from '@openrounds/contracts';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import { notice } from '../messages/catalogue';
import { SOURCE_CATEGORIES } from '../messages/source-attributes';
import { sourceFacts } from './source-facts';

/** The source attributes of decision support, answered for a bundle; none is left empty. */
export function presentSourceAttributes(bundle: KnowledgeBundle, language: Language): SourceAttributes {
  const facts = sourceFacts(bundle);
  return {
    reference: '45 CFR 170.315(b)(11)(iv)(B)',
    knowledge: bundle.hashes.knowledge,
    categories: SOURCE_CATEGORIES.map(({ id, name, attributes }) => ({
      id,
      name: name[language](),
      attributes: attributes.map((attribute) => ({
        id: attribute.id,
        name: attribute.name[language](),
        state: typeof attribute.state === 'function' ? attribute.state(facts) : attribute.state,
        value: attribute.value[language](facts),
      })),
    })),
    notice: notice(language),
  };
}
