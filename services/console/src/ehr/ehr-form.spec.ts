import { emptyLines } from '../connections/lines';
import { inputOf, isAsked, LINES } from './ehr-form';

const typed = {
  ...emptyLines(LINES),
  ...{ name: ' Training ', issuer: 'https://ehr.example', language: 'zh' },
  ...{ origins: ' https://a.example, https://b.example\n', 'smart/authentication': 'private-key' },
};

it('what was typed is sent without the blanks around it, and origins one by one', () => {
  expect(inputOf(typed)).toEqual({
    ...{ name: 'Training', issuer: 'https://ehr.example', keySetUrl: '', fhirBaseUrl: '', language: 'zh' },
    ...{ origins: ['https://a.example', 'https://b.example'], environment: 'training' },
  });
});

it('patients are brought where the system has a name for us; a secret goes only where it is the way', () => {
  const named = { ...typed, 'smart/clientId': ' openrounds ', 'smart/secret': 'between us' };
  expect(inputOf(named).smart).toEqual({ clientId: 'openrounds', authentication: 'private-key' });
  const secret = { ...named, 'smart/authentication': 'secret' };
  expect(inputOf(secret).smart).toEqual({
    clientId: 'openrounds',
    authentication: 'secret',
    secret: 'between us',
  });
  expect(inputOf({ ...secret, 'smart/secret': ' ' }).smart).not.toHaveProperty('secret');
  expect(inputOf({ ...secret, 'smart/clientId': ' ' })).not.toHaveProperty('smart');
});

it('the form asks for no more than is needed', () => {
  const asked = (more: object) => LINES.filter((line) => isAsked(line, { ...typed, ...more }));
  expect(asked({})).toEqual(LINES.slice(0, 7));
  expect(asked({ 'smart/clientId': 'openrounds' })).toEqual(LINES.slice(0, 8));
  expect(asked({ 'smart/clientId': 'openrounds', 'smart/authentication': 'secret' })).toEqual(LINES);
});
