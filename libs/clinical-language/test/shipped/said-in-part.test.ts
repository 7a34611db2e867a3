import { shippedVocabulary } from '../../../../test/support/shipped';
import { understandText } from '../../src/read-case';
import { ancestorsOf } from '../../src/vocabulary/findings';

const COMPILED = shippedVocabulary();

/** The findings that a text tells as present, with what they are kinds of. */
function told(text: string): Set<string> {
  const { findings } = understandText(text, undefined, COMPILED);
  const present = findings.filter(({ presence }) => presence === 'present');
  return new Set(present.flatMap(({ findingId }) => [findingId, ...ancestorsOf(findingId, COMPILED)]));
}

describe('what is known of an illness is told by all its names', () => {
  it.each([
    ['FHx: uncle glaucoma. Headache.', 'family-history-of-glaucoma'],
    ['FHx: father otosclerosis.', 'family-history-of-hearing-loss'],
    ['She had pulmonary tuberculosis in 1998.', 'previous-tuberculosis'],
    ['家族史：母亲有肾结石。', 'family-history-of-kidney-stones'],
    ['既往史：2010年患急性胰腺炎。', 'previous-pancreatitis'],
    ['我爸和我爷爷都有肾结石，我最近头痛。', 'family-history-of-kidney-stones'],
  ])('%s', (text, finding) => {
    expect(told(text)).toContain(finding);
  });
});
