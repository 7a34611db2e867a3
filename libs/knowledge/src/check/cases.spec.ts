import { embolism, expectReport, type Failing, problemsAfter } from '../../test/fixture/after-change';
import { tinyCodedCase, tinyTeachingCase, tinyToldCase } from '../../test/fixture/tiny-cases';
import {
  type DraftKnowledge,
  type DraftTeachingCase,
  entry,
  removeFolders,
} from '../../test/fixture/tiny-knowledge';

afterAll(removeFolders);

/** Adds the made-up teaching case after it was changed. */
const withCase = (change: (teachingCase: DraftTeachingCase) => void) => (draft: DraftKnowledge) => {
  const teachingCase = tinyTeachingCase();
  change(teachingCase);
  draft.teachingCases.push(teachingCase);
};

const factsOf = (teachingCase: DraftTeachingCase, stage: number) =>
  teachingCase.stages[stage]?.findings ?? {};

describe('cases', () => {
  it.each(['teaching-cases', 'coded-cases', 'told-cases', 'case-keys', 'schema', 'languages'])(
    'has nothing to say by rule %s about sound ones',
    (rule) => {
      const add = (draft: DraftKnowledge) => {
        draft.teachingCases.push(tinyTeachingCase());
        draft.codedCases.push(tinyCodedCase());
        draft.toldCases.push(tinyToldCase());
      };
      expect(problemsAfter(add, rule)).toEqual([]);
    },
  );

  const failing: Failing[] = [
    [
      'teaching-cases',
      'a finding that there is not',
      'error',
      /there is no finding "hiccups"/,
      withCase((one) => (factsOf(one, 0).hiccups = 'present')),
    ],
    [
      'teaching-cases',
      'a state that the finding does not have',
      'error',
      /"present" is not an outcome of "c-reactive-protein"/,
      withCase((one) => (factsOf(one, 1)['c-reactive-protein'] = 'present')),
    ],
    [
      'teaching-cases',
      'a disease that there is not',
      'error',
      /there is no disease "vapours"/,
      withCase((one) => (one.key.mustConsider = ['vapours'])),
    ],
    [
      'teaching-cases',
      'a disease that is planned',
      'incomplete',
      /"acute-pericarditis" is not written yet/,
      withCase((one) => (one.key.acceptable = ['acute-pericarditis'])),
    ],
    [
      'teaching-cases',
      'a problem that there is not',
      'error',
      /no presenting problem "toe-ache"/,
      withCase((one) => (one.presentingProblem = 'toe-ache')),
    ],
    [
      'teaching-cases',
      'one finding told in two ways',
      'error',
      /"dyspnoea" is absent here and present in stage 1/,
      withCase((one) => (factsOf(one, 1).dyspnoea = 'absent')),
    ],
    [
      'teaching-cases',
      'a part that is there without the whole',
      'error',
      /"pleuritic-chest-pain" is present, and the broader "chest-pain" is absent/,
      (draft) => {
        entry(draft.findings, 'chest-pain').impliesAbsence = true;
        withCase((one) => (factsOf(one, 1)['chest-pain'] = 'absent'))(draft);
      },
    ],
    [
      'teaching-cases',
      'the examination before the history',
      'error',
      /stages go from history/,
      withCase((one) => one.stages.reverse()),
    ],
    [
      'teaching-cases',
      'an answer that is an alternative to itself',
      'error',
      /"costochondritis" is the answer and an alternative/,
      withCase((one) => (one.key.acceptable = ['costochondritis'])),
    ],
    [
      'teaching-cases',
      'a harmless disease that must be considered',
      'error',
      /"costochondritis" is not a must-not-miss disease/,
      withCase((one) => (one.key.mustConsider = ['costochondritis'])),
    ],
    [
      'teaching-cases',
      'a problem that does not list the answer',
      'error',
      /"chest-pain" does not list "costochondritis"/,
      (draft) => {
        entry(draft.problems, 'chest-pain').common = ['community-acquired-pneumonia'];
        withCase((one) => (one.key = { diagnosis: 'costochondritis' }))(draft);
      },
    ],
    [
      'case-keys',
      'an answer that the ranking does not give',
      'error',
      /costochondritis ranks after pulmonary-embolism, rival-0, rival-1/,
      (draft) => {
        const rivals = [0, 1].map((index) => ({ ...structuredClone(embolism(draft)), id: `rival-${index}` }));
        draft.diseases.push(...rivals);
        withCase((one) => (one.key = { diagnosis: 'costochondritis' }))(draft);
      },
    ],
    [
      'languages',
      'Chinese filed as English',
      'error',
      /English text holds Chinese/,
      withCase((one) => (one.title = { en: '胸痛', zh: '胸痛' })),
    ],
    [
      'languages',
      'a Chinese text without Chinese',
      'error',
      /Chinese text holds no Chinese/,
      withCase((one) => (one.teachingPoints = [{ en: 'Look.', zh: 'Look.' }])),
    ],
    [
      'schema',
      'a patient who exists',
      'error',
      /fictional/,
      withCase((one) => Object.assign(one, { fictional: false })),
    ],
    [
      'schema',
      'a stage without a text in Chinese',
      'error',
      /stages\.0\.text\.zh/,
      withCase((one) => Object.assign(one.stages[0] ?? {}, { text: { en: 'x', zh: ' ' } })),
    ],
    [
      'schema',
      'a pregnant man',
      'error',
      /a man is not pregnant/,
      withCase((one) => (one.patient = { ageYears: 30, sex: 'male', pregnant: true })),
    ],
    [
      'schema',
      'a case in which nothing is coded',
      'error',
      /no stage has coded findings/,
      withCase((one) => one.stages.forEach((stage) => (stage.findings = {}))),
    ],
    [
      'coded-cases',
      'an unknown finding in a coded case',
      'error',
      /there is no finding "hiccups"/,
      (draft) => draft.codedCases.push({ ...tinyCodedCase(), findings: { hiccups: 'present' } }),
    ],
    [
      'told-cases',
      'an unknown disease as the key of a told case',
      'error',
      /hiccups/,
      (draft) => draft.toldCases.push({ ...tinyToldCase(), key: 'hiccups' }),
    ],
    [
      'schema',
      'a setting of a told case that there is not',
      'error',
      /emergency.*primary-care.*inpatient/,
      (draft) => draft.toldCases.push({ ...tinyToldCase(), setting: 'clinic' as 'inpatient' }),
    ],
    [
      'unique-ids',
      'two coded cases of one name',
      'error',
      /id is already used/,
      (draft) => draft.codedCases.push(tinyCodedCase(), tinyCodedCase()),
    ],
  ];

  it.each(failing)('%s: %s', (...failure) => {
    expectReport(...failure);
  });
});

