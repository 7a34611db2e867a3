import { compareText } from '../load/problem';
import { type Finding } from '../schema/finding';
import { normalisePhrase } from '../text/normalise-phrase';
import { wordsOfFinding } from '../text/words-of-finding';
import { type KnowledgeContent } from './knowledge-bundle';
import { Wordings } from './wordings';

export type Language = 'en' | 'zh';

/** A finding that a type-ahead offers. */
export interface FindingMatch {
  readonly finding: Finding;
  /** Its name in the language asked for. */
  readonly name: string;
  /** The wording that the query met, in whichever language. */
  readonly matched: string;
}

/** What findings are called in each language: names, and all other wordings. */
interface Index {
  /** In the order in which wordings name them: by id. */
  readonly findings: readonly Finding[];
  readonly names: Readonly<Record<Language, Wordings>>;
  readonly others: Readonly<Record<Language, Wordings>>;
}

/** A wording that a query met. */
interface Hit {
  readonly finding: Finding;
  readonly normalised: string;
  readonly texts: (finding: Finding) => readonly string[];
}

/** How a query meets a wording, the best first. */
const enum Closeness {
  Exact,
  Start,
  StartOfWord,
  Inside,
}

const indexes = new WeakMap<KnowledgeContent, Index>();

/**
 * Findings whose name or synonym, in either language, meets what was typed: whole wordings first, then beginnings,
 * then beginnings of words, then insides. Among equals names come before synonyms, the language asked for before the
 * other, short before long, then by id. An empty query offers nothing.
 *
 * @param limit the most findings to return
 */
export function searchFindings(
  knowledge: KnowledgeContent,
  query: string,
  language: Language,
  limit: number,
): FindingMatch[] {
  const wanted = normalisePhrase(query);
  if (wanted === '') return [];
  return bestHits(indexOf(knowledge), wanted, language, limit).map(({ finding, normalised, texts }) => ({
    finding,
    name: finding.name[language],
    // Only what is offered is looked up as it is written: the index holds it as it is compared.
    matched: texts(finding).find((text) => normalisePhrase(text) === normalised) ?? finding.name[language],
  }));
}

/** The lists are in order already: nothing has to be sorted while somebody types. */
function bestHits(index: Index, wanted: string, language: Language, limit: number): Hit[] {
  const byCloseness: Record<Closeness, Map<Finding, Hit>> = {
    [Closeness.Exact]: new Map(),
    [Closeness.Start]: new Map(),
    [Closeness.StartOfWord]: new Map(),
    [Closeness.Inside]: new Map(),
  };
  const beginningOfWord = ` ${wanted}`;
  for (const { wordings, texts } of listsInOrder(index, language)) {
    wordings.forEachWith(wanted, (normalised, owner) => {
      const finding = index.findings[owner];
      const hits = byCloseness[closenessOf(normalised, wanted, beginningOfWord)];
      if (finding && hits.size < limit && !hits.has(finding))
        hits.set(finding, { finding, normalised, texts });
    });
  }
  return firstOfEachFinding(Object.values(byCloseness), limit);
}

/** Names before synonyms, and of each the language asked for before the other. */
function listsInOrder({ names, others }: Index, language: Language) {
  const languages: Language[] = language === 'en' ? ['en', 'zh'] : ['zh', 'en'];
  return [
    ...languages.map((each) => ({ wordings: names[each], texts: namesIn(each) })),
    ...languages.map((each) => ({ wordings: others[each], texts: othersIn(each) })),
  ];
}

function firstOfEachFinding(inOrder: readonly ReadonlyMap<Finding, Hit>[], limit: number): Hit[] {
  const best = new Map<Finding, Hit>();
  for (const hits of inOrder) {
    for (const [finding, hit] of hits) {
      if (best.size >= limit) return [...best.values()];
      if (!best.has(finding)) best.set(finding, hit);
    }
  }
  return [...best.values()];
}

function closenessOf(phrase: string, wanted: string, beginningOfWord: string): Closeness {
  if (phrase.startsWith(wanted)) return phrase.length === wanted.length ? Closeness.Exact : Closeness.Start;
  return phrase.includes(beginningOfWord) ? Closeness.StartOfWord : Closeness.Inside;
}

/** Made once per bundle. */
function indexOf(knowledge: KnowledgeContent): Index {
  const known = indexes.get(knowledge);
  if (known) return known;
  const findings = knowledge.findings.toSorted((a, b) => compareText(a.id, b.id));
  const wordingsOf = (texts: (finding: Finding) => readonly string[]): Wordings =>
    new Wordings(findings.map((finding) => texts(finding).map(normalisePhrase)));
  const index = {
    findings,
    names: { en: wordingsOf(namesIn('en')), zh: wordingsOf(namesIn('zh')) },
    others: { en: wordingsOf(othersIn('en')), zh: wordingsOf(othersIn('zh')) },
  };
  indexes.set(knowledge, index);
  return index;
}

const namesIn = (language: Language) => (finding: Finding) => [finding.name[language]];
const othersIn = (language: Language) => (finding: Finding) => wordsOfFinding(finding, language);
