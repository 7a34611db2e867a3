import { nameIndex, OWN_WORDS } from '@openrounds/learning';
import { shippedBundle } from '../support/shipped';

describe('what simulated students write in their own words', () => {
  const { diseases } = shippedBundle();
  const index = nameIndex(
    diseases.flatMap(({ id, name, synonyms }) => [
      [id, name.en, ...synonyms.en] as const,
      [id, name.zh, ...synonyms.zh] as const,
    ]),
  );

  it.each([...OWN_WORDS.en, ...OWN_WORDS.zh])('%s matches no disease', (words) => {
    expect(index.find(words)).toBeNull();
  });

  it('is looked for where names are found', () => {
    const [first] = diseases;
    expect(index.find(first?.name.en ?? '')).toBe(first?.id);
  });
});
