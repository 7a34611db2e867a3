import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../normalise/phrases';
import { type VocabularyFinding } from '../model/vocabulary';

export type IllnessAttribute = 'illness-onset' | 'illness-duration' | 'illness-course';

/** A state of an attribute of the illness that words of the knowledge base tell. */
export interface AttributeCue {
  readonly attribute: IllnessAttribute;
  readonly state: string;
}

/** Case-level findings whose words are attributes of the whole illness: read by this stage, not as concepts. */
export function isIllnessAttribute(findingId: string): findingId is IllnessAttribute {
  return /^illness-(?:onset|duration|course)$/.test(findingId);
}

/** The words by which the knowledge base tells onset, duration and course. */
export function buildAttributeCues(findings: readonly VocabularyFinding[]): PhraseTrie<AttributeCue> {
  const trie = new PhraseTrie<AttributeCue>();
  for (const { id, stateSynonyms } of findings) {
    if (!isIllnessAttribute(id)) continue;
    for (const [state, lists] of Object.entries(stateSynonyms ?? {})) {
      for (const phrase of [...(lists.en ?? []), ...(lists.zh ?? [])])
        trie.add(surfaceKeys(phrase), { attribute: id, state });
    }
  }
  return trie;
}
