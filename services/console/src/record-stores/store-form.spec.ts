import { inputOf } from './store-form';

it('what was typed is sent without the blanks around it, and origins one by one', () => {
  const typed = { name: ' LMS ', endpoint: 'https://lms.example/xapi/', fetchOrigins: '' };
  expect(inputOf(typed)).toEqual({ name: 'LMS', endpoint: 'https://lms.example/xapi/', fetchOrigins: [] });
  const origins = ['https://a.example', 'https://b.example'];
  expect(inputOf({ ...typed, fetchOrigins: origins.join(' ') }).fetchOrigins).toEqual(origins);
});
