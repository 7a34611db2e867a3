#!/usr/bin/env node
/**
 * Times the guideline search at the corpus that is shipped and at 50,000 passages made of it: each copy mixes the words of
 * two passages, so that terms keep their frequencies. Run after `npm run build`: `node scripts/bench/guideline-search.mjs`.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BUNDLES, DIST } from '../build/places.mjs';

const require = createRequire(import.meta.url);
const { GuidelineStore } = require(join(DIST, 'libs/knowledge/src/index.js'));
const { indexBundle, searchPassages } = require(join(DIST, 'libs/guidelines/src/index.js'));

const MANY = 50_000;
const QUESTIONS = 2_000;
const part = new GuidelineStore(BUNDLES).current();

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

function enlarged(count) {
  const draw = drawing(1);
  const { documents, passages } = part.guidelines;
  const copies = Array.from({ length: count }, (_, i) => {
    const [one, other] = [passages[i % passages.length], passages[draw(passages.length)]];
    return { ...one, id: `${one.id}-${i}`, text: mixed(one.text, other.text), conflictsWith: [] };
  });
  return { ...part, guidelines: { documents, passages: copies } };
}

/** Questions by name and aspect in both languages, words out of passages, and the lists of runs. */
function questions(count) {
  const draw = drawing(2);
  const { diseases, findings, guidelines } = part;
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

function time(name, bundle) {
  const begun = performance.now();
  const index = indexBundle(bundle);
  const built = performance.now() - begun;
  const asked = questions(QUESTIONS);
  for (const query of asked.slice(0, 200)) searchPassages(index, query);
  const taken = asked.map((query) => {
    const start = performance.now();
    searchPassages(index, query);
    return performance.now() - start;
  });
  taken.sort((a, b) => a - b);
  const at = (share) => taken[Math.floor(share * (taken.length - 1))].toFixed(1);
  console.log(
    `${name}: ${index.passages.length} passages, index ${built.toFixed(0)} ms, search p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
}

time('shipped', part);
time('synthetic', enlarged(MANY));
