import { emptyForm, inputOf, lineOf } from './ehr-form';

it('what was typed is sent without the blanks around it, and origins one by one', () => {
  const typed = {
    ...emptyForm('zh'),
    name: ' Training ',
    issuer: 'https://ehr.example',
    origins: ' https://a.example, https://b.example\n',
    isTraining: true,
  };
  expect(inputOf(typed)).toEqual({
    name: 'Training',
    issuer: 'https://ehr.example',
    keySetUrl: '',
    fhirBaseUrl: '',
    origins: ['https://a.example', 'https://b.example'],
    language: 'zh',
    environment: 'training',
  });
  expect(inputOf(emptyForm('en')).origins).toEqual([]);
});

it('a refusal is told at the line that it points at, or into', () => {
  expect(['/origins/1', '/keySetUrl', '/environment', '/name/'].map(lineOf)).toEqual([
    'origins',
    'keySetUrl',
    undefined,
    'name',
  ]);
});
