import { stringLeaves } from '@openrounds/testing';
import { type z } from 'zod';
import { built, type Operation } from './operation';
import { OPERATIONS } from './operations';

const inputsOf = ({ params, query, body, otherBodies = {} }: Operation): [string, z.ZodType][] =>
  Object.entries({ path: params, query, body, ...otherBodies }).flatMap(([part, schema]) =>
    schema === undefined ? [] : [[part, built<z.ZodType>(schema)]],
  );

const LEAVES = Object.entries(OPERATIONS).flatMap(([id, operation]) =>
  inputsOf(operation).flatMap(([part, schema]) =>
    stringLeaves(schema).map((leaf) => ({ ...leaf, place: [id, part, ...leaf.path].join(' ') })),
  ),
);
const FREE = LEAVES.filter(
  ({ kind }) => kind === 'masked' || kind === 'passing' || kind === 'label' || kind === 'own-name',
);

describe('the strings that operations take', () => {
  it.each(LEAVES)('$place is masked, of a closed form, or passing', ({ kind }) => {
    expect(kind).toBeDefined();
  });

  it.each(LEAVES)('$place takes no NUL', ({ schema }) => {
    expect(schema.safeParse('a\u0000b').success).toBe(false);
  });

  it.each(FREE)('$place takes whole text only, and not without end', ({ schema }) => {
    for (const damaged of ['half \ud800', '\udc00 half', 'bell\u0007', 'escape\u001b[0m', 'delete\u007f'])
      expect(schema.safeParse(damaged).success).toBe(false);
    expect(schema.safeParse('胸痛 😷\tand\r\ncough').success).toBe(true);
    expect(schema.safeParse('x'.repeat(2_000_000)).success).toBe(false);
  });

  it.each(FREE.filter(({ kind }) => kind === 'label' || kind === 'own-name'))(
    '$place takes names of all scripts, and none that turns round what is written behind it',
    ({ schema }) => {
      for (const name of [
        'محمد علي',
        'שרה',
        '\u200fשרה 2',
        'J\u043ehn',
        'ＪＯＨＮ',
        'أ\u200dب',
        '李雷',
        '👩‍⚕️',
      ])
        expect(schema.safeParse(name).success).toBe(true);
      for (const control of ['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068'])
        expect(schema.safeParse(`Ann${control}`).success).toBe(false);
    },
  );

  it('lets nothing pass for a label but names of credentials and classes, and what is said of a case, document or platform', () => {
    expect(LEAVES.filter(({ kind }) => kind === 'label').map(({ place }) => place)).toEqual([
      'createTeachingCase body body licence',
      'createTeachingCase body body author',
      'checkTeachingCase body body licence',
      'checkTeachingCase body body author',
      'createTeachingCaseVersion body body licence',
      'createTeachingCaseVersion body body author',
      'createClass body name',
      'importGuidelineDocument body licence',
      'importGuidelineDocument body source',
      'importGuidelineDocument body title',
      'importGuidelineDocument body publisher',
      'registerLrsConnection body name',
      'registerLtiPlatform body name',
      'registerEhrClient body name',
      'createApiKey body name',
    ]);
  });

  it('takes a name unmasked from whoever joins a class or a room, and from nobody else', () => {
    expect(LEAVES.filter(({ kind }) => kind === 'own-name').map(({ place }) => place)).toEqual([
      'joinClass body name',
      'joinRoom body name',
    ]);
  });

  it('names each damaged text of an imported document', () => {
    const document = { resourceType: 'Bundle', entry: [{ note: 'a\u0000b' }, { fine: 'x', 'k\u0000': 1 }] };
    const { error } = built(OPERATIONS.importCase.body).safeParse(document);
    expect(error?.issues.map(({ path }) => path.join('/'))).toEqual(['entry/0/note', 'entry/1/k\u0000']);
  });
});
