import { roleOf } from './role';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const PERSON = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#';

it.each<[string, string[], string, string?]>([
  ['an instructor', [`${MEMBERSHIP}#Instructor`], 'teacher'],
  ['an instructor by a short name', ['Instructor'], 'teacher'],
  ['a teaching assistant', [`${MEMBERSHIP}/Instructor#TeachingAssistant`], 'teacher'],
  ['a teaching assistant as a role of its own', [`${MEMBERSHIP}#TeachingAssistant`], 'teacher'],
  ['a developer of content', [`${MEMBERSHIP}#ContentDeveloper`], 'teacher'],
  ['an administrator of the course', [`${MEMBERSHIP}#Administrator`], 'teacher'],
  ['who teaches and learns', [`${MEMBERSHIP}#Learner`, `${MEMBERSHIP}#Instructor`], 'teacher'],
  ['a learner', [`${MEMBERSHIP}#Learner`], 'student'],
  ['a teacher who sits in the course', [`${MEMBERSHIP}/Learner#Instructor`], 'student'],
  ['a mentor', [`${MEMBERSHIP}#Mentor`], 'student'],
  ['a teacher of the house in a course of others', [`${PERSON}Instructor`], 'student'],
  ['a teacher of the house who chooses a link', [`${PERSON}Instructor`], 'teacher', 'deep-linking'],
  [
    'an administrator of the system',
    ['http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator'],
    'student',
  ],
  ['nobody in particular', [], 'student'],
])('%s', (_, roles, role, message = 'other') => {
  expect(roleOf(roles, message as 'other')).toEqual({ role, testUser: false });
});

it('a user whom the platform made up counts for nothing', () => {
  const roles = ['http://purl.imsglobal.org/vocab/lti/system/person#TestUser', `${MEMBERSHIP}#Instructor`];
  expect(roleOf(roles, 'other')).toEqual({ role: 'student', testUser: true });
});
