import { NameDictionary } from '../vocabulary/name-dictionary';
import { featuresOf } from './features';

const names = new NameDictionary([
  { id: 'asthma', kind: 'disease', name: { en: 'asthma', zh: '哮喘' } },
  { id: 'wheeze', kind: 'finding', name: { en: 'wheeze', zh: '喘鸣' } },
]);
const DISEASE = '\uE000';
const FINDING = '\uE001';

describe('featuresOf', () => {
  it('takes words alone and in pairs, function words too, what stands beside names, and numbers as such', () => {
    expect(featuresOf('How is asthma with wheeze treated at 12?', 'en', names)).toEqual([
      ...['how', 'is', 'with', 'treated', 'at', '0'],
      ...['how is', `is ${DISEASE}`, `${DISEASE} with`, `with ${FINDING}`],
      ...[`${FINDING} treated`, 'treated at', 'at 0'],
    ]);
  });

  it('takes of Chinese characters up to three', () => {
    expect(featuresOf('哮喘怎么治', 'zh', names)).toEqual([
      ...['怎', '么', '治'],
      ...[`${DISEASE} 怎`, '怎 么', '么 治'],
      ...[`${DISEASE} 怎 么`, '怎 么 治'],
    ]);
  });

  it('takes each once, and nothing of what holds nothing', () => {
    expect(featuresOf('why, why, why?', 'en', names)).toEqual(['why', 'why why']);
    expect(featuresOf(' ?! ', 'zh', names)).toEqual([]);
  });
});
