import { type Concept, type NameDictionary } from '../vocabulary/name-dictionary';

/** Diseases and findings, by id. */
export interface Named {
  readonly forDiseases: readonly string[];
  readonly forFindings: readonly string[];
}

/** A text that names something once mentions it; what it is about it names again. */
const TOLD_AGAIN = 2;

/**
 * What a passage is for, where nobody has said so: the diseases and findings that its headings name; of either, where they name
 * none, those that its text names at least twice. In the order in which they are named first.
 */
export function namedIn(names: NameDictionary, headings: readonly string[], text: string): Named {
  const inHeadings = headings.flatMap((heading) => conceptsIn(names, heading));
  const inText = conceptsIn(names, text);
  const idsOf = (kind: Concept['kind']): string[] => {
    const ofKind = (concept: Concept): boolean => concept.kind === kind;
    const named = inHeadings.filter(ofKind);
    const told = inText.filter(
      (concept) => ofKind(concept) && inText.filter((each) => each === concept).length >= TOLD_AGAIN,
    );
    return [...new Set((named.length > 0 ? named : told).map(({ id }) => id))];
  };
  return { forDiseases: idsOf('disease'), forFindings: idsOf('finding') };
}

const conceptsIn = (names: NameDictionary, text: string): Concept[] =>
  names.cut(text).flatMap(({ concepts }) => concepts);
