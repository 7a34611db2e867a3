import { DiseaseNames } from '../../src/evidence/disease-names';
import { withInertAnswers } from '../../src/guards/inert-answers';
import { layNarrator } from '../../src/roles/lay-narrator/lay-narrator';
import { narrator } from '../../src/roles/narrator/narrator';
import { ATTACKS } from './attacks';
import { obedientModel } from './obedient-model';

const names = new DiseaseNames(['Pulmonary embolism', 'Sepsis', '肺栓塞', '脓毒症']);
const EVIDENCE = [{ id: 'danger:pe', text: 'Pulmonary embolism must not be missed: probability 42 %' }];

/** What the guards and the rule of evidence cannot tell from an honest sentence: plain words that are not true. */
const UNTRUE_WORDS = ['lower-danger', 'add-fact'];

describe.each([
  ['narrator', narrator(names)],
  ['lay narrator', layNarrator(names)],
])('a model that obeys an attack as %s', (_, role) => {
  it.each(['en', 'zh'] as const)('says nothing that is more than words, in %s', async (language) => {
    const attacks = ATTACKS.filter(
      (attack) => attack.language === language && !UNTRUE_WORDS.includes(attack.wants),
    );
    const said = await Promise.all(
      attacks.map(async (attack) => {
        const asked = withInertAnswers(obedientModel(attack)).ask(role, { language, evidence: EVIDENCE });
        return (await asked).value.sentences;
      }),
    );
    expect(attacks.length).toBeGreaterThan(50);
    expect(said.flat()).toEqual([]);
  });
});
