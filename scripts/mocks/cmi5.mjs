/**
 * A learning management system with a record store to try cmi5 with: npm run mock:cmi5 -- UNIT [MODE] [MASTERY]
 *
 * UNIT is the address in the package of an assignment (`<url>` in cmi5.xml), MODE Normal, Browse or Review, MASTERY from 0 to 1.
 * Prints the address to open; it can be opened once, as any launch. Each request that cmi5 forbids is refused by its number.
 */
import { createRequire } from 'node:module';
import { compileCode, EVERYTHING } from '../build/code.mjs';

const PORT = Number(process.env.MOCK_CMI5_PORT ?? 4410);
const [unit, launchMode = 'Normal', mastery] = process.argv.slice(2);

await compileCode(EVERYTHING);
const { Cmi5Lms } = createRequire(import.meta.url)('../../dist/libs/testing/src/cmi5/cmi5-lms.js');
const lms = await Cmi5Lms.start(PORT);
console.log(`Mock LMS with a record store: ${lms.endpoint}

1. Start OpenRounds beside it, with OUTBOUND_LOOPBACK_ORIGINS=${lms.origin} and a PUBLIC_URL.
2. Register it: POST /v1/lrs-connections {"name": "Mock", "endpoint": "${lms.endpoint}"}.
3. Take the package of an assignment (GET /v1/assignments/{id}/cmi5.zip) and start this again with its address.
4. What was recorded: ${lms.origin}/records`);

if (unit !== undefined) {
  const { origin, searchParams } = new URL(unit);
  const launched = lms.launch({
    url: unit,
    publisherId: `${origin}/xapi/activities/assignment/${searchParams.get('assignment')}`,
    launchMode,
    masteryScore: mastery === undefined ? null : Number(mastery),
  });
  console.log(`\nOpen, once: ${launched.url}`);
}
