import { emptyLines } from '../connections/lines';
import { inputOf, LINES } from './platform-form';

const NEEDED = {
  name: ' Moodle ',
  issuer: 'https://moodle.example',
  clientId: 'Zx81kQ',
  authorizationUrl: 'https://moodle.example/auth',
  tokenUrl: 'https://moodle.example/token',
  keySetUrl: 'https://moodle.example/certs',
};

it('what was left empty is not sent, so that it is as most platforms have it', () => {
  expect(inputOf({ ...emptyLines(LINES), ...NEEDED })).toEqual({
    ...NEEDED,
    name: 'Moodle',
    frameOrigins: [],
  });
});

it('signatures and origins are sent one by one', () => {
  const typed = {
    ...emptyLines(LINES),
    ...NEEDED,
    tokenAudience: 'https://moodle.example',
    algorithms: 'RS256 ES256',
    frameOrigins: 'https://a.example, https://*.b.example',
  };
  expect(inputOf(typed)).toMatchObject({
    tokenAudience: 'https://moodle.example',
    algorithms: ['RS256', 'ES256'],
    frameOrigins: ['https://a.example', 'https://*.b.example'],
  });
});

it.each([
  ['unchanged', undefined],
  ['off', false],
  ['on', true],
])('the switch for names that is %s', (roster, sent) => {
  expect(inputOf({ ...emptyLines(LINES), ...NEEDED, roster }).roster).toBe(sent);
});
