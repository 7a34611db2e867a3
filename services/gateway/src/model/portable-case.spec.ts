import {
  CaseBody,
  CreateTeachingCaseInput,
  MAX_IMPORTED_CASES,
  type PortableCase,
} from '@openrounds/contracts';
import { canonicalJson } from '@openrounds/transparency-log';
import { sha256 } from '../use-cases/sha256';
import { readCases, writeCase } from './portable-case';

const { body: example } = CreateTeachingCaseInput.meta()?.['example'] as { body: unknown };
const body = CaseBody.parse(example);
const portable: PortableCase = {
  format: 'openrounds-case/1',
  contentHash: sha256(canonicalJson(body)),
  slug: 'case-1',
  version: 1,
  knowledge: 'k',
  body,
};

describe('cases as files', () => {
  it.each(['json', 'yaml'] as const)('come back from %s as they went', (as) => {
    const text = writeCase(portable, as);
    const file =
      as === 'json' ? { form: 'json' as const, value: JSON.parse(text) as unknown } : { form: as, text };
    expect(readCases(file)).toEqual([{ line: 1, portable }]);
  });

  it('reads several, each by itself', () => {
    const text = writeCase(portable, 'json');
    const changed = text.replace('calf', 'arm');
    expect(changed).not.toBe(text);
    const lines = ['', text, '{', changed, '{"format":"openrounds-case/2"}'].join('\n');
    expect(readCases({ form: 'json-lines', text: lines })).toEqual([
      { line: 2, portable },
      { line: 3, refusal: 'not-readable' },
      { line: 4, refusal: 'hash-mismatch' },
      { line: 5, error: { pointer: '/format', message: expect.any(String) } },
    ]);
    const yaml = `${writeCase(portable, 'yaml')}---\n${writeCase(portable, 'yaml')}`;
    expect(readCases({ form: 'yaml', text: yaml }).map(({ line }) => line)).toEqual([1, 2]);
  });

  it('reads no aliases, no broken YAML, and no more than an import may have', () => {
    const alias = 'a: &a [1]\nb: *a\n';
    for (const text of [alias, 'a: [1\n', `${'- '.repeat(20_000)}x`]) {
      const [first] = readCases({ form: 'yaml', text });
      expect(first).not.toHaveProperty('portable');
    }
    const many = Array.from({ length: MAX_IMPORTED_CASES + 5 }, () => portable);
    const read = readCases({ form: 'json', value: many });
    expect(read).toHaveLength(MAX_IMPORTED_CASES + 1);
    expect(read.at(-1)).toEqual({ line: MAX_IMPORTED_CASES + 1, refusal: 'too-many' });
  });
});
