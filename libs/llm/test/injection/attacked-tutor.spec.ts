import { DiseaseNames } from '../../src/evidence/disease-names';
import { withInertAnswers } from '../../src/guards/inert-answers';
import { tutor } from '../../src/roles/tutor/tutor';
import { ATTACKS } from './attacks';
import { obedientModel } from './obedient-model';

const TUTOR = tutor(new DiseaseNames(['Pulmonary embolism', 'Sepsis', '肺栓塞', '脓毒症']));
const EVIDENCE = [{ id: 'danger:pe', text: 'Pulmonary embolism must not be missed: probability 42 %' }];
/** What the rule of evidence cannot tell from an honest sentence: plain words that are not true. */
const UNTRUE_WORDS = ['lower-danger', 'add-fact'];
const CHAT = ATTACKS.filter(({ place }) => place === 'chat');

const asked = (question: string, language: 'en' | 'zh') => ({
  language,
  evidence: EVIDENCE,
  earlier: [{ question, answer: [] }],
  question,
  socratic: true,
});

describe('a student who attacks the tutor', () => {
  it.each(CHAT)('stays within the marks of a question: $id', ({ text, language }) => {
    const lines = TUTOR.prompt(asked(text, language)).user.split('\n');
    const marks = lines.filter((line) => /[<>]/.test(line));
    expect(marks).toEqual([
      '<evidence>',
      '</evidence>',
      '<before>',
      '</before>',
      '<question>',
      '</question>',
    ]);
    expect(lines.indexOf('</question>') - lines.indexOf('<question>')).toBe(2);
  });

  it.each(['en', 'zh'] as const)('is told nothing by a model that obeys, in %s', async (language) => {
    const attacks = CHAT.filter(
      (attack) => attack.language === language && !UNTRUE_WORDS.includes(attack.wants),
    );
    const told = await Promise.all(
      attacks.map(async (attack) => {
        const model = withInertAnswers(obedientModel(attack));
        const { value } = await model.ask(TUTOR, asked(attack.text, language));
        return [...value.sentences, ...(value.asksBack === null ? [] : [value.asksBack])];
      }),
    );
    expect(attacks.length).toBeGreaterThan(10);
    expect(told.flat()).toEqual([]);
  });
});
