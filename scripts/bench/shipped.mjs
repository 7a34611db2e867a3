import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLES, DIST, KNOWLEDGE } from '../build/places.mjs';
import { SERVICES } from '../embedded/services.mjs';
import { sparing } from '../embedded/supervisor.mjs';

const OF_EACH_LANGUAGE = 60;
/** What the limits are set for. */
const FINDINGS = 25;
const WARM_UP_ROUNDS = 3;
const ROUNDS = 3;

const PLAIN = { includeNextTests: false, includeIntervals: false };
const WHOLE = { includeNextTests: true, includeIntervals: true };

/** Limits in milliseconds; parts without one are counted in the whole. */
export const PLAIN_LIMITS = { p99: 4 };
export const FULL_LIMITS = { p50: 15, p99: 30 };
const LIMITS = { plain: PLAIN_LIMITS, full: FULL_LIMITS };

const fromBuild = (...path) => createRequire(import.meta.url)(join(DIST, 'libs', ...path));

/**
 * What a run asks of the processor, part by part, with the knowledge base that ships and told cases: of each language
 * those whose findings are nearest to 25 in number. The parts of a way are done one after the other for every case in turn,
 * several rounds over, in a process that is started as the service is which does them: how garbage is collected is part of
 * what is measured.
 *
 * @returns {{ cases: number, diseases: number, findings: { least: number, median: number, most: number },
 *   parts: { what: string, p50: number, p99: number, limit: { p50?: number, p99?: number } }[] }}
 */
export function measureShipped() {
  const { cases, parts: reading } = inProcessOf('case-intake', 'reading');
  const { diseases, parts: ranking } = inProcessOf('ddx-ranking', 'ranking', cases);
  const counts = cases.map(({ observed }) => observed.length).sort((a, b) => a - b);
  return {
    cases: cases.length,
    diseases,
    findings: { least: counts[0], median: percentile(counts, 0.5), most: counts.at(-1) },
    parts: [...reading, ...ranking],
  };
}

function inProcessOf(service, what, given = null) {
  const { heap } = SERVICES.find(({ name }) => name === service);
  const main = fileURLToPath(new URL('shipped-parts.mjs', import.meta.url));
  const said = execFileSync(process.execPath, [...sparing(heap), main, what], {
    encoding: 'utf8',
    input: JSON.stringify(given),
    maxBuffer: 2 ** 26,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return JSON.parse(said);
}

/** The parts of reading, and the cases as the engine takes them. */
export function measureReading() {
  const cases = casesNearest();
  return { cases: cases.map(({ facts }) => facts), parts: timesOf([partsOfReading()], cases) };
}

/** @param {object[]} facts the cases as the engine takes them */
export function measureRanking(facts) {
  const { BundleStore, engineKnowledgeFor } = fromBuild('knowledge', 'src', 'index.js');
  const bundle = new BundleStore(BUNDLES).current();
  const engine = fromBuild('ddx-engine', 'src', 'index.js').compileKnowledge(engineKnowledgeFor(bundle));
  const ways = waysOfRanking(engine, bundle.calibration.parameters);
  const cases = facts.map((one) => ({ facts: one }));
  lasting.bundle = bundle;
  return { diseases: bundle.diseases.length, parts: timesOf(ways, cases) };
}

/**
 * What lives as long as its process: reached from the heap, as in a service. What is reached from a running function alone is
 * marked while everything stands still, and a collection then seems 16 ms longer than it is.
 */
const lasting = {};

function timesOf(ways, cases) {
  Object.assign(lasting, { ways, cases });
  const taken = ways.map((parts) => Object.entries(parts).map(([what, part]) => ({ what, part, times: [] })));
  for (const way of taken) {
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
      for (const given of cases) {
        const one = { ...given }; // what is made of a case is let go with it, as in a service
        for (const { part, times } of way) {
          const start = performance.now();
          part(one);
          if (round >= 0) times.push(performance.now() - start);
        }
      }
    }
  }
  return taken.flat().map(({ what, times }) => {
    const sorted = times.sort((a, b) => a - b);
    const limit = LIMITS[what] ?? {};
    return { what, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), limit };
  });
}

