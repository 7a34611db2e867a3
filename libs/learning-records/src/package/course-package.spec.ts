import { strFromU8, unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';
import { LAUNCH_PARAMETERS } from '../launch/launch-request';
import { coursePackage } from './course-package';
import { type CourseUnit } from './course-structure';

const unit: CourseUnit = {
  courseId: 'https://rounds.example/xapi/activities/course/a1',
  publisherId: 'https://rounds.example/xapi/activities/assignment/a1',
  url: 'https://rounds.example/cmi5/launch?assignment=a1&institution=t',
  title: { en: 'Chest pain & "dyspnoea" <acute>', zh: '胸痛' },
  description: { en: 'For teaching only' },
  moveOn: 'CompletedAndPassed',
  masteryScore: 0.333333,
};

function packed(changed: Partial<CourseUnit> = {}) {
  const files = unzipSync(coursePackage({ ...unit, ...changed }));
  const document = parseDocument(strFromU8(files['cmi5.xml'] ?? new Uint8Array()), { xmlMode: true });
  const named = (name: string) => DomUtils.getElementsByTagName(name, document.children);
  return { files: Object.keys(files), named };
}

it('the archive has the structure at its root and nothing else, and the same unit makes the same bytes', () => {
  expect(packed().files).toEqual(['cmi5.xml']);
  expect(coursePackage(unit)).toEqual(coursePackage(unit));
});

it('the structure is of the namespace of cmi5, with one unit under two different names', () => {
  const { named } = packed();
  expect(named('courseStructure')[0]?.attribs['xmlns']).toBe(
    'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
  );
  const ids = [...named('course'), ...named('au')].map(({ attribs }) => attribs['id']);
  expect(ids).toEqual([unit.courseId, unit.publisherId]);
});

it('the unit says when it is done, by which score, and where it is: whole, and without names of cmi5', () => {
  const [au] = packed().named('au');
  expect(au?.attribs).toEqual({
    id: unit.publisherId,
    moveOn: 'CompletedAndPassed',
    masteryScore: '0.3333',
    launchMethod: 'OwnWindow',
  });
  const url = new URL(DomUtils.textContent(packed().named('url')));
  expect(url.href).toBe(unit.url);
  for (const name of LAUNCH_PARAMETERS) expect(url.searchParams.has(name)).toBe(false);
  expect(packed({ masteryScore: null }).named('au')[0]?.attribs).not.toHaveProperty('masteryScore');
});

it('titles are in their languages, whatever stands in them', () => {
  const titles = packed()
    .named('au')
    .flatMap((au) => DomUtils.getElementsByTagName('title', au.children))
    .flatMap((title) => DomUtils.getElementsByTagName('langstring', title.children));
  expect(titles.map((each) => [each.attribs['lang'], DomUtils.textContent(each)])).toEqual([
    ['en', unit.title.en],
    ['zh-CN', '胸痛'],
  ]);
});
