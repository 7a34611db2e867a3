import { CaseInput, type Language } from '@openrounds/contracts';
import { type Disease, type Finding, lookupOf } from '@openrounds/knowledge';
import { type CaseRanker } from '../ranking/case-ranker';

const PLACES = ['script', 'mechanism', 'pitfalls'] as const;
export type TextPlace = (typeof PLACES)[number];

/** A finding that a page's text affirms and that the page neither links nor names as an exception. */
export interface UnlinkedFinding {
  readonly diseaseId: string;
  readonly findingId: string;
  readonly place: TextPlace;
  /** In which languages it was read in texts of this place. */
  readonly languages: readonly Language[];
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];
/** Said surely; of what is merely possible no page has to say how often it is. */
const AFFIRMED = 0.9;
/** What the disease's prior says already: how it depends on age. */
const IN_THE_PRIOR: ReadonlySet<string> = new Set(['age-over-65']);

/**
 * Reads the script, the mechanism and the pitfalls of every page. What a page names and does not link, the ranking
 * cannot know of. Linking a kind of the finding counts as linking it.
 *
 * @param ranker should take wordings as they stand and compose nothing: the prose of a textbook is dense with words of
 *   the body that belong to no finding
 */
export function unlinkedFindings(ranker: CaseRanker): UnlinkedFinding[] {
  const { findings } = lookupOf(ranker.bundle);
  return ranker.bundle.diseases.flatMap((disease) => {
    const known = knownOf(disease, findings);
    return PLACES.flatMap((place) => {
      const read = new Map(
        LANGUAGES.map((language) => [language, affirmedIn(textsOf(disease, place, language), ranker)]),
      );
      const named = new Set([...read.values()].flatMap((ids) => [...ids]));
      return [...named]
        .filter((findingId) => !known.has(findingId))
        .map((findingId) => ({
          diseaseId: disease.id,
          findingId,
          place,
          languages: LANGUAGES.filter((language) => read.get(language)?.has(findingId)),
        }));
    });
  });
}

function knownOf(disease: Disease, findings: ReadonlyMap<string, Finding>): Set<string> {
  const known = new Set(IN_THE_PRIOR);
  for (const { finding } of [...disease.links, ...disease.notLinked]) {
    for (let id: string | undefined = finding; id !== undefined; id = findings.get(id)?.parent) known.add(id);
  }
  return known;
}

function textsOf({ teaching }: Disease, place: TextPlace, language: Language): string[] {
  return place === 'pitfalls' ? teaching.pitfalls.map((text) => text[language]) : [teaching[place][language]];
}

function affirmedIn(texts: readonly string[], ranker: CaseRanker): Set<string> {
  const observed = texts.flatMap(
    (narrative) => ranker.understand(CaseInput.parse({ narrative })).facts.observed,
  );
  return new Set(
    observed
      .filter((one) => 'presence' in one && one.presence === 'present' && (one.certainty ?? 1) >= AFFIRMED)
      .map(({ findingId }) => findingId),
  );
}
