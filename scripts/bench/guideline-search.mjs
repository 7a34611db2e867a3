import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BUNDLES, DIST } from '../build/places.mjs';

const fromBuild = (library) => createRequire(import.meta.url)(join(DIST, 'libs', library, 'src', 'index.js'));

const MANY = 50_000;
const QUESTIONS = 1_000;
export const SEARCH_LIMITS_MS = { shipped: 30, many: 100 };

/**
 * Times the guideline search, the reading of the question included, at the corpus that ships and at 50,000 passages made of it: each
 * copy mixes the words of two passages, so that terms keep their frequencies.
 *
 * @returns {Promise<{ what: string, passages: number, indexMs: number, p50: number, p99: number, limit: number }[]>} what is made at the first
 *   search with words is in none of the times
 */
export async function measureSearch() {
  const { BundleStore, GuidelineStore } = fromBuild('knowledge');
  const { VocabularyStore } = fromBuild('vocabularies');
  const { readQuestion } = fromBuild('clinical-language');
  const { indexBundle, searchPassages } = fromBuild('guidelines');
  const bundles = new BundleStore(BUNDLES);
  const vocabulary = new VocabularyStore(bundles).vocabulary(bundles.current().hashes.knowledge);
  const shipped = new GuidelineStore(BUNDLES).current();
  const asked = questions(shipped, QUESTIONS);

  const timed = (what, bundle, limit) => {
    const begun = performance.now();
    const index = indexBundle(bundle);
    const search = (given) => {
      const read = given.query === undefined ? undefined : readQuestion(given.query, vocabulary);
      return searchPassages(index, { ...given, read });
    };
    for (const given of asked.slice(0, 10)) search(given);
    const indexMs = performance.now() - begun;
    for (const given of asked.slice(0, 100)) search(given);
    const taken = asked.map((given) => {
      const start = performance.now();
      search(given);
      return performance.now() - start;
    });
    taken.sort((a, b) => a - b);
    const at = (share) => taken[Math.floor(share * (taken.length - 1))];
    return { what, passages: index.passages.length, indexMs, p50: at(0.5), p99: at(0.99), limit };
  };
  return [
    timed('that ship', shipped, SEARCH_LIMITS_MS.shipped),
    timed('made of them', enlarged(shipped, MANY), SEARCH_LIMITS_MS.many),
  ];
}

/** The same sequence at every run (a linear congruential generator, Numerical Recipes). */
function drawing(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Half of one passage and half of another, at their middle. */
const mixed = (one, other) =>
  Object.fromEntries(
    Object.entries(one).map(([language, text]) => {
      const second = other[language] ?? text;
      return [language, text.slice(0, text.length / 2) + second.slice(second.length / 2)];
    }),
  );

function enlarged(bundle, count) {
  const draw = drawing(1);
  const { documents, passages } = bundle.guidelines;
  const copies = Array.from({ length: count }, (_, i) => {
    const [one, other] = [passages[i % passages.length], passages[draw(passages.length)]];
    return { ...one, id: `${one.id}-${i}`, text: mixed(one.text, other.text), conflictsWith: [] };
  });
  return { ...bundle, guidelines: { documents, passages: copies } };
}

/** Questions by name and aspect in both languages, words out of passages, and the lists of runs. */
function questions({ diseases, findings, guidelines }, count) {
  const draw = drawing(2);
  const any = (list) => list[draw(list.length)];
  return Array.from({ length: count }, (_, i) => {
    const [disease, finding, { text }] = [any(diseases), any(findings), any(guidelines.passages)];
    const make = [
      () => ({
        language: 'en',
        query: `How is ${disease.name.en} diagnosed when there is ${finding.name.en}?`,
      }),
      () => ({ language: 'zh', query: `${disease.name.zh}伴${finding.name.zh}首先怎么处理？` }),
      () => ({ language: 'en', query: text.en.split(' ').slice(0, 12).join(' ') }),
      () => ({ language: 'zh', query: text.zh.slice(0, 24) }),
      () => ({
        language: 'en',
        diseaseIds: Array.from({ length: 8 }, () => any(diseases).id),
        findingIds: Array.from({ length: 8 }, () => any(findings).id),
      }),
    ][i % 5];
    return { limit: 10, ...make() };
  });
}
