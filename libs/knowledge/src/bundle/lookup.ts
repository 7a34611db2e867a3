import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type PresentingProblem } from '../schema/presenting-problem';
import { type Score } from '../schema/score';
import { type Source } from '../schema/source';
import { type Test } from '../schema/test';
import { type GuidelineDocument, type GuidelinePassage, type KnowledgeContent } from './knowledge-bundle';

/** A bundle's entries by id. */
export interface KnowledgeLookup {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly diseases: ReadonlyMap<string, Disease>;
  readonly tests: ReadonlyMap<string, Test>;
  readonly problems: ReadonlyMap<string, PresentingProblem>;
  readonly scores: ReadonlyMap<string, Score>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: ReadonlyMap<string, GuidelineDocument>;
  readonly passages: ReadonlyMap<string, GuidelinePassage>;
  /** The passages that speak of a disease, by disease id. */
  readonly passagesByDisease: ReadonlyMap<string, readonly GuidelinePassage[]>;
  /** The scores that apply to a disease, by disease id. */
  readonly scoresByDisease: ReadonlyMap<string, readonly Score[]>;
}

const lookups = new WeakMap<KnowledgeContent, KnowledgeLookup>();

/** Entries by id; made once per bundle. */
export function lookupOf(knowledge: KnowledgeContent): KnowledgeLookup {
  const known = lookups.get(knowledge);
  if (known) return known;
  const { findings, diseases, tests, problems, scores, sources, guidelines } = knowledge;
  const lookup = {
    findings: byId(findings),
    diseases: byId(diseases),
    tests: byId(tests),
    problems: byId(problems),
    scores: byId(scores),
    sources: byId(sources),
    documents: byId(guidelines.documents),
    passages: byId(guidelines.passages),
    passagesByDisease: byDisease(guidelines.passages),
    scoresByDisease: byDisease(scores),
  };
  lookups.set(knowledge, lookup);
  return lookup;
}

/** Entries by their ids. */
export function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function byDisease<Entry extends { readonly forDiseases: readonly string[] }>(
  entries: readonly Entry[],
): Map<string, Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const disease of entry.forDiseases) {
      const known = map.get(disease);
      if (known) known.push(entry);
      else map.set(disease, [entry]);
    }
  }
  return map;
}
