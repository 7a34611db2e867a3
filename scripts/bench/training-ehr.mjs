import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DIST, KNOWLEDGE } from '../build/places.mjs';
import { ask, askAgain, jsonOf } from './asking.mjs';

const PUBLIC_URL = 'https://rounds.example';
const ISSUER = 'https://ehr-training.example';
const PATH = '/cds-services/openrounds-differential';
/** The codes in which `fromFhir` takes any finding of ours. */
const OWN_FINDING = 'https://openrounds.invalid/fhir/finding';

/**
 * A training EHR with its key set on this machine, which calls with coded cases of the knowledge folder as records, one
 * after the other, each with a token of its own.
 */
export async function startTrainingEhr() {
  const { publicKey, privateKey } = await generateKeyPair('ES384');
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES384', use: 'sig' };
  const keys = await serve({ keys: [key] });
  const bodies = records();
  let calls = 0;
  return {
    /** What the services need to know to be called by it. */
    env: { PUBLIC_URL, SECURE_COOKIES: 'true', OUTBOUND_LOOPBACK_ORIGINS: keys.origin },
    register: (address) => register(address, keys.origin),
    /**
     * @returns {Promise<{ ms: number, late: boolean }>} from request to cards; `late`: told that there was no answer in time,
     *   or that the token could not be checked in time
     */
    async call(address) {
      const token = await signed(privateKey);
      const body = bodies[calls++ % bodies.length];
      const start = performance.now();
      const late = await isLate(await post(address, token, body));
      return { ms: performance.now() - start, late };
    },
    close: keys.close,
  };
}

async function serve(json) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(json));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function register(address, keysOrigin) {
  const response = await askAgain(address, '/v1/ehr-clients', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Bench',
      issuer: ISSUER,
      keySetUrl: `${keysOrigin}/keys`,
      fhirBaseUrl: `${ISSUER}/fhir`,
      environment: 'training',
    }),
  });
  await jsonOf(response);
}

const post = ({ port }, token, body) =>
  ask({ port, apiKey: token }, PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

async function isLate(response) {
  const answer = await response.json();
  if (response.status === 503) return true;
  if (!response.ok) throw new Error(`a call ended as ${response.status} ${answer.title}`);
  if (answer.cards.length === 0) throw new Error('nothing was said of a patient of whom enough is known');
  return answer.cards[0].links === undefined;
}

function signed(privateKey) {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: `${PUBLIC_URL}${PATH}`, iat, exp: iat + 300, jti: randomUUID() };
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES384', kid: 'bench' }).sign(privateKey);
}

/** Coded cases of the knowledge folder as what an EHR sends. */
function records() {
  const authoring = createRequire(import.meta.url)(join(DIST, 'libs', 'knowledge', 'src', 'authoring.js'));
  return authoring.loadCases(KNOWLEDGE).codedCases.map(({ value }) => bodyOf(value));
}

function bodyOf({ patient, findings }) {
  const year = new Date().getUTCFullYear() - Math.floor(patient.ageYears ?? 50);
  const entry = Object.entries(findings).map(([id, { outcome }]) => ({ resource: conditionOf(id, outcome) }));
  return JSON.stringify({
    hook: 'patient-view',
    hookInstance: randomUUID(),
    context: { patientId: 'p1' },
    prefetch: {
      patient: { resourceType: 'Patient', id: 'p1', gender: patient.sex, birthDate: String(year) },
      conditions: { resourceType: 'Bundle', type: 'searchset', entry },
      laboratory: null,
      vitalSigns: null,
      exam: null,
      familyHistory: null,
      encounter: null,
    },
  });
}

function conditionOf(id, state) {
  const isBinary = state === 'present' || state === 'absent';
  return {
    resourceType: 'Condition',
    code: { coding: [{ system: OWN_FINDING, code: isBinary ? id : `${id}:${state}` }] },
    ...(state === 'absent' ? { verificationStatus: { coding: [{ code: 'refuted' }] } } : {}),
  };
}
