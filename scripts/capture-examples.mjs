/**
 * Asks the running product for one real answer of each operation and keeps it in `openapi/examples/`, for the
 * OpenAPI document. Needs a started product with a PUBLIC_URL that may ask the mocks of examples/; run it when the shape of an answer has changed:
 *
 *   BASE_URL=http://127.0.0.1:3000 API_KEY=… node scripts/capture-examples.mjs && npm run generate
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureLearningPlatform } from './examples/learning-platform.mjs';
import { captureTrainingEhr } from './examples/training-ehr.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const { BASE_URL = 'http://127.0.0.1:3000', API_KEY = '' } = process.env;
const OUT = join(ROOT, 'openapi/examples');

const CASE = {
  language: 'en',
  title: 'Sudden breathlessness after a knee replacement',
  narrative:
    'A 58-year-old woman has had sudden shortness of breath and pleuritic chest pain since this morning. She had a total knee replacement 11 days ago. She denies fever.',
  patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
  setting: 'emergency',
  findings: [{ findingId: 'unilateral-leg-swelling', presence: 'present' }],
};

const TEACHING_CASE = {
  title: { en: 'Breathless after a new knee', zh: '膝关节置换术后气促' },
  licence: 'CC BY 4.0',
  author: 'OpenRounds',
  origin: 'fictional',
  presentingProblem: 'dyspnoea',
  setting: 'emergency',
  patient: { ageYears: 58, sex: 'female' },
  stages: [
    {
      stage: 'history',
      text: {
        en: 'A woman of 58 has been short of breath since this morning; breathing in hurts on the right.',
        zh: '58岁女性，今晨起气促，吸气时右侧胸痛。',
      },
      findings: { dyspnoea: 'present', 'pleuritic-chest-pain': 'present', haemoptysis: 'absent' },
    },
    {
      stage: 'examination',
      text: { en: 'Her left calf is swollen.', zh: '左小腿肿胀。' },
      findings: { 'unilateral-leg-swelling': 'present' },
    },
  ],
  key: { diagnosis: 'pulmonary-embolism', mustConsider: ['pulmonary-embolism'] },
  teachingPoints: [{ en: 'Look at the calf.', zh: '查看小腿。' }],
};

const coded = (system, code) => ({ coding: [{ system, code }] });
const BUNDLE = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', gender: 'female', birthDate: '1968-03-02' } },
    {
      resource: {
        resourceType: 'Condition',
        code: coded('http://human-phenotype-ontology.org', 'HP:0002094'),
      },
    },
    {
      resource: {
        resourceType: 'Observation',
        status: 'final',
        code: coded('http://loinc.org', '48065-7'),
        valueQuantity: { value: 2.4, system: 'http://unitsofmeasure.org', code: 'mg/L{FEU}' },
        effectiveDateTime: '2026-11-20T08:30:00Z',
      },
    },
    { resource: { resourceType: 'MedicationStatement', status: 'active' } },
  ],
};

const definedOf = (headers) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));

async function ask(method, path, body, headers = {}) {
  const response = await fetch(BASE_URL + path, {
    method,
    headers: definedOf({
      authorization: `Bearer ${API_KEY}`,
      'content-type': body === undefined ? undefined : 'application/json',
      ...headers,
    }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Resolves when the stream of a room tells of a state that is wanted. */
async function untilTold(room, isWanted) {
  const abort = new AbortController();
  const headers = { authorization: `Bearer ${API_KEY}` };
  const { body } = await fetch(`${BASE_URL}${room}/events`, { headers, signal: abort.signal });
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    const events = (text + decoder.decode(bytes, { stream: true })).split('\n\n');
    text = events.pop();
    const states = events.flatMap((event) => /^event: room\ndata: (.*)$/m.exec(event)?.[1] ?? []);
    if (states.some((state) => isWanted(JSON.parse(state)))) break;
  }
  abort.abort();
}

/** As if it stood elsewhere. */
const keep = (operationId, answer) => {
  const told = JSON.stringify(answer, null, 2).replaceAll(BASE_URL, 'https://rounds.example');
  writeFileSync(join(OUT, `${operationId}.json`), `${told}\n`);
};

