/**
 * Answers about patients of training EHRs, as the mock one brings them about, started here. The product has to be allowed to ask it:
 * OUTBOUND_LOOPBACK_ORIGINS=http://127.0.0.1:4420 and a PUBLIC_URL.
 */
import { createRequire } from 'node:module';
import { setTimeout as after } from 'node:timers/promises';

const PORT = 4420;
const NAME = 'Training system of the teaching hospital';

/**
 * @param {object} given
 * @param {(method: string, path: string, body?: unknown, headers?: object) => Promise<any>} given.ask
 * @param {(operationId: string, answer: unknown) => void} given.keep
 * @param {string} given.baseUrl
 * @param {string} given.apiKey
 */
export async function captureTrainingEhr({ ask, keep: keepAsIs, baseUrl, apiKey }) {
  const { MockEhr } = createRequire(import.meta.url)('../../dist/libs/testing/src/ehr/mock-ehr.js');
  const ehr = new MockEhr();
  await ehr.start(PORT);
  ehr.tool = baseUrl;
  const [patient] = ehr.patients;
  const { id: connectionId } = await ask('POST', '/v1/ehr-clients', {
    ...{ name: NAME, issuer: ehr.origin, keySetUrl: ehr.keySetUrl, fhirBaseUrl: ehr.fhirBaseUrl },
    ...{ environment: 'training', smart: { clientId: ehr.client.id } },
  });

  const begun = await fetch(`${baseUrl}/v1/ehr-imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ connectionId }),
  });
  const answer = await begun.json();
  const authorization = new URL(answer.authorizationUrl);
  const ours = new URL(authorization.searchParams.get('redirect_uri'));
  ehr.client.redirectUri = () => ours.href;
  /** As if both stood elsewhere. */
  const keep = (operationId, told) => {
    const text = [
      [ours.origin, 'https://rounds.example'],
      [ehr.origin, 'https://ehr-training.example'],
    ]
      .flatMap(([from, to]) => [
        [from, to],
        [encodeURIComponent(from), encodeURIComponent(to)],
      ])
      .reduce((shown, [from, to]) => shown.replaceAll(from, to), JSON.stringify(told));
    keepAsIs(operationId, JSON.parse(text));
  };
  keep('getSmartKeySet', await ask('GET', '/smart/jwks'));
  keep('listEhrConnections', await ask('GET', '/v1/ehr-connections?limit=1'));
  keep('beginEhrImport', { ...answer, authorizationUrl: withoutSecrets(authorization) });

  authorization.searchParams.set('patient', patient.id);
  const authorized = await fetch(authorization, { redirect: 'manual' });
  const back = new URL(authorized.headers.get('location'));
  const cookie = begun.headers.get('set-cookie').split(';')[0];
  await fetch(`${baseUrl}${back.pathname}${back.search}`, { headers: { cookie }, redirect: 'manual' });
  const read = async () => {
    const told = await ask('GET', `/v1/ehr-imports/${answer.id}`);
    if (told.state !== 'reading') return told;
    await after(200);
    return read();
  };
  keep('getEhrImport', await read());
  const confirmed = { confirmation: 'fictional' };
  keep('acceptEhrImport', await ask('POST', `/v1/ehr-imports/${answer.id}/accept`, confirmed));

  await ask('DELETE', `/v1/ehr-clients/${connectionId}`);
  await ehr.stop();
}

function withoutSecrets(url) {
  const shown = new URL(url);
  for (const name of ['state', 'code_challenge']) shown.searchParams.set(name, 'made-anew');
  return shown.href;
}