function partsOfReading() {
  const { deidentify, understandText, vocabulary } = reading();
  return {
    mask: (one) => void (one.masked = deidentify(one.input.narrative).text),
    understand: ({ input, masked }) => void understandText(masked, input.language, vocabulary),
  };
}

/**
 * The parts of ranking by name, in three ways: the plain answer and the whole one as a run asks for them, and what the whole one
 * is made of. Each part takes what those before it on its way left with the case.
 */
function waysOfRanking(engine, parameters) {
  const { answer } = fromBuild('ddx-engine', 'src', 'index.js');
  const { checkAndScore } = fromBuild('ddx-engine', 'src', 'ranking', 'rank.js');
  const { nextQuestions } = fromBuild('ddx-engine', 'src', 'next-test', 'next-questions.js');
  const { nextTests } = fromBuild('ddx-engine', 'src', 'next-test', 'next-tests.js');
  const { CodedAnswer, SEAL_PLACES } = fromBuild('contracts', 'src', 'index.js');
  const { Sealer } = fromBuild('platform', 'src', 'index.js');
  const sealer = new Sealer({ current: 'bench', keys: new Map([['bench', randomBytes(32)]]) });
  const place = SEAL_PLACES.runUnderstood('bench', 'bench');
  const answered = (facts, options) => {
    const outcome = answer(engine, parameters, facts, options);
    if (!outcome.ok) throw new Error(`the case was refused: ${outcome.rejection.code}`);
    return outcome.value;
  };
  return [
    { plain: ({ facts }) => void answered(facts, PLAIN) },
    {
      full: (one) => void (one.answer = answered(one.facts, WHOLE)),
      parse: (one) => void (one.coded = CodedAnswer.parse(one.answer)),
      seal: ({ coded }) => void sealer.seal(coded, place),
    },
    {
      score: (one) => void (one.scored = checkAndScore(engine, parameters, one.facts, 'teaching').value),
      questions: ({ scored }) => void nextQuestions(engine, scored),
      tests: ({ scored }) => void nextTests(engine, scored),
      intervals: ({ facts }) => void answered(facts, { ...PLAIN, includeIntervals: true }),
    },
  ];
}

function reading() {
  const { deidentify, understandText } = fromBuild('clinical-language', 'src', 'index.js');
  const { VocabularyStore } = fromBuild('vocabularies', 'src', 'index.js');
  const { BundleStore, currentHash } = fromBuild('knowledge', 'src', 'index.js');
  const vocabulary = new VocabularyStore(new BundleStore(BUNDLES)).vocabulary(currentHash(BUNDLES));
  return { deidentify, understandText, vocabulary };
}

/** Told cases as the engine takes them, in both languages, those nearest to the number of findings first. */
function casesNearest() {
  const { toEngineCase } = fromBuild('clinical-language', 'src', 'index.js');
  const { loadCases } = fromBuild('knowledge', 'src', 'authoring.js');
  const { vocabulary } = reading();
  const told = loadCases(KNOWLEDGE).toldCases.map(({ value }) => {
    const { language, text: narrative, patient } = value;
    const input = {
      language,
      narrative,
      patient: { age: patient.age ?? null, sex: patient.sex ?? 'unknown' },
    };
    const { patient: who, observed, issues } = toEngineCase(input, vocabulary);
    return { input, issues, facts: { patient: who, observed } };
  });
  const away = ({ facts }) => Math.abs(facts.observed.length - FINDINGS);
  return ['en', 'zh'].flatMap((language) =>
    told
      .filter(({ input, issues }) => input.language === language && issues.length === 0)
      .sort((a, b) => away(a) - away(b))
      .slice(0, OF_EACH_LANGUAGE),
  );
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
