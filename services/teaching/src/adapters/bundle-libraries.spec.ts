import { join } from 'node:path';
import { CaseBody, MAX_CASE_BODY_BYTES } from '@openrounds/contracts';
import { loadCases } from '@openrounds/knowledge/authoring';
import { tinyLibraries } from '../../test/fixtures/cases';
import { builtInBody } from '../model/built-in-body';

const REPOSITORY = join(__dirname, '../../../..');

describe('BundleLibraries', () => {
  it('reads the built-in cases of a version once', async () => {
    const libraries = tinyLibraries();
    const library = await libraries.current();
    expect(await libraries.of('hash')).toBe(library);
    const [first] = [...library.builtIn.values()];
    expect(first).toMatchObject({
      slug: 'after-a-long-flight',
      card: { problemId: 'chest-pain', stages: 2 },
    });
    expect(first?.body.stages[0]?.findings).toMatchObject({
      'recent-surgery': 'present',
      dyspnoea: { is: 'present', certainty: 0.9 },
    });
    expect(library.builtIn.get(first?.id ?? '')).toBe(first);
  });

  it('has every case of the knowledge base in the form of a teacher’s own', () => {
    const { teachingCases } = loadCases(join(REPOSITORY, 'knowledge'));
    expect(teachingCases.length).toBeGreaterThan(80);
    for (const { id, value } of teachingCases) {
      const read = CaseBody.safeParse(builtInBody(value));
      expect([id, read.error?.issues]).toEqual([id, undefined]);
      expect(JSON.stringify(read.data).length * 3).toBeLessThan(MAX_CASE_BODY_BYTES);
    }
  });
});