/** A short lecture: two questions at one stage, one phone. */
async function captureRoom(caseId) {
  const differential = { stageNo: 1, task: { task: 'differential' }, seconds: 120 };
  const settings = { language: 'en', teamSize: 4, teamsBy: 'choice' };
  const plan = { caseId, rounds: [differential], settings };
  const room = await ask('POST', '/v1/rooms', plan);
  const path = `/v1/rooms/${room.code}`;
  const act = async (operationId, verb, body) => {
    const state = await ask('POST', `${path}/${verb}`, body);
    keep(operationId, state);
    return state;
  };
  keep('createRoom', room);
  keep('getRoom', await ask('GET', path, undefined, { authorization: undefined }));
  keep('lockRoom', await ask('POST', `${path}/lock`, { locked: false }));
  const phone = await ask('POST', `${path}/join`, { joinKey: 'bDk0T2pXQm1Ld1hqUnZ6Zw', language: 'en' });
  keep('joinRoom', { ...phone, token: 'header.claims.signature' });
  const asPhone = { authorization: `Bearer ${phone.token}` };
  keep('chooseTeam', await ask('POST', `${path}/team`, { team: 3 }, asPhone));
  keep('handOnPen', await ask('POST', `${path}/pen`, { number: phone.number }, asPhone));
  await act('moveToStage', 'stage', { stageNo: 1 });
  const { control } = await act('addRound', 'rounds', { stageNo: 1, task: { task: 'representation' } });
  const [{ id: roundId }] = control.rounds;
  // The engine was asked about each stage when the case was stored, and the room tells when it has answered.
  await untilTold(path, (state) => state.control.engineStages.length === TEACHING_CASE.stages.length);
  await act('openRound', 'open', { roundId });
  await act('extendRound', 'extend', { roundId, seconds: 30 });
  const answer = {
    kind: 'differential',
    entries: [
      { diseaseId: 'pulmonary-embolism', points: 55 },
      { diseaseId: 'community-acquired-pneumonia', points: 20 },
      { text: 'collapsed lung', points: 10 },
    ],
    other: 15,
  };
  const submission = { roundId, attempt: 1, revision: 1, committedAt: new Date().toISOString(), answer };
  keep('submitAnswer', await ask('POST', `${path}/submissions`, submission, asPhone));
  await act('closeRound', 'close', { roundId });
  await act('countLate', 'count-late', { roundId, counts: false });
  await act('mapWords', 'words', { text: 'collapsed lung', diseaseId: 'spontaneous-pneumothorax' });
  await act('revealRound', 'reveal', { roundId, layers: ['class', 'diagnosis'], confirm: true });
  const said = { text: 'Her calf had been swollen for a day: nobody had asked.' };
  keep('postComment', await ask('POST', `${path}/comments`, said, asPhone));
  keep('listComments', await ask('GET', `${path}/comments`, undefined, asPhone));
  await act('hideComment', 'comments/1/hide', { hidden: true });
  keep('getMine', await ask('GET', `${path}/me`, undefined, asPhone));
  keep('getRoomStage', await ask('GET', `${path}/stages/1`, undefined, asPhone));
  keep('getMyRoomConsents', await ask('GET', `${path}/me/consents`, undefined, asPhone));
  const research = { purpose: 'research', granted: true, textVersion: 1 };
  keep('recordMyRoomConsents', await ask('POST', `${path}/me/consents`, { consents: [research] }, asPhone));
  keep('getRoomVocabulary', (await ask('GET', `${path}/vocabulary`)).slice(0, 2));
  keep('listRoomParticipants', await ask('GET', `${path}/participants`));
  keep('getRoomResults', await ask('GET', `${path}/results`));
  keep('listRooms', await ask('GET', '/v1/rooms?limit=1'));
  await act('resetRound', 'reset', { roundId });
  await act('removeParticipant', `participants/${phone.number}/remove`, {});
  await act('endRoom', 'end', {});
}

mkdirSync(OUT, { recursive: true });
const options = { topN: 1, includeNextTests: false, includeGuidelines: true };
const run = await ask('POST', '/v1/runs', { case: CASE, options }, { prefer: 'wait=30' });
const stored = await ask('POST', '/v1/cases', CASE);
const key = await ask('POST', '/v1/api-keys', { name: 'Example', role: 'student' });
await ask('DELETE', `/v1/api-keys/${key.id}`);

