/**
 * `npm run bench`: how long things take, each beside the least that it could take, measured in the same run, and at the
 * end each limit with what was measured and whether it is met. `-- --only shipped,load` measures single parts (kernel,
 * shipped, invented, largest, reading, search, log, log-store, llm, start, path, cds, slow-model, load); `-- --engine` leaves the services out; `-- --write`
 * writes docs/bench.md, with docs/bench-notes.md at its end. `-- --soak 30` does nothing else: a school's day of thirty
 * minutes on each queue backend, with the memory of every service by the minute; exits with 1 where anything was lost.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mjs';
import { ROOT } from './build/places.mjs';

const ABOUT_THE_LOAD = [
  'Told cases of the knowledge folder, English and Chinese in turn, ranked with the knowledge base that ships.',
  'Processor time is that of all processes, one run after the other, and what the services do by themselves meanwhile;',
  'the clients are on the same machine. *Lost* is a run that was accepted and never completed.',
].join('\n');

const ABOUT_THE_PATH = [
  'A run does more than five empty jobs: beside its steps two reports go to the gateway as jobs of their own, each',
  'service commits its result before it hands on, so that a crash loses nothing, and the engine draws its numbers 400',
  'times for the intervals.',
].join('\n');

const { values } = parseArgs({
  options: {
    engine: { type: 'boolean' },
    only: { type: 'string' },
    write: { type: 'boolean' },
    soak: { type: 'string' },
  },
});
if (values.write && (values.engine || values.only)) throw new Error('What is written is the whole.');
await buildAll();
if (values.soak !== undefined) {
  const [{ playDays }, { hasLost, pageOfDays }, { MIX, saidOf }] = await Promise.all([
    import('./bench/day/day.mjs'),
    import('./bench/day/page.mjs'),
    import('./bench/day/mix.mjs'),
  ]);
  console.log(saidOf(MIX));
  const days = await playDays(
    Number(values.soak),
    (line) => console.log(new Date().toISOString(), line),
    (day) => console.log(`\n${pageOfDays([day])}\n`),
  );
  console.log(`\n${pageOfDays(days)}`);
  process.exit(hasLost(days) ? 1 : 0);
}
const tables = await import('./bench/tables.mjs');
const { limitsOf } = await import('./bench/limits.mjs');

const load = loadavg()[0].toFixed(1);
const sections = [];
const say = (heading, text) => {
  sections.push(`## ${heading}\n\n${text}\n`);
  console.log(`\n${heading}\n\n${text}`);
};

/** The parts in their order: what measures each, and the sections that are made of it. */
const PARTS = {
  kernel: {
    measure: async () => (await import('./bench/engine.mjs')).measureKernel(),
    sections: (rows) => [['The ranking against a bare loop', tables.kernelTable(rows)]],
  },
  shipped: {
    measure: async () => (await import('./bench/shipped.mjs')).measureShipped(),
    sections: (shipped) => [['The knowledge base that ships', tables.shippedTable(shipped)]],
  },
  invented: {
    measure: async () => (await import('./bench/engine.mjs')).measureAnswers(),
    sections: (rows) => [['Full answers for invented knowledge', tables.answersTable(rows)]],
  },
  largest: {
    measure: async () => (await import('./bench/engine.mjs')).measureLargest(),
    sections: (largest) => [['The largest knowledge base', tables.largestTable(largest)]],
  },
  reading: {
    measure: async () => (await import('./bench/reading.mjs')).measureReading(),
    sections: (reading) => [['Reading a case', tables.readingTable(reading)]],
  },
  search: {
    measure: async () => (await import('./bench/guideline-search.mjs')).measureSearch(),
    sections: (rows) => [['The guideline search', tables.searchTable(rows)]],
  },
  log: {
    measure: async () => (await import('./bench/log.mjs')).measureLog(),
    sections: (rows) => [['The explanation log as it grows', tables.logTable(rows)]],
  },
  'log-store': {
    services: true,
    measure: async () => (await import('./bench/log-store.mjs')).measureLogStore(),
    sections: (rows) => [['The explanation log as it grows, in its database', tables.logStoreTable(rows)]],
  },
  llm: {
    services: true,
    measure: async () => (await import('./bench/llm.mjs')).measureLlm(),
    sections: (llm) => [['The guards of a language model', tables.llmTable(llm)]],
  },
  start: {
    services: true,
    measure: async () => (await import('./bench/start.mjs')).measureStart(),
    sections: (start) => [['Start', tables.startTable(start)]],
  },
  path: {
    services: true,
    measure: async () => (await import('./bench/service-path.mjs')).measureServices(),
    sections: (path) => [
      ['A run through the services', `${tables.pathTable(path)}\n\n${ABOUT_THE_PATH}`],
      ['Memory', tables.memoryTable(path.memoryMb)],
    ],
  },
  cds: {
    services: true,
    measure: async () => (await import('./bench/cds.mjs')).measureCds(),
    sections: (cds) => [['Calls of a training EHR', tables.cdsTable(cds)]],
  },
  'slow-model': {
    services: true,
    measure: async () => (await import('./bench/slow-model.mjs')).measureSlowModel(),
    sections: (slow) => [['The list beside a slow language model', tables.slowModelTable(slow)]],
  },
  load: {
    services: true,
    measure: async () => (await import('./bench/services-under-load.mjs')).measureUnderLoad(),
    sections: (backends) => [
      [
        'Under load',
        `${ABOUT_THE_LOAD}\n\n${tables.processorTable(backends)}\n\n${tables.loadTable(backends)}`,
      ],
    ],
  },
};

const measured = {};
for (const name of chosenParts()) {
  measured[name] = await PARTS[name].measure();
  for (const [heading, text] of PARTS[name].sections(measured[name])) say(heading, text);
}
say('What is asked', tables.limitsTable(limitsOf(measured)));
if (values.write) writeFileSync(join(ROOT, 'docs', 'bench.md'), page());

function chosenParts() {
  const names = Object.keys(PARTS).filter((name) => !(values.engine && PARTS[name].services));
  if (values.only === undefined) return names;
  const wanted = values.only.split(',');
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(', ')}; there are: ${names.join(', ')}.`);
  return names.filter((name) => wanted.includes(name));
}

function page() {
  const machine = `Node ${process.versions.node}, ${availableParallelism()} processor cores, load ${load} at the beginning`;
  return [
    '# How fast it is\n',
    'Measured and written by `npm run bench -- --write`. Times depend on the machine and on what else it does; the',
    'ratios, taken in the same run, less so.\n',
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.\n`,
    'The *floor* sums the links that a case touches in one loop over typed arrays, then soft-max and the ten highest.',
    'The *kernel* does the same with all rules of [the engine](engine.md), for a coded case: the priors of the patient',
    'and which rule applies to which pattern of links are worked out when a case is met. *First time* is with all that,',
    'from the check of the case to the list. *Flat* cases have no is-a relatives and no shared groups; in *mixed* ones',
    'every third finding has a parent and every fifth a group.',
    'Knowledge is invented, ten links a disease (25 for full answers), where it is not said to be that which ships.',
    'Floor and kernel are the fastest of many rounds.\n',
    'A figure above its limit is work still to be done; it stands here so that nobody has to find it out.\n',
    sections.at(-1), // how the limits are met comes first
    ...sections.slice(0, -1),
    readFileSync(join(ROOT, 'docs', 'bench-notes.md'), 'utf8'),
  ].join('\n');
}