describe('the must-not-miss list', () => {
  it('is reached through the red flag alone', () => {
    expect(problemsAfter(() => undefined, 'must-not-miss-list')).toEqual([]);
  });

  const failing: Failing[] = [
    [
      'must-not-miss-list',
      'a red flag that says what excludes the disease',
      'error',
      /red flag "breathless-with-swollen-leg" does not put it on/,
      (draft) => {
        entry(draft.redFlags, 'breathless-with-swollen-leg').when = {
          all: [
            { finding: 'dyspnoea', presence: 'present' },
            { finding: 'ct-pulmonary-artery-filling-defect', presence: 'absent' },
          ],
        };
      },
    ],
    [
      'must-not-miss-list',
      'a red flag that is never true',
      'error',
      /can never be true/,
      (draft) => {
        entry(draft.redFlags, 'breathless-with-swollen-leg').when = {
          all: [{ sex: 'male' }, { pregnant: true }],
        };
      },
    ],
    [
      'must-not-miss-list',
      'a disease that only a complaint raises, and not often enough',
      'error',
      /"chest-pain" with its prototype does not put it on/,
      (draft) => {
        draft.redFlags = [];
        Object.assign(embolism(draft).mustNotMiss ?? {}, { threshold: 0.999 });
      },
    ],
  ];

  it.each(failing)('%s: %s', (...failure) => {
    expectReport(...failure);
  });
});