keep('createRun', run);
keep('getRun', run);
keep('listRuns', await ask('GET', '/v1/runs?limit=1'));
keep(
  'whatIf',
  await ask('POST', `/v1/runs/${run.id}/what-if`, {
    set: [{ findingId: 'haemoptysis', presence: 'present' }],
  }),
);
keep(
  'compareDiseases',
  await ask('GET', `/v1/runs/${run.id}/compare?diseases=pulmonary-embolism,deep-vein-thrombosis`),
);
keep('getCounterfactual', await ask('GET', `/v1/runs/${run.id}/counterfactual`));
const stages = await ask('GET', `/v1/runs/${run.id}/stages`);
keep('getStages', { ...stages, stages: stages.stages.slice(0, 1) });
keep('getExplanation', await ask('GET', `/v1/runs/${run.id}/explanation`));
keep('exportRun', await ask('GET', `/v1/runs/${run.id}/export?as=record`));
keep('replayRun', await ask('POST', `/v1/runs/${run.id}/replay`));
keep('createCase', stored);
keep('importCase', await ask('POST', '/v1/import/fhir', BUNDLE));
keep('getCase', stored);
keep('getPhenopacket', await ask('GET', `/v1/cases/${stored.id}/phenopacket`));
keep(
  'createCaseVersion',
  await ask(
    'POST',
    `/v1/cases/${stored.id}/versions`,
    {
      corrections: [
        { action: 'reject', findingId: 'illness-onset' },
        { action: 'set', findingId: 'syncope', presence: 'present', certainty: 0.7 },
      ],
    },
    { 'if-match': `"${stored.version}"` },
  ),
);
keep('listCases', await ask('GET', '/v1/cases?limit=1'));
keep(
  'previewIntake',
  await ask('POST', '/v1/intake/preview', {
    narrative: 'Sudden chest pain, no fever. Troponin T 12 ng/L, 480 ng/L three hours later.',
    language: 'en',
  }),
);
const SPOILT = { ...TEACHING_CASE, teaser: { en: 'A pulmonary embolism after an operation.' } };
keep('checkTeachingCase', await ask('POST', '/v1/teaching-cases/check', { body: SPOILT }));
const teaching = await ask('POST', '/v1/teaching-cases', { body: TEACHING_CASE });
const ofTeaching = `/v1/teaching-cases/${teaching.id}`;
keep('createTeachingCase', teaching);
keep(
  'createTeachingCaseVersion',
  await ask(
    'POST',
    `${ofTeaching}/versions`,
    { body: { ...TEACHING_CASE, difficulty: 'easy' }, note: 'Said how hard it is' },
    { 'if-match': '"1"' },
  ),
);
keep('submitTeachingCase', await ask('POST', `${ofTeaching}:submit`, { version: 2 }));
const reader = await ask('POST', '/v1/api-keys', { name: 'Reader', role: 'teacher' });
keep(
  'reviewTeachingCase',
  await ask(
    'POST',
    `${ofTeaching}:review`,
    { version: 2, verdict: 'agree', comment: 'A good one for the first week.' },
    { authorization: `Bearer ${reader.key}` },
  ),
);
await ask('DELETE', `/v1/api-keys/${reader.id}`);
const published = await ask('POST', `${ofTeaching}:publish`, { version: 2 });
keep('publishTeachingCase', published);
keep('getTeachingCase', published);
keep('listTeachingCases', await ask('GET', '/v1/teaching-cases?limit=1'));
keep('listLibrary', await ask('GET', '/v1/library?limit=2'));
keep('copyTeachingCase', await ask('POST', `${ofTeaching}:copy`, { version: 2 }));
const portable = await ask('GET', `${ofTeaching}/export`);
keep('exportTeachingCase', portable);
keep(
  'exportQuestions',
  await ask('GET', `/v1/questions/export?format=gift&set=${teaching.id}&kinds=must-not-miss&dryRun=true`),
);
keep('importTeachingCases', await ask('POST', '/v1/teaching-cases/import', [portable, {}]));
await captureRoom(teaching.id);
const { stages: forecast, ...ofForecast } = await ask('GET', `${ofTeaching}/forecast`);
const few = (list) => list.slice(0, 2);
keep('getCaseForecast', {
  ...ofForecast,
  stages: few(forecast).map((stage) => ({
    ...stage,
    differential: few(stage.differential),
    mustNotMiss: few(stage.mustNotMiss),
    nextTests: few(stage.nextTests),
  })),
});
await captureLearningPlatform({ ask, keep, baseUrl: BASE_URL, caseId: teaching.id });
keep('retireTeachingCase', await ask('POST', `${ofTeaching}:retire`, { version: 2 }));
const ofClass = await ask('POST', '/v1/classes', { name: 'Year 4, group B', language: 'en' });
const classPath = `/v1/classes/${ofClass.id}`;
const nobody = { authorization: undefined };
const enrolled = await ask('POST', '/v1/classes/join', { code: ofClass.joinCode, name: 'Robin' }, nobody);
const asStudent = { authorization: `Bearer ${enrolled.token}` };
const decided = { consents: [{ purpose: 'class', granted: true, textVersion: 1 }] };
keep('createClass', ofClass);
keep('joinClass', { ...enrolled, token: 'shown-once', resumeCode: 'shown-once' });
keep('listClasses', await ask('GET', '/v1/classes?limit=1'));
keep('getClass', await ask('GET', classPath));
keep('listClassMembers', await ask('GET', `${classPath}/members?limit=1`));
keep('changeClassStaff', await ask('POST', `${classPath}/staff`, { subject: 'dr-li', role: 'assistant' }));
keep('recordMyConsents', await ask('POST', '/v1/me/consents', decided, asStudent));
keep('getMyConsents', await ask('GET', '/v1/me/consents', undefined, asStudent));
keep('getMe', await ask('GET', '/v1/me', undefined, asStudent));
await ask('DELETE', '/v1/me', undefined, asStudent);
keep('renewClassCode', await ask('POST', `${classPath}/code`, {}));
const leaving = await ask(
  'POST',
  '/v1/classes/join',
  { code: (await ask('GET', classPath)).joinCode },
  nobody,
);
const leave = `${classPath}/members/${leaving.learner.id}/remove`;
keep('removeClassMember', await ask('POST', leave, {}));
keep('archiveClass', await ask('POST', `${classPath}/archive`, {}));
keep('searchFindings', await ask('GET', '/v1/findings?q=belly&limit=2'));
keep('listDiseases', await ask('GET', '/v1/diseases?limit=2'));
keep('getDisease', await ask('GET', '/v1/diseases/pulmonary-embolism'));
keep('listPresentingProblems', await ask('GET', '/v1/presenting-problems?limit=1'));
keep('listTests', await ask('GET', '/v1/tests?limit=2'));
keep('listScores', await ask('GET', '/v1/scores?q=PERC&limit=1'));
keep(
  'computeScore',
  await ask('POST', '/v1/scores/wells-pe', {
    inputs: { 'heart-rate': { value: 112, unit: '/min' }, haemoptysis: true, malignancy: false },
  }),
);
const knowledge = await ask('GET', '/v1/knowledge');
keep('getKnowledge', { ...knowledge, sources: knowledge.sources.slice(0, 2) });
keep('getSourceAttributes', await ask('GET', '/v1/knowledge/source-attributes'));
keep('searchGuidelines', await ask('GET', '/v1/guidelines/search?q=anticoagulation&limit=1'));
keep('getGuidelinePassage', await ask('GET', '/v1/guidelines/passages/esc-2019-pe-clinical-probability'));
const guideline =
  '# Pulmonary embolism in our hospital\n\n## Imaging\n\nScintigraphy is done on weekdays only.';
