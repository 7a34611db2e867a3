import { Disease, type Language } from '@openrounds/contracts';
import { type DiseaseLink } from '@openrounds/knowledge';
import { tinyBundle } from '@openrounds/testing';
import { presentDisease } from './present-knowledge';

const bundle = tinyBundle();

describe.each<[Language, string, string, string]>([
  ['en', 'Describes it or makes it more likely', 'Argues against it', 'More typical of '],
  ['zh', '描述本病或支持本病', '不支持本病', '更常见于'],
])('the findings of a disease (%s)', (language, describes, against, moreTypicalOf) => {
  const [disease, neighbour] = bundle.diseases;
  const [first, second, third] = disease?.links ?? [];
  if (!disease || !neighbour || !first || !second || !third) throw new Error('the fixture is too small');
  const withLinks = (links: DiseaseLink[]) =>
    Disease.parse(presentDisease({ ...disease, links }, bundle, language)).findings;

  it('stand under their headings', () => {
    const found = withLinks([
      { ...first, heading: 'describes' },
      { ...second, heading: 'against', reason: 'seen once' },
      { ...third, heading: 'more-typical-of', disease: neighbour.id },
    ]);
    const name = neighbour.name[language];
    expect(found).toMatchObject([
      { findingId: first.finding, heading: { code: 'describes', text: describes } },
      { findingId: second.finding, heading: { code: 'against', text: against }, reason: 'seen once' },
      {
        findingId: third.finding,
        heading: { code: 'more-typical-of', text: `${moreTypicalOf}${name}` },
        moreTypicalOf: { id: neighbour.id, name },
      },
    ]);
    expect(found[0]).not.toHaveProperty('moreTypicalOf');
  });

  it('have no heading where the knowledge is older than headings', () => {
    const { heading: _none, ...old } = first;
    expect(withLinks([old as DiseaseLink])[0]).not.toHaveProperty('heading');
  });
});
