import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DIST, KNOWLEDGE } from '../build/places.mjs';
import { Product } from '../embedded/product.mjs';

const CALLS = 200;
const WARM_UP = 20;
const PUBLIC_URL = 'https://rounds.example';
const ISSUER = 'https://ehr-training.example';
const PATH = '/cds-services/openrounds-differential';
/** The codes in which `fromFhir` takes any finding of ours. */
const OWN_FINDING = 'https://openrounds.invalid/fhir/finding';
/** In milliseconds, for a call with everything in it. */
export const CDS_LIMIT_MS = 150;

/**
 * Calls by CDS Hooks one after the other, each with a token of its own and a coded case of the knowledge folder as a record: from
 * request to cards, on a started product with a public address. The keys of the system are on this machine.
 *
 * @returns {Promise<{ calls: number, p50: number, p99: number, late: number }>} milliseconds; `late`: calls that were told that there was no
 *   answer in time, or that the token could not be checked in time
 */
export async function measureCds() {
  const dataDir = await mkdtemp(join(tmpdir(), 'openrounds-bench-'));
  const { publicKey, privateKey } = await generateKeyPair('ES384');
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES384', use: 'sig' };
  const keys = await serve({ keys: [key] });
  const env = { PUBLIC_URL, SECURE_COOKIES: 'true', OUTBOUND_LOOPBACK_ORIGINS: keys.origin };
  const product = new Product({ dataDir, restarts: false, env: { ...env, RATE_LIMIT_PER_MINUTE: '100000' } });
  try {
    const address = await product.start();
    await register(address, keys.origin);
    return await measureCalls(address, privateKey);
  } finally {
    await product.stop();
    keys.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function serve(json) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(json));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function register({ port, apiKey }, keysOrigin) {
  const response = await fetch(`http://127.0.0.1:${port}/v1/ehr-clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Bench',
      issuer: ISSUER,
      keySetUrl: `${keysOrigin}/keys`,
      fhirBaseUrl: `${ISSUER}/fhir`,
      environment: 'training',
    }),
  });
  if (!response.ok) throw new Error(`registering: ${response.status} ${await response.text()}`);
}

async function measureCalls(address, privateKey) {
  const bodies = records();
  const taken = [];
  let late = 0;
  for (let call = -WARM_UP; call < CALLS; call += 1) {
    const token = await signed(privateKey);
    const body = bodies[(call + WARM_UP) % bodies.length];
    const start = performance.now();
    const response = await fetch(`http://127.0.0.1:${address.port}${PATH}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
    const answer = await response.json();
    if (call >= 0) taken.push(performance.now() - start);
    const isLate = response.status === 503 || (response.ok && answer.cards[0]?.links === undefined);
    if (response.status !== 200 && !isLate)
      throw new Error(`a call ended as ${response.status} ${answer.title}`);
    if (answer.cards?.length === 0) throw new Error('nothing was said of a patient of whom enough is known');
    if (call >= 0 && isLate) late += 1;
  }
  taken.sort((a, b) => a - b);
  const quantile = (share) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))];
  return { calls: CALLS, p50: quantile(0.5), p99: quantile(0.99), late };
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
