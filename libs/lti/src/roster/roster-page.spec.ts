import { nextPage, rosterPage } from './roster-page';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';
const URL_ = 'https://lms.example/roster?page=1';

describe('a page of the roster', () => {
  it('gives ids with names, and nothing else of anybody', () => {
    const members = [
      { user_id: 'u1', name: 'Ada Example', email: 'ada@lms.example', roles: [MEMBERSHIP], status: 'Active' },
      { user_id: 'u2', given_name: 'Lin', family_name: 'Example', roles: [MEMBERSHIP] },
      { user_id: 'u3', roles: [MEMBERSHIP] },
    ];
    expect(rosterPage({ id: URL_, members })).toEqual([
      { subject: 'u1', name: 'Ada Example' },
      { subject: 'u2', name: 'Lin Example' },
    ]);
  });

  it('leaves out whom the platform made up', () => {
    const made = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';
    expect(rosterPage({ members: [{ user_id: 'u1', name: 'Test', roles: [MEMBERSHIP, made] }] })).toEqual([]);
  });

  it.each([[{}], [null], [{ members: [{ name: 'nobody' }] }]])('%j is none', (json) => {
    expect(rosterPage(json)).toBeUndefined();
  });
});

describe('the next page', () => {
  it.each<[string, string | undefined, string | null | undefined]>([
    ['none', undefined, null],
    ['another relation', '<https://lms.example/roster?page=9>; rel="differences"', null],
    ['named', '<https://lms.example/roster?page=2>; rel="next"', 'https://lms.example/roster?page=2'],
    ['without quotes', '<https://lms.example/roster?page=2>; rel=next', 'https://lms.example/roster?page=2'],
    ['relative', '</roster?page=2>; rel="next"', 'https://lms.example/roster?page=2'],
    [
      'among others, which Canvas gives',
      '<https://lms.example/r?page=1>; rel="current",<https://lms.example/r?page=2>; rel="next",<https://lms.example/r?page=1>; rel="first"',
      'https://lms.example/r?page=2',
    ],
    ['at another host', '<https://evil.example/roster>; rel="next"', undefined],
    ['at another port', '<https://lms.example:8443/roster>; rel="next"', undefined],
    ['by http', '<http://lms.example/roster>; rel="next"', undefined],
  ])('%s', (_, link, expected) => {
    expect(nextPage(URL_, link)).toBe(expected);
  });
});
