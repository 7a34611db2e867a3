import { SEAL_PLACES, type CodedAssignment } from '@openrounds/contracts';
import { testSealer } from '@openrounds/testing';
import { strFromU8, unzipSync } from 'fflate';
import { answering } from '../../../test/fixtures/doubles';
import { Launches } from '../launches/launches';
import { type TeachingRequest } from '../teaching-cases';
import { ExportCourse } from './export-course';

const sealer = testSealer();
const assignmentId = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const request: TeachingRequest = {
  principal: { tenantId: 'school', subject: 'teacher', role: 'teacher' },
  meta: { tenantId: 'school', requestId: 'r' },
  language: 'en',
};
const assignment = (mode: CodedAssignment['mode']): CodedAssignment => ({
  ...{ id: assignmentId, caseId: assignmentId, caseVersion: 1, classId: null, mode },
  ...{
    title: { en: 'Chest pain & cough' },
    state: 'open',
    stages: 2,
    attempts: 1,
    opensAt: null,
    closesAt: null,
  },
  ...{
    scored: { stages: 'last', attempt: 'best' },
    tutor: 'off',
    createdAt: '2026-11-22T12:00:00.000Z',
    releasedAt: null,
  },
  ...{ own: null, taken: null },
});

function exporting(mode: CodedAssignment['mode'], publicUrl: string | null = 'https://rounds.example') {
  const sealed = sealer.seal(assignment(mode), SEAL_PLACES.shownAssignments('school', 'r'));
  const services = answering({ 'get-assignment.v1': () => ({ sealed }) });
  return new ExportCourse(services, sealer, new Launches(services, sealer, publicUrl));
}

it('the package says where the unit is and when it is passed', async () => {
  const zip = await exporting('practice').execute(request, assignmentId, { masteryScore: 0.6 });
  const xml = strFromU8(unzipSync(zip)['cmi5.xml'] ?? new Uint8Array());
  expect(xml).toContain('moveOn="CompletedAndPassed" masteryScore="0.6"');
  expect(xml).toContain(
    `https://rounds.example/cmi5/launch?assignment=${assignmentId}&amp;institution=school</url>`,
  );
  expect(xml).toContain('Chest pain &amp; cough');
});

it('what nobody could ever pass is refused, by its field', async () => {
  const graded = exporting('graded').execute(request, assignmentId, { masteryScore: 0.6 });
  await expect(graded).rejects.toMatchObject({ errors: [{ pointer: '/query/masteryScore' }] });
  const unjudged = exporting('practice').execute(request, assignmentId, { moveOn: 'Passed' });
  await expect(unjudged).rejects.toMatchObject({ errors: [{ pointer: '/query/moveOn' }] });
  await expect(exporting('graded').execute(request, assignmentId, {})).resolves.toBeInstanceOf(Uint8Array);
});

it('without a public address there is none', async () => {
  await expect(exporting('practice', null).execute(request, assignmentId, {})).rejects.toMatchObject({
    code: 'not-found',
  });
});
