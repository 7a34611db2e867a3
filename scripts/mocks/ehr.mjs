/**
 * A training EHR to try CDS Hooks and SMART App Launch with: npm run mock:ehr
 *
 * OpenRounds has to be started so that it may ask this one, on this machine; what for is printed.
 */
import { createRequire } from 'node:module';
import { compileCode, EVERYTHING } from '../build/code.mjs';

const PORT = Number(process.env.MOCK_EHR_PORT ?? 4420);
const HOST = 'ehr.localhost';

await compileCode(EVERYTHING);
const { MockEhr } = createRequire(import.meta.url)('../../dist/libs/testing/src/ehr/mock-ehr.js');
const ehr = new MockEhr(HOST);
await ehr.start(PORT);
const registration = {
  ...{ name: 'Mock EHR', issuer: ehr.origin, keySetUrl: ehr.keySetUrl, fhirBaseUrl: ehr.fhirBaseUrl },
  ...{ environment: 'training', smart: { clientId: ehr.client.id } },
};
console.log(`Mock EHR: ${ehr.pagesOrigin}

1. Start OpenRounds beside it:
   PUBLIC_URL=${ehr.tool} SECURE_COOKIES=true \\
   OUTBOUND_LOOPBACK_ORIGINS=${ehr.origin},${ehr.pagesOrigin} npm start
2. Register it as an administrator, on the page ${ehr.tool}/training-ehrs or by POST /v1/ehr-clients:
   ${JSON.stringify(registration)}
3. Open ${ehr.pagesOrigin} in a browser, and a patient there: the cards of OpenRounds come.
4. "Open in OpenRounds" launches it for that patient (SMART). A teacher of OpenRounds can also begin on the page of a new case.
5. How it behaves can be switched on its first page, which also shows what was asked of it and what it refused.
   Where clients prove themselves by a secret, it is ${ehr.client.secret}.`);
