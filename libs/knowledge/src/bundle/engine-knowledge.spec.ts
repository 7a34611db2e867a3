import { compileKnowledge } from '@openrounds/ddx-engine';
import {
  type DraftKnowledge,
  entry,
  removeFolders,
  tinyKnowledge,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { compileBundle } from '../build/compile-bundle';
import { loadKnowledge } from '../load/load-knowledge';
import { type CaseSetting, engineKnowledgeFor, settingBasis } from './engine-knowledge';
import { type KnowledgeBundle } from './knowledge-bundle';
import { vocabularyOf } from './vocabulary';

afterAll(removeFolders);

function bundleOf(change: (draft: DraftKnowledge) => void = () => undefined): KnowledgeBundle {
  const draft = tinyKnowledge();
  change(draft);
  return compileBundle(loadKnowledge(writeKnowledge(draft)).folder).bundle;
}

function engineEntries(bundle: KnowledgeBundle, setting: CaseSetting) {
  const knowledge = engineKnowledgeFor(bundle, setting);
  return {
    finding: (id: string) => knowledge.findings.find((one) => one.id === id),
    disease: (id: string) => knowledge.diseases.find((one) => one.id === id),
    knowledge,
  };
}

describe('engineKnowledgeFor', () => {
  it.each([
    ['emergency', 0.004, undefined],
    ['primary-care', 0.002, undefined],
    ['inpatient', 0.004, 'inpatient-uses-emergency'],
    [undefined, 0.003, 'setting-not-given'],
  ] as const)('takes the numbers of %s', (setting, prior, warning) => {
    expect(engineEntries(bundleOf(), setting).disease('pulmonary-embolism')?.prior).toBeCloseTo(prior, 12);
    expect(settingBasis(setting).warning).toBe(warning);
  });

  it('averages the baselines of both settings, state by state', () => {
    const bundle = bundleOf((draft) => {
      entry(draft.findings, 'dyspnoea').baseline['primary-care'] = 0.02;
      entry(draft.findings, 'c-reactive-protein').baseline['primary-care'] = { normal: 0.9, raised: 0.1 };
    });
    const { finding } = engineEntries(bundle, undefined);
    expect(finding('dyspnoea')?.domain).toEqual({ kind: 'binary', baseline: 0.05 });
    expect(finding('c-reactive-protein')?.domain).toMatchObject({ states: ['normal', 'raised'] });
    expect(finding('c-reactive-protein')?.domain.baseline).toEqual({ normal: 0.8, raised: 0.2 });
  });

  it('turns age bands and sex ratio into modifiers and leaves out multipliers of 1', () => {
    const bundle = bundleOf((draft) => {
      const { prior } = entry(draft.diseases, 'pulmonary-embolism');
      prior.age = {
        ...{ neonate: 1, infant: 1, child: 0.1, adolescent: 1, 'adult18-39': 1 },
        ...{ 'adult40-64': 1, 'adult65-79': 1, 'adult80+': 2 },
      };
      prior.sexRatio = { female: 1.1, male: 0.9 };
    });
    expect(engineEntries(bundle, 'emergency').disease('pulmonary-embolism')?.modifiers).toEqual([
      { if: { ageYears: [1, 12] }, times: 0.1 },
      { if: { ageYears: [80, 150] }, times: 2 },
      { if: { sex: 'female' }, times: 1.1 },
      { if: { sex: 'male' }, times: 0.9 },
    ]);
  });

  it.each([
    [
      { sex: 'female', pregnant: true },
      { sex: 'female', pregnancy: 'required' },
    ],
    [{ pregnant: false }, { pregnancy: 'excluded' }],
    [{}, {}],
  ] as const)('restricts by %j', (restrict, expected) => {
    const bundle = bundleOf((draft) => Object.assign(entry(draft.diseases, 'costochondritis'), { restrict }));
    expect(engineEntries(bundle, 'emergency').disease('costochondritis')?.restrict).toEqual(expected);
  });

  it('asks for an explanation of symptoms, signs and results, never of risks, and of states only where listed', () => {
    const bundle = bundleOf(
      (draft) => (entry(draft.findings, 'c-reactive-protein').mustExplain = ['raised']),
    );
    const { finding } = engineEntries(bundle, 'emergency');
    const asked = ['dyspnoea', 'crackles', 'recent-surgery', 'smoker', 'illness-onset', 'c-reactive-protein'];
    expect(asked.map((id) => finding(id)?.mustExplain)).toEqual([
      true,
      true,
      false,
      false,
      false,
      ['raised'],
    ]);
  });

  it('says of each link whether its number was published', () => {
    const links = engineEntries(bundleOf(), 'emergency').disease('pulmonary-embolism')?.links ?? [];
    const sources = new Map(links.map(({ finding, source }) => [finding, source]));
    expect(sources.get('recent-surgery')).toEqual({ kind: 'published', id: 'made-up-study', grade: 'B' });
    expect(sources.get('dyspnoea')).toEqual({ kind: 'estimate', id: 'estimate', grade: 'D' });
  });

  it('gives the engine something that it accepts, without red flags for diseases to come', () => {
    const bundle = bundleOf((draft) =>
      entry(draft.redFlags, 'breathless-with-swollen-leg').raises.push('acute-pericarditis'),
    );
    const { knowledge } = engineEntries(bundle, 'emergency');
    expect(knowledge.redFlags.map(({ raises }) => raises)).toEqual([['pulmonary-embolism']]);
    expect(knowledge.population).toHaveLength(16);
    expect(knowledge.tests[0]?.findings).toEqual(['ct-pulmonary-artery-filling-defect']);
    expect(() => compileKnowledge(knowledge)).not.toThrow();
  });
});

describe('vocabularyOf', () => {
  it('gives every interval its unit', () => {
    const vocabulary = vocabularyOf(bundleOf());
    const quantity = vocabulary.findings.find(({ id }) => id === 'c-reactive-protein');
    expect(quantity?.intervals?.map(({ unit }) => unit)).toEqual(['mg/L', 'mg/L']);
    expect(vocabulary.panels.map(({ id, certainty }) => [id, certainty])).toEqual([['chest-clear', 0.8]]);
    expect(vocabulary.diseases).toHaveLength(3);
  });
});
