import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PUBLISHED from '@cmi5/requirements/requirements.json';
import { REQUIREMENTS } from '../test/requirements';

const ROOT = join(__dirname, '../../..');
const TESTS = [
  ...['launch/launch', 'session/session', 'statement/statement', 'package/course-package'].map(
    (name) => `libs/learning-records/src/${name}.spec.ts`,
  ),
  'services/integration/test/medium/cmi5.test.ts',
  'services/console/src/assignments/leave.spec.ts',
];

/** What is asked of a learning management system alone says so in its first words, or follows from what a unit must do. */
const isOfTheLms = (id: string, text: string): boolean =>
  id.includes('(d') ||
  /^(Prior to launching an AU, )?(the )?LMS\b/i.test(text) ||
  /\bLMS (MUST|must)\b/.test(text);

it('each requirement of cmi5 that is not of the learning management system alone has a proof or a reason', () => {
  const asked = Object.entries(PUBLISHED)
    .filter(([id, { txt }]) => /^(3|4|7|8|9|10|11|13|14)\./.test(id) && !isOfTheLms(id, txt))
    .map(([id]) => id);
  expect(asked.length).toBeGreaterThan(130);
  expect(Object.keys(REQUIREMENTS).sort()).toEqual(asked.sort());
});

it('each proof is the title of a test that is there', () => {
  const tests = TESTS.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
  const missing = Object.entries(REQUIREMENTS).filter(
    ([, proof]) => 'test' in proof && !tests.includes(`'${proof.test}'`),
  );
  expect(missing).toEqual([]);
});
