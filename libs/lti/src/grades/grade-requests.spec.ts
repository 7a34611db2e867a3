import {
  holdsScore,
  newLineItem,
  resultUrl,
  scoreBody,
  scoresUrl,
  searchUrl,
  type SentScore,
} from './grade-requests';

it('parts of a line item stand before its query', () => {
  const moodle = 'https://lms.example/mod/lti/services.php/2/lineitems/9/lineitem?type_id=3';
  expect(scoresUrl(moodle)).toBe(
    'https://lms.example/mod/lti/services.php/2/lineitems/9/lineitem/scores?type_id=3',
  );
  expect(resultUrl(moodle, 'a&b')).toBe(
    'https://lms.example/mod/lti/services.php/2/lineitems/9/lineitem/results?type_id=3&user_id=a%26b',
  );
  expect(scoresUrl('https://lms.example/line_items/4/')).toBe('https://lms.example/line_items/4/scores');
});

it('a column is looked for by link and resource, and asked for with our tag', () => {
  const of = { resourceLinkId: 'link 3', resourceId: 'r' };
  expect(searchUrl('https://lms.example/items?type_id=3', of)).toBe(
    'https://lms.example/items?type_id=3&resource_link_id=link+3&resource_id=r',
  );
  expect(newLineItem({ ...of, label: 'Case', scoreMaximum: 100 })).toMatchObject({ tag: 'openrounds' });
});

const sent = (changed: Partial<SentScore> = {}): SentScore => ({
  subject: 'user-17',
  score: 0.7,
  maximum: 100,
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
  at: new Date('2026-11-22T12:00:00.123Z'),
  ...changed,
});

it('a score is in points of its maximum, the same bytes each time', () => {
  expect(scoreBody(sent())).toBe(
    '{"userId":"user-17","scoreGiven":70,"scoreMaximum":100,"activityProgress":"Completed","gradingProgress":"FullyGraded","timestamp":"2026-11-22T12:00:00.123Z"}',
  );
  expect(scoreBody(sent())).toBe(scoreBody(sent()));
  expect(JSON.parse(scoreBody(sent({ score: 1 / 3 })))).toMatchObject({ scoreGiven: 33.33 });
});

it('work without a score says so by having none', () => {
  const body = JSON.parse(scoreBody(sent({ score: null, gradingProgress: 'Pending' })));
  expect(body).not.toHaveProperty('scoreGiven');
  expect(body).not.toHaveProperty('scoreMaximum');
});

it('a result is the score that was sent if it is the same part of its maximum, of the same person', () => {
  const held = (resultScore: number | null, resultMaximum?: number, userId = 'user-17') =>
    holdsScore([{ userId, resultScore, resultMaximum }], { subject: 'user-17', score: 0.7 });
  expect([held(70, 100), held(14, 20), held(0.7), held(69.96, 100)]).toEqual([true, true, true, true]);
  expect([held(71, 100), held(null, 100), held(70, 100, 'user-1'), held(0.7, 100)]).toEqual([
    ...[false, false, false, false],
  ]);
});
