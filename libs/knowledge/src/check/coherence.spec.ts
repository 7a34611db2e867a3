import {
  embolism,
  expectReport,
  type Failing,
  finding,
  link,
  type Passing,
  problemsAfter,
} from '../../test/fixture/after-change';
import {
  binary,
  type DraftDisease,
  type DraftKnowledge,
  entry,
  removeFolders,
} from '../../test/fixture/tiny-knowledge';

afterAll(removeFolders);

describe('medicine that contradicts itself', () => {
  const failing: Failing[] = [
    [
      'languages',
      'Chinese filed as English',
      'error',
      /holds Chinese/,
      (draft) => (finding(draft, 'dyspnoea').name.en = '呼吸困难'),
    ],
    [
      'languages',
      'a state without a name',
      'error',
      /"raised" has no name/,
      (draft) => (finding(draft, 'c-reactive-protein').stateNames = { normal: { en: 'normal', zh: '正常' } }),
    ],
    [
      'likelihood-ratios',
      'a pair on one side of 1',
      'error',
      /one side of 1/,
      (draft) =>
        Object.assign(link(draft, 'pulmonary-embolism', 'dyspnoea'), {
          publishedLr: { pos: 2, neg: 1.5, spectrum: 'any' },
        }),
    ],
    [
      'likelihood-ratios',
      'a theta that its published pair does not give',
      'warning',
      /theta 0\.6 is not the sensitivity of the published ratios/,
      (draft) =>
        Object.assign(link(draft, 'pulmonary-embolism', 'dyspnoea'), {
          theta: 0.6,
          publishedLr: { pos: 2.1, neg: 0.9, spectrum: 'suspected cases' },
        }),
    ],
    [
      'likelihood-ratios',
      'a likelihood ratio that is an estimate',
      'warning',
      /entered as theta/,
      (draft) =>
        Object.assign(link(draft, 'pulmonary-embolism', 'dyspnoea'), {
          theta: undefined,
          lrPos: 2,
          lrNeg: 0.5,
        }),
    ],
    ['links', 'too few links', 'error', /only 5 links besides/, (draft) => embolism(draft).links.splice(8)],
    [
      'links',
      'too many links',
      'error',
      /56 links: more than 50 are seldom read/,
      (draft) => {
        const { links } = embolism(draft);
        for (let more = links.length; more < 56; more += 1)
          links.push({ finding: `one-more-${String(more)}`, theta: 0.5, grade: 'D', source: 'estimate' });
      },
    ],
    [
      'links',
      'no course of the illness',
      'error',
      /links "illness-course"/,
      (draft) => (link(draft, 'costochondritis', 'illness-course').finding = 'smoker'),
    ],
    [
      'links',
      'a finding linked twice',
      'error',
      /"headache" is linked twice/,
      (draft) => (link(draft, 'costochondritis', 'crackles').finding = 'headache'),
    ],
    [
      'links',
      'nothing that argues against',
      'error',
      /no link argues against/,
      (draft) =>
        (embolism(draft).links = embolism(draft).links.map((one) =>
          typeof one.theta === 'number' ? { ...one, theta: 0.9 } : one,
        )),
    ],
    [
      'compare-with',
      'diseases that nothing tells apart',
      'error',
      /no finding tells it from "costochondritis"/,
      (draft) => (embolism(draft).links = structuredClone(entry(draft.diseases, 'costochondritis').links)),
    ],
    [
      'compare-with',
      'a disease compared with itself',
      'error',
      /not compared with itself/,
      (draft) => (embolism(draft).teaching.compareWith = ['pulmonary-embolism']),
    ],
    [
      'hallmarks',
      'the hallmark of a neighbour that counts as the finding above it',
      'warning',
      /"tearing-chest-pain", the hallmark of "pulmonary-embolism", counts as "chest-pain" \(×16\)/,
      giveEmbolismTearingPain,
    ],
    [
      'exclusions',
      'what is only told, and may be concealed',
      'error',
      /"dyspnoea" is only told/,
      (draft) => Object.assign(embolism(draft).mustNotMiss ?? {}, { excludedWhen: ['dyspnoea'] }),
    ],
    [
      'exclusions',
      'how long the illness lasts',
      'error',
      /"illness-duration" is of the illness as a whole/,
      (draft) =>
        Object.assign(embolism(draft).mustNotMiss ?? {}, {
          excludedWhen: [{ finding: 'illness-duration', states: ['over-3-months'] }],
        }),
    ],
    [
      'exclusions',
      'a thing that patients conceal, called certain',
      'error',
      /conceal or cannot know/,
      (draft) => draft.findings.push({ ...binary('paracetamol-overdose', 0.01), cannotBeUnknown: true }),
    ],
    [
      'narrower-wordings',
      'a place among the words that deny what excludes',
      'error',
      /"thrombus in the left pulmonary artery" names more than the finding \("left"\)/,
      (draft) =>
        (finding(draft, 'ct-pulmonary-artery-filling-defect').synonyms = {
          en: ['thrombus in the left pulmonary artery'],
        }),
    ],
    [
      'narrower-wordings',
      'the same in Chinese',
      'error',
      /"左肺动脉充盈缺损" names more than the finding \("左"\)/,
      (draft) =>
        (finding(draft, 'ct-pulmonary-artery-filling-defect').synonyms = { zh: ['左肺动脉充盈缺损'] }),
    ],
    [
      'must-not-miss',
      'an exclusion that is not sensitive',
      'error',
      /"dyspnoea" is not sensitive enough/,
      (draft) => Object.assign(embolism(draft).mustNotMiss ?? {}, { excludedWhen: ['dyspnoea'] }),
    ],
    [
      'must-not-miss',
      'a disease that nothing raises',
      'error',
      /no red flag or presenting problem/,
      (draft) => {
        draft.redFlags = [];
        entry(draft.problems, 'chest-pain').mustNotMiss = [];
      },
    ],
    [
      'orphans',
      'a finding that changes nothing',
      'error',
      /no disease links/,
      (draft) => draft.findings.push(binary('hiccups', 0.01)),
    ],
    [
      'synonyms',
      'one phrase for two findings',
      'error',
      /"Head-Ache" \(en\) also means "headache"/,
      (draft) => {
        finding(draft, 'headache').synonyms = { en: ['head ache'] };
        finding(draft, 'smoker').synonyms = { en: ['Head-Ache'] };
      },
    ],
    [
      'synonyms',
      'a wording that affirms only and denies as well',
      'error',
      /"Head-Ache" \(en\) is a name or synonym as well/,
      (draft) =>
        Object.assign(finding(draft, 'headache'), {
          synonyms: { en: ['head ache'] },
          affirmOnly: { en: ['Head-Ache'] },
        }),
    ],
    [
      'synonyms',
      'a wording of one finding that affirms another',
      'error',
      /"Head-Ache" \(en\) also means "headache"/,
      (draft) => {
        finding(draft, 'headache').synonyms = { en: ['head ache'] };
        finding(draft, 'smoker').affirmOnly = { en: ['Head-Ache'] };
      },
    ],
    [
      'synonyms',
      'one phrase for two states',
      'error',
      /in state "normal"/,
      (draft) =>
        (finding(draft, 'c-reactive-protein').stateSynonyms = {
          normal: { zh: ['阴性'] },
          raised: { zh: ['阴性'] },
        }),
    ],
    [
      'intervals',
      'a gap',
      'error',
      /a gap from 10 to 12/,
      (draft) =>
        (finding(draft, 'c-reactive-protein').intervals = [
          { state: 'normal', to: 10 },
          { state: 'raised', from: 12 },
        ]),
    ],
    [
      'intervals',
      'an overlap in women',
      'error',
      /an overlap from 5 to 10 \(female\)/,
      (draft) =>
        finding(draft, 'c-reactive-protein').intervals?.push({
          state: 'raised',
          if: { sex: 'female' },
          from: 5,
          to: 10,
        }),
    ],
    [
      'intervals',
      'an age without intervals',
      'error',
      /no interval applies \(age 0\)/,
      (draft) =>
        (finding(draft, 'c-reactive-protein').intervals = [
          { state: 'normal', if: { ageYears: [1, 150] }, to: 10 },
          { state: 'raised', if: { ageYears: [1, 150] }, from: 10 },
        ]),
    ],
    [
      'guideline-coverage',
      'a dangerous disease without passages',
      'error',
      /no guideline passage on recognition or diagnosis, none on the first action/,
      (draft) =>
        (draft.guideline.passages = draft.guideline.passages.map((one) => ({ ...one, forDiseases: [] }))),
    ],
    [
      'guideline-coverage',
      'a dangerous disease whose passage on the first action is gone',
      'error',
      /^error pulmonary-embolism: no guideline passage on the first action$/,
      (draft) => draft.guideline.passages.pop(),
    ],
    [
      'common-passages',
      'a common disease without a passage',
      'error',
      /costochondritis: one of the 300 commonest diseases has no guideline passage/,
      (draft) => draft.guideline.passages.pop(),
    ],
    [
      'second-reading',
      'a passage that only its writer has read',
      'warning',
      /made-up-guideline: nobody has read made-up-guideline-2 a second time/,
      (draft) =>
        (draft.guideline.passages = draft.guideline.passages.map((one) =>
          one.id === 'made-up-guideline-2' ? { ...one, secondRead: undefined } : one,
        )),
    ],
    [
      'codes',
      'a code of another disease',
      'error',
      /I26 is shared with pulmonary-embolism/,
      (draft) => (entry(draft.diseases, 'costochondritis').codes.icd10 = ['I26']),
    ],
    [
      'codes',
      'five codes',
      'error',
      /5 ICD-10 codes/,
      (draft) => (embolism(draft).codes.icd10 = ['I26', 'I26.0', 'I26.9', 'I27', 'I28']),
    ],
    [
      'codes',
      'a tier other than the target',
      'warning',
      /tier 2 differs/,
      (draft) => (embolism(draft).tier = 2),
    ],
    [
      'priors',
      'priors without room for anything else',
      'error',
      /sum to 0\.965/,
      (draft) => (embolism(draft).prior.emergency.value = 940),
    ],
    [
      'priors',
      'age multipliers that add patients',
      'error',
      /age multipliers is 2\.00/,
      (draft) =>
        (embolism(draft).prior.age = {
          neonate: 2,
          infant: 2,
          child: 2,
          adolescent: 2,
          'adult18-39': 2,
          'adult40-64': 2,
          'adult65-79': 2,
          'adult80+': 2,
        }),
    ],
    [
      'priors',
      'a population that is not everybody',
      'error',
      /shares of emergency sum to/,
      (draft) => (draft.population.emergency.child = { female: 0.5, male: 0.5 }),
    ],
    [
      'mass-balance',
      'more of a finding than patients who have it',
      'error',
      /baseline allows 1\.2 × 0\.0001; most by community-acquired-pneumonia/,
      (draft) => (finding(draft, 'haemoptysis').baseline.emergency = 0.0001),
    ],
    [
      'problem-lists',
      'a target condition that is not listed',
      'error',
      /"acute-pericarditis" may show as this/,
      (draft) => (draft.conditions[3] = ['acute-pericarditis', 'I30', '2', '', 'chest-pain']),
    ],
    [
      'complaints',
      'an unlisted disease that leads',
      'error',
      /"costochondritis" is not listed and gets/,
      (draft) => (entry(draft.problems, 'chest-pain').common = ['community-acquired-pneumonia']),
    ],
    [
      'complaints',
      'a tier-1 disease without file',
      'incomplete',
      /have files: acute-pericarditis/,
      (draft) => {
        draft.conditions[3] = ['acute-pericarditis', 'I30', '1', '', 'chest-pain'];
        entry(draft.problems, 'chest-pain').other = ['acute-pericarditis'];
      },
    ],
    [
      'prototypes',
      'a disease that its own findings do not lead to',
      'error',
      /its prototype ranks after first-copy, second-copy, third-copy/,
      (draft) => buryUnderCopies(draft),
    ],
  ];

  it.each(failing)('%s: reports %s', (...row) => {
    expectReport(...row);
  });

  const passing: Passing[] = [
    [
      'hallmarks',
      'the hallmark of a neighbour that is linked',
      (draft) => {
        giveEmbolismTearingPain(draft);
        for (const one of draft.diseases) {
          if (one.id !== 'pulmonary-embolism') one.links.push(tearingPain(0.001));
        }
      },
    ],
    [
      'hallmarks',
      'the finding above, where the disease is no rival',
      (draft) => {
        giveEmbolismTearingPain(draft);
        draft.problems = [];
        embolism(draft).teaching.compareWith = [];
      },
    ],
    [
      'synonyms',
      'a phrase shared with an ancestor',
      (draft) => (finding(draft, 'pleuritic-chest-pain').synonyms = { en: ['chest pain'] }),
    ],
    [
      'intervals',
      'a complete table per sex',
      (draft) =>
        (finding(draft, 'c-reactive-protein').intervals = (['female', 'male'] as const).flatMap(
          (sex, index) => [
            { state: 'normal', if: { sex }, to: 5 + index },
            { state: 'raised', if: { sex }, from: 5 + index },
          ],
        )),
    ],
    [
      'intervals',
      'a second table in another unit',
      (draft) =>
        finding(draft, 'c-reactive-protein').intervals?.push(
          { state: 'normal', to: 1, unit: 'mg/dL' },
          { state: 'raised', from: 1, unit: 'mg/dL' },
        ),
    ],
    [
      'must-not-miss',
      'nothing that excludes, with the reason',
      (draft) =>
        Object.assign(embolism(draft).mustNotMiss ?? {}, {
          excludedWhen: [],
          nothingExcludes: { en: 'It may be early.', zh: '可能尚早。' },
        }),
    ],
    [
      'narrower-wordings',
      'a place among the words that affirm only',
      (draft) =>
        (finding(draft, 'ct-pulmonary-artery-filling-defect').affirmOnly = {
          en: ['thrombus in the left pulmonary artery'],
        }),
    ],
    [
      'narrower-wordings',
      'a part of the body whose name has a side',
      (draft) =>
        (finding(draft, 'ct-pulmonary-artery-filling-defect').synonyms = {
          en: ['clot passing the left ventricle'],
          zh: ['左室血栓'],
        }),
    ],
    [
      'exclusions',
      'what is told and cannot be unknown',
      (draft) => {
        finding(draft, 'recent-surgery').cannotBeUnknown = true;
        link(draft, 'pulmonary-embolism', 'recent-surgery').theta = 0.96;
        Object.assign(embolism(draft).mustNotMiss ?? {}, { excludedWhen: ['recent-surgery'] });
      },
    ],
    [
      'must-not-miss',
      'an exclusion by a rare state',
      (draft) => {
        link(draft, 'pulmonary-embolism', 'c-reactive-protein').theta = { normal: 0.04, raised: 0.96 };
        Object.assign(embolism(draft).mustNotMiss ?? {}, {
          excludedWhen: [{ finding: 'c-reactive-protein', states: ['normal'] }],
        });
      },
    ],
    [
      'orphans',
      'a heading above a linked finding',
      (draft) => {
        draft.findings.push(binary('pain', 0.3));
        finding(draft, 'chest-pain').parent = 'pain';
      },
    ],
    [
      'priors',
      'multipliers of the one sex that can be ill',
      (draft) =>
        Object.assign(embolism(draft), {
          restrict: { sex: 'female' },
          prior: { ...embolism(draft).prior, sexRatio: { female: 2, male: 0.01 } },
        }),
    ],
    [
      'likelihood-ratios',
      'a published pair that a test can have',
      (draft) =>
        Object.assign(link(draft, 'pulmonary-embolism', 'dyspnoea'), {
          theta: 0.175,
          publishedLr: { pos: 2.1, neg: 0.9, spectrum: 'suspected cases' },
        }),
    ],
  ];

  it.each(passing)('%s: accepts %s', (rule, _, change) => {
    expect(problemsAfter(change, rule)).toEqual([]);
  });
});

/** A hallmark below chest pain that no other disease links, in a disease too rare to lead by it alone. */
function giveEmbolismTearingPain(draft: DraftKnowledge): void {
  draft.findings.push({ ...binary('tearing-chest-pain', 0.005), parent: 'chest-pain' });
  const rare = embolism(draft);
  rare.links.push(tearingPain(0.9));
  rare.prior.emergency.value = 0.1;
  rare.prior['primary-care'].value = 0.1;
}

function tearingPain(theta: number): DraftDisease['links'][number] {
  return { finding: 'tearing-chest-pain', theta, grade: 'D', source: 'estimate' };
}

/** Three copies of the embolism that are commoner than it is. */
function buryUnderCopies(draft: DraftKnowledge): void {
  const copies = ['first-copy', 'second-copy', 'third-copy'].map((id) => ({
    ...structuredClone(embolism(draft)),
    id,
    prior: {
      emergency: { value: 40, source: 'estimate', grade: 'D' as const },
      'primary-care': { value: 40, source: 'estimate', grade: 'D' as const },
    },
  }));
  draft.diseases.push(...copies);
}
