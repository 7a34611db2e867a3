/**
 * A learning platform to try launches with (LTI 1.3): npm run mock:lms
 *
 * OpenRounds has to be started so that it may ask this one, on this machine; what for is printed.
 */
import { createRequire } from 'node:module';
import { compileCode, EVERYTHING } from '../build/code.mjs';

const PORT = Number(process.env.MOCK_LMS_PORT ?? 4400);
const HOST = 'lms.localhost';

await compileCode(EVERYTHING);
const { MockLms } = createRequire(import.meta.url)('../../dist/libs/testing/src/lms/mock-lms.js');
const lms = new MockLms(HOST);
await lms.start(PORT);
console.log(`Mock LMS: ${lms.pagesOrigin}

1. Start OpenRounds beside it:
   PUBLIC_URL=http://localhost:3000 SECURE_COOKIES=true \\
   OUTBOUND_LOOPBACK_ORIGINS=${lms.origin},${lms.pagesOrigin} npm start
2. Make a registration link as an administrator: POST /v1/lti/registration-links.
3. Open ${lms.pagesOrigin} in a browser, paste the link, connect.
4. Give the id of an assignment there, and open it as a student or as a teacher, in a frame or in a window.
5. Or choose content there as a teacher: the page shows what came back.`);
