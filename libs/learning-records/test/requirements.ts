/** What shows that a requirement on a unit is kept: the title of a test, or why there is nothing to show. */
export type Proof = { readonly test: string } | { readonly not: string };

const test = (title: string): Proof => ({ test: title });
const not = (reason: string): Proof => ({ not: reason });

const ORDER = test('a session is initialized first, terminated last, completed and judged between');
const ONCE = test('what comes twice, too early or too late is stated once or not at all');
const REGISTRATION = test('a registration is completed and passed once, and failed only before that');
const LOOKING = test('%s: two statements');
const JUDGED = test('a score of %s with a mastery score of %s: %s');
const RESULT = test('%s has this result and nothing else');
const WHOLE = test('%s: actor, registration, object, time and the whole template');
const ADDRESSES = test('addresses are below the endpoint, by the actor and the registration of the launch');
const REQUEST = test('is read in any order, beside parameters of our own, without the name of the learner');
const TOKEN = test('stands behind Basic');
const CATEGORY = test('what cmi5 defines is of its category, and what moves on of that one too');
const MASTERY = test('the mastery score stands where it was judged by, and nowhere else');
const LAUNCH_DATA = test('say what the session is, and keep the template as it is');
const PACKAGE = test(
  'the archive has the structure at its root and nothing else, and the same unit makes the same bytes',
);
const STRUCTURE = test('the structure is of the namespace of cmi5, with one unit under two different names');
const UNIT = test(
  'the unit says when it is done, by which score, and where it is: whole, and without names of cmi5',
);
const JOURNEY = test(
  'initialized, answered, completed, passed, terminated: in this order, once, and each as it must be',
);

const OF_THE_LMS = not('asked of the learning management system, or of what it sends');
const OF_WHOLE = not('sums up others, each of which stands here');
const NEVER_WRITTEN = not('the unit never writes it');
const NOT_IN_PACKAGE = not('our packages have none of these');

