import { embolism, expectReport, type Failing, finding, link } from '../../test/fixture/after-change';
import { binary, type DraftDisease, entry, removeFolders } from '../../test/fixture/tiny-knowledge';

afterAll(removeFolders);

describe('what keeps a bundle from being built', () => {
  const failing: Failing[] = [
    [
      'schema',
      'an unknown field',
      'error',
      /Unrecognized key/,
      (draft) => Object.assign(finding(draft, 'dyspnoea'), { colour: 'blue' }),
    ],
    [
      'schema',
      'a probability above 1',
      'error',
      /<=1/,
      (draft) => (link(draft, 'costochondritis', 'dyspnoea').theta = 1.2),
    ],
    [
      'schema',
      'a name without Chinese',
      'error',
      /name\.zh/,
      (draft) => Reflect.deleteProperty(finding(draft, 'dyspnoea').name, 'zh'),
    ],
    [
      'schema',
      'a code that is none',
      'error',
      /ICD-10 code looks like/,
      (draft) => (embolism(draft).codes.icd10 = ['embolism']),
    ],
    [
      'schema',
      'a must-not-miss rule without threshold',
      'error',
      /threshold/,
      (draft) => Reflect.deleteProperty(embolism(draft).mustNotMiss ?? {}, 'threshold'),
    ],
    [
      'schema',
      'nothing that excludes, and no reason',
      'error',
      /needs its reason in nothingExcludes/,
      (draft) => Object.assign(embolism(draft).mustNotMiss ?? {}, { excludedWhen: [] }),
    ],
    [
      'schema',
      'an exclusion, and a reason why nothing excludes',
      'error',
      /a list of exclusions has none/,
      (draft) =>
        Object.assign(embolism(draft).mustNotMiss ?? {}, {
          nothingExcludes: { en: 'It may be early.', zh: '可能尚早。' },
        }),
    ],
    [
      'schema',
      'a verified source that nobody saw',
      'error',
      /needs seen/,
      (draft) => (entry(draft.sources, 'made-up-study').verified = 'yes'),
    ],
    [
      'schema',
      'a link with theta and a likelihood ratio',
      'error',
      /either theta or/,
      (draft) => (link(draft, 'costochondritis', 'dyspnoea').lrPos = 2),
    ],
    [
      'schema',
      'a review without reviewer',
      'error',
      /status "reviewed" needs/,
      (draft) => (embolism(draft).status = 'reviewed'),
    ],
    [
      'unique-ids',
      'an id that is used twice',
      'error',
      /already used at findings\/all\.yaml:1/,
      (draft) => draft.findings.push(binary('illness-onset', 0.1)),
    ],
    [
      'finding-references',
      'a link to no finding',
      'error',
      /no finding "hiccups"/,
      (draft) => (link(draft, 'costochondritis', 'dyspnoea').finding = 'hiccups'),
    ],
    [
      'schema',
      'a neighbour under "argues against"',
      'error',
      /Unrecognized key: "disease"/,
      (draft) => (embolism(draft).against = [moreTypicalOf('costochondritis')]),
    ],
    [
      'disease-references',
      'a finding that is more typical of no disease',
      'error',
      /no disease "chest-cold"/,
      (draft) => (embolism(draft).moreTypicalOf = [moreTypicalOf('chest-cold')]),
    ],
    [
      'finding-references',
      'a red flag over no finding',
      'error',
      /no finding "hiccups"/,
      (draft) =>
        (entry(draft.redFlags, 'breathless-with-swollen-leg').when = {
          not: { any: [{ finding: 'hiccups', presence: 'present' }] },
        }),
    ],
    [
      'finding-references',
      'a passage for a finding to come',
      'incomplete',
      /names 1 not written yet: wheeze/,
      (draft) => (entry(draft.guideline.passages, 'made-up-guideline-1').forFindings = ['wheeze']),
    ],
    [
      'finding-references',
      'a link to a finding to come',
      'error',
      /no finding "wheeze"/,
      (draft) => (link(draft, 'costochondritis', 'dyspnoea').finding = 'wheeze'),
    ],
    [
      'finding-references',
      'a passage for no finding',
      'error',
      /no finding "hiccups"/,
      (draft) => (entry(draft.guideline.passages, 'made-up-guideline-1').forFindings = ['hiccups']),
    ],
    [
      'disease-references',
      'a comparison with no disease',
      'error',
      /no disease "humours"/,
      (draft) => (embolism(draft).teaching.compareWith = ['humours']),
    ],
    [
      'disease-references',
      'a comparison with a disease to come',
      'incomplete',
      /names 1 not written yet: acute-pericarditis/,
      (draft) => (embolism(draft).teaching.compareWith = ['acute-pericarditis']),
    ],
    [
      'test-references',
      'a test that is not there',
      'error',
      /no test "magic"/,
      (draft) => (embolism(draft).tests = ['magic']),
    ],
    [
      'passage-references',
      'a conflict with no passage',
      'error',
      /no passage "other"/,
      (draft) => (entry(draft.guideline.passages, 'made-up-guideline-1').conflictsWith = ['other']),
    ],
    [
      'is-a',
      'parents in a circle',
      'error',
      /in a circle/,
      (draft) => (finding(draft, 'chest-pain').parent = 'pleuritic-chest-pain'),
    ],
    [
      'is-a',
      'a categorical parent',
      'error',
      /parent "illness-onset" is categorical/,
      (draft) => (finding(draft, 'headache').parent = 'illness-onset'),
    ],
    [
      'domains',
      'states of a binary finding',
      'error',
      /binary finding has no states/,
      (draft) => (finding(draft, 'headache').states = ['mild', 'severe']),
    ],
    [
      'domains',
      'a baseline without a state',
      'error',
      /"raised" is missing/,
      (draft) => (finding(draft, 'c-reactive-protein').baseline.emergency = { normal: 1 }),
    ],
    [
      'domains',
      'baselines that do not sum to 1',
      'error',
      /sum to 0\.900/,
      (draft) => (finding(draft, 'c-reactive-protein').baseline.emergency = { normal: 0.6, raised: 0.3 }),
    ],
    [
      'states',
      'one theta for several states',
      'error',
      /a number per state/,
      (draft) => (link(draft, 'costochondritis', 'illness-onset').theta = 0.5),
    ],
    [
      'states',
      'theta of an unknown state',
      'error',
      /"sudden" is not a state/,
      (draft) => (link(draft, 'costochondritis', 'illness-onset').theta = { sudden: 0.5 }),
    ],
    [
      'states',
      'theta that sums to more than 1',
      'error',
      /sums to 1\.200/,
      (draft) => (link(draft, 'costochondritis', 'illness-onset').theta = { hours: 0.6, days: 0.6 }),
    ],
    [
      'states',
      'a test outcome that cannot be',
      'error',
      /"high" is not an outcome/,
      (draft) =>
        (entry(draft.tests, 'ctpa').outcomes = [
          { id: 'a', states: { dyspnoea: 'high' } },
          { id: 'b', states: {} },
        ]),
    ],
    [
      'states',
      'an exclusion by an unnamed state',
      'error',
      /say which states/,
      (draft) => Object.assign(embolism(draft).mustNotMiss ?? {}, { excludedWhen: ['c-reactive-protein'] }),
    ],
    [
      'states',
      'a limit beside a state that there is not',
      'error',
      /"enormous" is not a state of "c-reactive-protein"/,
      (draft) =>
        Object.assign(finding(draft, 'dyspnoea'), {
          decidedBy: [
            {
              names: { en: [] },
              given: { finding: 'c-reactive-protein', states: ['enormous'] },
              source: 'estimate',
              grade: 'D',
            },
          ],
        }),
    ],
    [
      'finding-references',
      'a limit beside a finding that there is not',
      'error',
      /there is no finding "phlogiston"/,
      (draft) =>
        Object.assign(finding(draft, 'dyspnoea'), {
          decidedBy: [
            { names: { en: [] }, given: { finding: 'phlogiston' }, source: 'estimate', grade: 'D' },
          ],
        }),
    ],
    [
      'finding-codes',
      'a code of two findings',
      'error',
      /HPO HP:0002094 stands for "dyspnoea" already/,
      (draft) => {
        finding(draft, 'dyspnoea').codes = { hpo: 'HP:0002094' };
        finding(draft, 'c-reactive-protein').stateCodes = { raised: { hpo: ['HP:0002094'] } };
      },
    ],
    [
      'finding-codes',
      'the code of a state that there is not',
      'error',
      /"enormous" is not a state of "c-reactive-protein"/,
      (draft) => (finding(draft, 'c-reactive-protein').stateCodes = { enormous: { hpo: 'HP:0011227' } }),
    ],
    [
      'units',
      'a unit that UCUM does not know',
      'error',
      /"mmHg" is not a UCUM unit/,
      (draft) => (finding(draft, 'c-reactive-protein').unit = 'mmHg'),
    ],
    [
      'units',
      'an interval in a unit of something else',
      'error',
      /Cel cannot be converted to mg\/L/,
      (draft) =>
        (finding(draft, 'c-reactive-protein').intervals = [
          { state: 'normal', to: 10, unit: 'Cel' },
          { state: 'raised', from: 10, unit: 'Cel' },
        ]),
    ],
    [
      'units',
      'a unit of reports in which something else is measured',
      'error',
      /Cel cannot be converted to mg\/L/,
      (draft) => (finding(draft, 'c-reactive-protein').reportedIn = [{ unit: 'Cel' }]),
    ],
    [
      'sources',
      'a source that is not listed',
      'error',
      /no source "hearsay"/,
      (draft) => (link(draft, 'costochondritis', 'dyspnoea').source = 'hearsay'),
    ],
    [
      'sources',
      'grade A from an unverified source',
      'error',
      /grade B at best/,
      (draft) => (link(draft, 'pulmonary-embolism', 'recent-surgery').grade = 'A'),
    ],
    [
      'sources',
      'an estimate of grade B',
      'warning',
      /an estimate is grade D/,
      (draft) => (link(draft, 'pulmonary-embolism', 'dyspnoea').grade = 'B'),
    ],
    [
      'sources',
      'a source that nobody uses',
      'warning',
      /no entry uses/,
      (draft) => (link(draft, 'pulmonary-embolism', 'recent-surgery').source = 'estimate'),
    ],
  ];

  it.each(failing)('%s: reports %s', (...row) => {
    expectReport(...row);
  });
});

function moreTypicalOf(disease: string): NonNullable<DraftDisease['moreTypicalOf']>[number] {
  return { finding: 'headache', disease, theta: 0.07, grade: 'D', source: 'estimate' };
}
