/** The house rules of docs/architecture.md, checked on every run of `npm test`. */
const PURE =
  'classifier|ddx-engine|evaluation|clinical-language|guidelines|transparency-log|presentation|interchange|learning|ranking|guideline-import|assessment-formats|lti|learning-records|xml|cds-hooks|smart';
const FRAMEWORKS =
  'node_modules/(@nestjs|typeorm|bullmq|pg|ioredis|@langchain|nestjs-|fastify|@fastify|pino|prom-client)';

/**
 * The folders of the reading library in the order of the way of a text (docs/life-of-a-run.md): none imports a later
 * one, nor the files above them, which run the stages. Tests of a folder may.
 */
const READING = 'libs/clinical-language/src';
const STAGES = [
  'model',
  'lexicon',
  'normalise',
  'marks',
  'forms',
  'segment',
  'recognise',
  'frame',
  'vocabulary',
  'resolve',
  'assert',
  'measure',
  'laboratory-report',
  'collect',
  'conclude',
  'case',
  'proposals',
  'mask',
];
const SPEC = '\\.spec\\.ts$';
const onlyBackwards = STAGES.map((stage, place) => ({
  name: `reading-${stage}-imports-no-later-stage`,
  severity: 'error',
  from: { path: `^${READING}/${stage}/`, pathNot: SPEC },
  to: {
    path: [`^${READING}/[^/]+\\.ts$`, ...STAGES.slice(place + 1).map((later) => `^${READING}/${later}/`)],
  },
}));
const elsewhere = { path: `^${READING}/[^/]+/`, pathNot: STAGES.map((stage) => `^${READING}/${stage}/`) };

/** Only `pathNot` may import `module`: one place for each thing that has a port. */
const onlyIn = (name, module, pathNot) => ({
  name,
  severity: 'error',
  from: { path: '^(libs|services)/', pathNot: [...pathNot, '\\.(spec|test)\\.ts$'] },
  to: { path: module },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'services-never-import-one-another',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/([^/]+)/', pathNot: '^services/$1/' },
    },
    {
      name: 'libs-never-import-services',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^services/' },
    },
    {
      name: 'a-library-is-imported-by-its-entry-point',
      severity: 'error',
      from: { path: '^(libs|services)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/knowledge/src/authoring\\.ts$', '^libs/$2/'],
      },
    },
    {
      name: 'use-cases-import-ports-not-adapters',
      severity: 'error',
      from: { path: '^services/[^/]+/src/use-cases/' },
      to: { path: '^services/[^/]+/src/(adapters|persistence|http|processors)/' },
    },
    {
      // Of the ports only the knowledge: what is merely read from it needs no use-case.
      name: 'controllers-call-use-cases',
      severity: 'error',
      from: { path: '^services/[^/]+/src/http/controllers/' },
      to: {
        path: '^services/[^/]+/src/(adapters|persistence|processors|ports)/',
        pathNot: '^services/gateway/src/ports/knowledge-library\\.ts$',
      },
    },
    {
      name: 'pure-libraries-import-no-framework',
      severity: 'error',
      from: { path: `^libs/(${PURE})/` },
      to: { path: FRAMEWORKS },
    },
    {
      name: 'the-engine-imports-nothing',
      severity: 'error',
      from: { path: '^libs/ddx-engine/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/ddx-engine/src/' },
    },
    {
      name: 'contracts-import-zod-only',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/contracts/src/', 'node_modules/zod/'] },
    },
    {
      // It asks ddx-ranking by jobs: versions are stamped and bundles compiled in one place (ADR 0048).
      name: 'teaching-neither-ranks-nor-reads-texts',
      severity: 'error',
      from: { path: '^services/teaching/src/' },
      to: { path: '^libs/(ddx-engine|clinical-language|vocabularies|evaluation)/' },
    },
    ...onlyBackwards,
    { name: 'a-stage-of-reading-has-its-place', severity: 'error', from: elsewhere, to: {} },
    { name: 'no-stage-of-reading-without-a-place', severity: 'error', from: {}, to: elsewhere },
    onlyIn('only-the-queue-library-imports-bullmq', 'node_modules/(bullmq|ioredis)/', ['^libs/queue/']),
    onlyIn('only-the-llm-library-imports-langchain', 'node_modules/@langchain/', ['^libs/llm/']),
    // Hosts that are not ours are asked in one way (ADR 0071); `.oxlintrc.json` keeps the global `fetch` away.
    onlyIn(
      'only-outbound-http-opens-connections',
      '^(undici|http|https|http2|tls|dgram)$|node_modules/undici/',
      ['^libs/(outbound-http|testing)/', '^libs/[^/]+/test/', '^services/[^/]+/test/'],
    ),
    onlyIn('only-persistence-imports-typeorm', 'node_modules/(typeorm|@nestjs/typeorm)/', [
      '^libs/persistence/',
      '^services/[^/]+/src/persistence/',
    ]),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^services/console/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // What is not named here is tried for every import.
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