/** Requirements of cmi5 on a unit, its package and its statements, by their numbers. */
export const REQUIREMENTS: Readonly<Record<string, Proof>> = {
  '3.0.0.0-1': STRUCTURE,
  '4.1.0.0-1': WHOLE,
  '4.4.0.0-1': PACKAGE,
  '4.4.0.0-2': STRUCTURE,
  '7.0.0.0-1': OF_WHOLE,
  '7.0.0.0-2': OF_WHOLE,
  '7.0.0.0-3': OF_WHOLE,
  '7.0.0.0-4': OF_WHOLE,
  '7.0.0.0-5': OF_WHOLE,
  '7.1.1.0-1': JOURNEY,
  '7.1.2.0-1': JOURNEY,
  '7.1.3.0-1': ORDER,
  '8.1.0.0-1': OF_THE_LMS,
  '8.1.0.0-4': OF_THE_LMS,
  '8.1.0.0-5': OF_THE_LMS,
  '8.1.0.0-6': UNIT,
  '8.1.0.0-7': REQUEST,
  '8.1.0.0-8': OF_THE_LMS,
  '8.1.1.0-2': REQUEST,
  '8.1.1.0-3': ADDRESSES,
  '8.1.2.0-2': OF_THE_LMS,
  '8.1.2.0-3': REQUEST,
  '8.1.2.0-4': JOURNEY,
  '8.1.2.0-5': TOKEN,
  '8.1.3.0-2': REQUEST,
  '8.1.3.0-3': ADDRESSES,
  '8.1.4.0-2': REQUEST,
  '8.1.4.0-3': ADDRESSES,
  '8.1.5.0-3': OF_THE_LMS,
  '8.1.5.0-5': REQUEST,
  '8.1.5.0-6': WHOLE,
  '8.2.1.0-2': JOURNEY,
  '8.2.1.0-3': OF_THE_LMS,
  '8.2.1.0-4': OF_THE_LMS,
  '8.2.1.0-5': TOKEN,
  '8.2.1.0-6': OF_THE_LMS,
  '8.2.2.0-2': OF_THE_LMS,
  '8.2.2.0-3': OF_THE_LMS,
  '8.2.2.0-4': JOURNEY,
  '8.2.2.0-5': TOKEN,
  '8.2.3.0-1': OF_THE_LMS,
  '8.2.3.2-1': OF_THE_LMS,
  '9.1.0.0-1': WHOLE,
  '9.2.0.0-1': OF_THE_LMS,
  '9.2.0.0-2': WHOLE,
  '9.2.0.0-3': WHOLE,
  '9.3.0.0-1': JOURNEY,
  '9.3.0.0-2': ONCE,
  '9.3.0.0-3': test('one session is judged once, by the first attempt in it'),
  '9.3.0.0-4': ORDER,
  '9.3.0.0-5': ORDER,
  '9.3.0.0-6': REGISTRATION,
  '9.3.0.0-7': REGISTRATION,
  '9.3.0.0-8': REGISTRATION,
  '9.3.2.0-1': JOURNEY,
  '9.3.2.0-2': ORDER,
  '9.3.2.0-3': ONCE,
  '9.3.3.0-1': ORDER,
  '9.3.3.0-2': REGISTRATION,
  '9.3.4.0-1': JUDGED,
  '9.3.4.0-2': JUDGED,
  '9.3.4.0-3': REGISTRATION,
  '9.3.5.0-1': JUDGED,
  '9.3.5.0-2': JUDGED,
  '9.3.7.0-2': not('the unit waives nothing'),
  '9.3.8.0-1': ORDER,
  '9.3.8.0-2': ORDER,
  '9.3.9.0-4': OF_THE_LMS,
  '9.3.9.0-8': OF_THE_LMS,
  '9.4.0.0-1': WHOLE,
  '9.4.0.0-2': WHOLE,
  '9.5.1.0-1': JUDGED,
  '9.5.1.0-2': RESULT,
  '9.5.1.0-3': not('no raw score is sent'),
  '9.5.2.0-1': RESULT,
  '9.5.2.0-2': RESULT,
  '9.5.2.0-3': RESULT,
  '9.5.3.0-1': RESULT,
  '9.5.3.0-2': RESULT,
  '9.5.4.1-1': RESULT,
  '9.5.4.1-2': RESULT,
  '9.5.4.1-3': RESULT,
  '9.5.4.1-4': RESULT,
  '9.5.4.2-1': OF_THE_LMS,
  '9.5.4.2-2': OF_THE_LMS,
  '9.6.0.0-1': WHOLE,
  '9.6.1.0-1': WHOLE,
  '9.6.2.0-1': WHOLE,
  '9.6.2.1-1': CATEGORY,
  '9.6.2.2-1': CATEGORY,
  '9.6.2.2-2': CATEGORY,
  '9.6.3.1-1': OF_THE_LMS,
  '9.6.3.1-4': WHOLE,
  '9.6.3.2-2': MASTERY,
  '9.7.0.0-1': WHOLE,
  '9.7.0.0-2': WHOLE,
  '10.1.0.0-2': OF_THE_LMS,
  '10.1.0.0-3': ADDRESSES,
  '10.1.0.0-4': ADDRESSES,
  '10.1.0.0-5': ADDRESSES,
  '10.2.1.0-2': OF_THE_LMS,
  '10.2.1.0-3': OF_THE_LMS,
  '10.2.1.0-4': LAUNCH_DATA,
  '10.2.1.0-5': NEVER_WRITTEN,
  '10.2.1.0-6': WHOLE,
  '10.2.1.0-7': test('categories of the template stay, and none stands twice'),
  '10.2.2.0-1': ORDER,
  '10.2.2.0-2': LOOKING,
  '10.2.2.0-3': LOOKING,
  '10.2.2.0-5': LOOKING,
  '10.2.2.0-6': ORDER,
  '10.2.2.0-7': ORDER,
  '10.2.2.0-8': LOOKING,
  '10.2.2.0-9': LOOKING,
  '10.2.2.0-10': LOOKING,
  '10.2.2.0-11': LOOKING,
  '10.2.4.0-2': JUDGED,
  '10.2.6.0-1': test('the browser goes to the address that was told when its session ended, and after that'),
  '11.0.0.0-1': ADDRESSES,
  '11.0.0.0-2': NEVER_WRITTEN,
  '11.0.0.0-3': JOURNEY,
  '11.0.0.0-4': ADDRESSES,
  '11.0.0.0-5': OF_THE_LMS,
  '11.1.0.0-1': OF_THE_LMS,
  '11.1.0.0-2': test('the language that is liked best of those there are: %s'),
  '11.2.0.0-1': not('the unit has no sound'),
  '13.1.0.0-1': OF_THE_LMS,
  '13.1.2.0-1': NOT_IN_PACKAGE,
  '13.1.3.0-1': NOT_IN_PACKAGE,
  '13.1.4.0-1': STRUCTURE,
  '13.1.4.0-2': UNIT,
  '13.1.4.0-3': OF_THE_LMS,
  '13.1.5.0-1': NOT_IN_PACKAGE,
  '13.1.5.0-2': NOT_IN_PACKAGE,
  '13.2.0.0-1': STRUCTURE,
  '14.1.0.0-1': PACKAGE,
  '14.1.0.0-2': PACKAGE,
  '14.1.0.0-3': NOT_IN_PACKAGE,
  '14.1.0.0-4': UNIT,
  '14.2.0.0-1': UNIT,
};
