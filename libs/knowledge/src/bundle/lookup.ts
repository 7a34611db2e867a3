import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type PresentingProblem } from '../schema/presenting-problem';
import { type Source } from '../schema/source';
import { type Test } from '../schema/test';
import { type GuidelineDocument, type GuidelinePassage, type KnowledgeContent } from './knowledge-bundle';

/** A bundle's entries by id. */
export interface KnowledgeLookup {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly diseases: ReadonlyMap<string, Disease>;
  readonly tests: ReadonlyMap<string, Test>;
  readonly problems: ReadonlyMap<string, PresentingProblem>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: ReadonlyMap<string, GuidelineDocument>;
  readonly passages: ReadonlyMap<string, GuidelinePassage>;
  /** The passages that speak of a disease, by disease id. */
  readonly passagesByDisease: ReadonlyMap<string, readonly GuidelinePassage[]>;
}

const lookups = new WeakMap<KnowledgeContent, KnowledgeLookup>();

/** Entries by id; made once per bundle. */
export function lookupOf(knowledge: KnowledgeContent): KnowledgeLookup {
  const known = lookups.get(knowledge);
  if (known) return known;
  const { findings, diseases, tests, problems, sources, guidelines } = knowledge;
  const lookup = {
    findings: byId(findings),
    diseases: byId(diseases),
    tests: byId(tests),
    problems: byId(problems),
    sources: byId(sources),
    documents: byId(guidelines.documents),
    passages: byId(guidelines.passages),
    passagesByDisease: passagesByDisease(guidelines.passages),
  };
  lookups.set(knowledge, lookup);
  return lookup;
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function passagesByDisease(passages: readonly GuidelinePassage[]): Map<string, GuidelinePassage[]> {
  const map = new Map<string, GuidelinePassage[]>();
  for (const passage of passages) {
    for (const disease of passage.forDiseases) {
      const known = map.get(disease);
      if (known) known.push(passage);
      else map.set(disease, [passage]);
    }
  }
  return map;
}
