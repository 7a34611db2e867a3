/**
 * `npm run bench`: how long things take, each beside the least that it could take, measured in the same run.
 * `-- --engine` leaves the services out; `-- --write` writes docs/bench.md, with docs/bench-notes.md at its end. `-- --soak 10`
 * does nothing else: sixteen clients for ten minutes on each queue backend, with the memory of every service as it goes.
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
  options: { engine: { type: 'boolean' }, write: { type: 'boolean' }, soak: { type: 'string' } },
});
await buildAll();
if (values.soak !== undefined) {
  const [{ soak }, { soakTable }] = await Promise.all([
    import('./bench/services-under-load.mjs'),
    import('./bench/tables.mjs'),
  ]);
  const look = (backend, memory) =>
    console.log(new Date().toISOString(), backend, JSON.stringify(memory), 'MB resident');
  console.log(soakTable(await soak(Number(values.soak), look)));
  process.exit();
}
const { measureAnswers, measureKernel, measureLargest } = await import('./bench/engine.mjs');
const { measureReading } = await import('./bench/reading.mjs');
const { measureShipped } = await import('./bench/shipped.mjs');
const {
  answersTable,
  kernelTable,
  largestTable,
  loadTable,
  memoryTable,
  pathTable,
  processorTable,
  readingTable,
  shippedTable,
  startTable,
} = await import('./bench/tables.mjs');

const load = loadavg()[0].toFixed(1);
const sections = [];
const say = (heading, text) => {
  sections.push(`## ${heading}\n\n${text}\n`);
  console.log(`\n${heading}\n\n${text}`);
};
say('The ranking against a bare loop', kernelTable(await measureKernel()));
say('The knowledge base that ships', shippedTable(measureShipped()));
say('Full answers for invented knowledge', answersTable(await measureAnswers()));
say('The largest knowledge base', largestTable(measureLargest()));
say('Reading a case', readingTable(await measureReading()));
if (!values.engine) {
  const { measureStart } = await import('./bench/start.mjs');
  say('Start', startTable(await measureStart()));
  const { measureServices } = await import('./bench/service-path.mjs');
  const services = await measureServices();
  say('A run through the services', `${pathTable(services)}\n\n${ABOUT_THE_PATH}`);
  say('Memory', memoryTable(services.memoryMb));
  const { measureUnderLoad } = await import('./bench/services-under-load.mjs');
  const backends = await measureUnderLoad();
  say('Under load', `${ABOUT_THE_LOAD}\n\n${processorTable(backends)}\n\n${loadTable(backends)}`);
}
if (values.write) writeFileSync(join(ROOT, 'docs', 'bench.md'), page());

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
    ...sections,
    readFileSync(join(ROOT, 'docs', 'bench-notes.md'), 'utf8'),
  ].join('\n');
}