const document = await ask('POST', '/v1/guidelines/documents', {
  mediaType: 'text/markdown',
  content: Buffer.from(guideline).toString('base64'),
  licence: 'internal use',
  source: 'https://intranet.example/guidelines/embolism',
  year: 2026,
});
keep('importGuidelineDocument', document);
keep('listGuidelineDocuments', await ask('GET', '/v1/guidelines/documents'));
keep('getGuidelineDocument', await ask('GET', `/v1/guidelines/documents/${document.id}`));
const sections = Array.from({ length: 2_000 }, (_each, at) => `## Bed ${at}\n\nSee to it.`);
const arriving = ask('POST', '/v1/guidelines/documents', {
  mediaType: 'text/markdown',
  content: Buffer.from(['# Beds of our hospital', ...sections].join('\n\n')).toString('base64'),
  licence: 'internal use',
  source: 'https://intranet.example/guidelines/beds',
  year: 2026,
});
let underWay;
do underWay = await ask('GET', '/v1/guidelines/imports');
while (underWay.items.length === 0);
keep('listGuidelineImports', underWay);
await ask('DELETE', `/v1/guidelines/documents/${(await arriving).id}`);
keep('getLtiKeySet', await ask('GET', '/lti/jwks'));
keep('getLtiConfiguration', await ask('GET', '/lti/config.json'));
const moodle = 'https://moodle.example/mod/lti';
const platform = await ask('POST', '/v1/lti/registrations', {
  name: 'Moodle of the medical school',
  issuer: 'https://moodle.example',
  clientId: 'Zx81kQ',
  authorizationUrl: `${moodle}/auth.php`,
  tokenUrl: `${moodle}/token.php`,
  keySetUrl: `${moodle}/certs.php`,
});
keep('registerLtiPlatform', platform);
keep('listLtiRegistrations', await ask('GET', '/v1/lti/registrations'));
keep('checkLtiRegistration', await ask('POST', `/v1/lti/registrations/${platform.id}/check`));
await ask('DELETE', `/v1/lti/registrations/${platform.id}`);
const ehr = await ask('POST', '/v1/ehr-clients', {
  name: 'Training system of the teaching hospital',
  issuer: 'https://ehr-training.example',
  keySetUrl: 'https://ehr-training.example/jwks.json',
  fhirBaseUrl: 'https://ehr-training.example/fhir/R4',
  environment: 'training',
});
keep('registerEhrClient', ehr);
keep('listEhrClients', await ask('GET', '/v1/ehr-clients'));
keep('checkEhrClient', await ask('POST', `/v1/ehr-clients/${ehr.id}/check`));
await ask('DELETE', `/v1/ehr-clients/${ehr.id}`);
keep('listCdsServices', await ask('GET', '/cds-services'));
await captureTrainingEhr({ ask, keep, baseUrl: BASE_URL, apiKey: API_KEY });
// callCdsService stays as it is: it is asked with a token of a system whose keys can be fetched. So do those of a language model.
const lrs = await ask('POST', '/v1/lrs-connections', {
  name: 'LMS of the medical school',
  endpoint: 'https://lms.example/xapi/',
});
keep('registerLrsConnection', lrs);
keep('listLrsConnections', await ask('GET', '/v1/lrs-connections'));
keep('checkLrsConnection', await ask('POST', `/v1/lrs-connections/${lrs.id}/check`));
await ask('DELETE', `/v1/lrs-connections/${lrs.id}`);
keep('listRecordStatements', await ask('GET', '/v1/statements'));
keep('leaveCmi5Session', { returnUrl: 'https://lms.example/course/3' });
keep('getLogEntry', await ask('GET', `/v1/log/entries/${run.logEntry.index}`));
keep('listLogEntries', await ask('GET', '/v1/log/entries?limit=1'));
keep('getCheckpoint', await ask('GET', '/v1/log/checkpoint'));
keep('proveInclusion', await ask('GET', `/v1/log/proof/inclusion?index=${run.logEntry.index}`));
keep('proveConsistency', await ask('GET', '/v1/log/proof/consistency?from=1'));
keep('createApiKey', { ...key, key: 'ork_shown-once' });
keep('listApiKeys', await ask('GET', '/v1/api-keys?limit=1'));
keep('getLanguageModelSettings', await ask('GET', '/v1/settings/language-model'));
keep('changeLanguageModelSettings', await ask('PATCH', '/v1/settings/language-model', { reading: 'off' }));
await ask('PATCH', '/v1/settings/language-model', { reading: 'propose' });
keep('live', await ask('GET', '/health/live'));
keep('ready', await ask('GET', '/health/ready'));
keep('getMeta', await ask('GET', '/v1/meta'));
const session = {
  subject: 'local',
  role: 'admin',
  csrfToken: 'repeated-in-X-CSRF-Token',
  expiresAt: '2026-11-20T21:00:00.000Z',
};
keep('createSession', session);
keep('getSession', session);
