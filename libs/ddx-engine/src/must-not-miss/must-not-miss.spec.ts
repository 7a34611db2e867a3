import {
  ADULT,
  binary,
  caseOf,
  categorical,
  disease,
  knowledge,
  PARAMETERS,
  valueOf,
} from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EngineCase, type EnginePatient } from '../model/case';
import { type EngineKnowledge, type MustNotMissRule, type RedFlagCondition } from '../model/knowledge';
import { checkAndScore } from '../ranking/rank';
import { type MustNotMissList, mustNotMissList } from './must-not-miss';

const FINDINGS = [
  binary('syncope', 0.05),
  binary('exertional-syncope', 0.01, { parent: 'syncope' }),
  binary('scan-positive', 0.02, { kind: 'imaging', stage: 'imaging' }),
  binary('soft-sign', 0.1),
  categorical('d-dimer', { low: 0.6, high: 0.4 }),
];

function rule(more: Partial<MustNotMissRule> = {}): MustNotMissRule {
  return { threshold: 0.1, harm: 5, excludedWhen: [], ...more };
}

function listOf(
  parts: Partial<EngineKnowledge>,
  engineCase: EngineCase,
  raised?: readonly string[],
): MustNotMissList {
  const compiled = compileKnowledge({ ...knowledge(FINDINGS, []), ...parts });
  const scored = valueOf(checkAndScore(compiled, PARAMETERS, engineCase, 'teaching'));
  return mustNotMissList(compiled, scored, raised);
}

const RAISED = {
  diseases: [
    disease(
      'embolism',
      0.0001,
      { 'scan-positive': 0.96, 'soft-sign': 0.7, 'd-dimer': { theta: { low: 0.04 } } },
      {
        mustNotMiss: rule({
          excludedWhen: [
            { finding: 'scan-positive' },
            { finding: 'soft-sign' },
            { finding: 'd-dimer', states: ['low'] },
          ],
        }),
      },
    ),
  ],
  redFlags: [
    { id: 'collapse', when: { finding: 'syncope', presence: 'present' }, raises: ['embolism'] } as const,
  ],
};

describe('what an earlier list of the case raised', () => {
  it('stays, below its threshold and without a red flag, and says so', () => {
    expect(listOf(RAISED, caseOf({})).shown).toEqual([]);
    expect(listOf(RAISED, caseOf({}), ['embolism', 'unknown']).shown).toMatchObject([
      { diseaseId: 'embolism', redFlag: false, reason: { code: 'raised-before' } },
    ]);
  });

  it('is not excluded by what was told since', () => {
    const told = caseOf({ syncope: 'present', 'scan-positive': 'absent' });
    expect(listOf(RAISED, told).shown).toMatchObject([{ excludedBy: ['scan-positive'] }]);
    const [entry] = listOf(RAISED, told, ['embolism']).shown;
    expect(entry).toMatchObject({ diseaseId: 'embolism', reason: { code: 'red-flag' } });
    expect(entry).not.toHaveProperty('excludedBy');
  });
});

describe('the must-not-miss list', () => {
  it('holds what reaches its threshold and says why', () => {
    const { shown } = listOf(
      { diseases: [disease('likely', 0.05, {}, { mustNotMiss: rule() })] },
      caseOf({}),
    );
    expect(shown).toMatchObject([
      {
        diseaseId: 'likely',
        redFlag: false,
        reason: { code: 'above-threshold', params: { threshold: 0.1 } },
      },
    ]);
  });

  it('leaves out what is below its threshold and not raised, and what need not be on it', () => {
    const diseases = [disease('unlikely', 0.0001, {}, { mustNotMiss: rule() }), disease('harmless', 0.2, {})];
    expect(listOf({ diseases }, caseOf({}))).toEqual({ shown: [], more: 0 });
  });

  it('keeps what a red flag raises, however improbable, also through something more specific', () => {
    for (const finding of ['syncope', 'exertional-syncope']) {
      const { shown } = listOf(RAISED, caseOf({ [finding]: 'present' }));
      expect(shown).toMatchObject([{ diseaseId: 'embolism', redFlag: true, reason: { code: 'red-flag' } }]);
      expect(shown[0]?.reason.params.redFlagIds).toEqual(['collapse']);
      expect(shown[0]?.excludedBy).toBeUndefined();
    }
  });

  it('names as excluding only findings that the disease hardly ever lacks', () => {
    const { shown } = listOf(RAISED, caseOf({ syncope: 'present', 'soft-sign': 'absent' }));
    expect(shown[0]?.wouldExclude).toEqual(['scan-positive', 'd-dimer']);
    expect(shown[0]?.excludedBy).toBeUndefined();
  });

  it.each([
    ['an absent finding', { 'scan-positive': 'absent' }, ['scan-positive']],
    ['a named state', { 'd-dimer': 'low' }, ['d-dimer']],
    [
      'nothing that is unsure',
      { 'scan-positive': { findingId: 'scan-positive', presence: 'absent' as const, certainty: 0.99 } },
      undefined,
    ],
    ['nothing that was not asked', {}, undefined],
  ])('is left by %s', (_, observed, excludedBy) => {
    const { shown } = listOf(RAISED, caseOf({ syncope: 'present', ...observed }));
    expect(shown[0]?.excludedBy).toEqual(excludedBy);
  });

  describe('against a hallmark of the disease', () => {
    const findings = [
      binary('attack-in-sinus-rhythm', 0.03, { kind: 'bedside-test', stage: 'examination' }),
      binary('delta-wave', 0.006, { kind: 'bedside-test', stage: 'examination' }),
      binary('delta-wave-at-rest', 0.005, {
        kind: 'bedside-test',
        stage: 'examination',
        parent: 'delta-wave',
      }),
      binary('told-palpitations', 0.006, { kind: 'symptom', stage: 'history' }),
      binary('weak-sign', 0.1, { kind: 'sign', stage: 'examination' }),
      binary('scan', 0.01, { kind: 'imaging', stage: 'imaging' }),
    ];
    const listed = (observed: Parameters<typeof caseOf>[0]) => {
      const diseases = [
        disease(
          'pre-excitation',
          0.2,
          {
            'attack-in-sinus-rhythm': 0.96,
            'delta-wave': 0.9,
            'told-palpitations': 0.9,
            'weak-sign': 0.9,
            scan: 0.96,
          },
          {
            mustNotMiss: rule({
              threshold: 0.000001,
              excludedWhen: [{ finding: 'attack-in-sinus-rhythm' }, { finding: 'scan' }],
            }),
          },
        ),
      ];
      const compiled = compileKnowledge(knowledge(findings, diseases));
      const scored = valueOf(checkAndScore(compiled, PARAMETERS, caseOf(observed), 'teaching'));
      return mustNotMissList(compiled, scored).shown[0];
    };

    it.each(['delta-wave', 'delta-wave-at-rest'])(
      'a negative does not exclude, and %s is named',
      (hallmark) => {
        const entry = listed({ 'attack-in-sinus-rhythm': 'absent', [hallmark]: 'present' });
        expect(entry?.excludedBy).toBeUndefined();
        expect(entry?.contradicted).toEqual([{ findingId: 'attack-in-sinus-rhythm', by: [hallmark] }]);
      },
    );

    it.each([
      ['what was only told', { 'told-palpitations': 'present' }],
      ['what says less than the negative', { 'weak-sign': 'present' }],
      ['an unsure one', { 'delta-wave': { findingId: 'delta-wave', presence: 'present', certainty: 0.8 } }],
      ['one that is absent', { 'delta-wave': 'absent' }],
    ] as const)('is not given by %s', (_, observed) => {
      const entry = listed({ 'attack-in-sinus-rhythm': 'absent', ...observed });
      expect(entry?.excludedBy).toEqual(['attack-in-sinus-rhythm']);
      expect(entry?.contradicted).toBeUndefined();
    });

    it('gives way to what shows the disease more directly', () => {
      const entry = listed({ scan: 'absent', 'delta-wave': 'present' });
      expect(entry?.excludedBy).toEqual(['scan']);
    });

    it('is shown beside another exclusion that holds', () => {
      const entry = listed({ scan: 'absent', 'attack-in-sinus-rhythm': 'absent', 'delta-wave': 'present' });
      expect(entry?.excludedBy).toEqual(['scan']);
      expect(entry?.contradicted).toEqual([{ findingId: 'attack-in-sinus-rhythm', by: ['delta-wave'] }]);
    });
  });

  it('orders by probability times harm and puts the excluded ones last', () => {
    const diseases = [
      disease('frequent', 0.06, {}, { mustNotMiss: rule({ harm: 1 }) }),
      disease('deadly', 0.04, {}, { mustNotMiss: rule({ harm: 5 }) }),
      disease(
        'excluded',
        0.2,
        { 'scan-positive': 0.99 },
        {
          mustNotMiss: rule({ threshold: 0.001, excludedWhen: [{ finding: 'scan-positive' }] }),
        },
      ),
    ];
    const { shown } = listOf({ diseases }, caseOf({ 'scan-positive': 'absent' }));
    expect(shown.map(({ diseaseId }) => diseaseId)).toEqual(['deadly', 'frequent', 'excluded']);
  });

  describe('with more than ten', () => {
    /** The list of as many diseases, each rarer than the one before; the last ones have a red flag. */
    const ofMany = (count: number, flagged: number): { ids: string[]; more: number } => {
      const ids = Array.from({ length: count }, (_, at) => `d${String(at).padStart(2, '0')}`);
      const diseases = ids.map((id, at) =>
        disease(id, 0.04 - at / 1000, {}, { mustNotMiss: rule({ threshold: 0.001 }) }),
      );
      const when = { finding: 'syncope', presence: 'present' } as const;
      const redFlags = [{ id: 'r', when, raises: ids.slice(count - flagged) }];
      const { shown, more } = listOf({ diseases, redFlags }, caseOf({ syncope: 'present' }));
      return { ids: shown.map(({ diseaseId }) => diseaseId), more };
    };

    it('shows ten, counts the rest, and never cuts one with a red flag', () => {
      const { ids, more } = ofMany(14, 2);
      expect(ids).toEqual(['d00', 'd01', 'd02', 'd03', 'd04', 'd05', 'd06', 'd07', 'd12', 'd13']);
      expect(more).toBe(4);
    });

    it('does not let red flags crowd out the first that has none', () => {
      const { ids, more } = ofMany(14, 11);
      expect(ids).toHaveLength(12);
      expect(ids[0]).toBe('d00');
      expect(more).toBe(2);
    });
  });

  it('never holds a disease that is impossible in this patient', () => {
    const diseases = [disease('ectopic', 0.2, {}, { restrict: { sex: 'female' }, mustNotMiss: rule() })];
    expect(listOf({ diseases }, caseOf({}, { ageYears: 30, sex: 'male' })).shown).toEqual([]);
  });
});

describe('a red flag', () => {
  const fires = (
    when: RedFlagCondition,
    observed: Record<string, string>,
    patient: EnginePatient = ADULT,
  ): boolean => {
    const redFlags = [{ id: 'r', when, raises: ['embolism'] }];
    return listOf({ ...RAISED, redFlags }, caseOf(observed, patient)).shown.some(({ redFlag }) => redFlag);
  };
  const syncope = { finding: 'syncope', presence: 'present' } as const;
  const softSign = { finding: 'soft-sign', presence: 'present' } as const;

  it.each<[string, RedFlagCondition, Record<string, string>, boolean]>([
    ['all parts', { all: [syncope, softSign] }, { syncope: 'present', 'soft-sign': 'present' }, true],
    ['not all parts', { all: [syncope, softSign] }, { syncope: 'present' }, false],
    ['any part', { any: [syncope, softSign] }, { 'soft-sign': 'present' }, true],
    ['a denial', { not: syncope }, { syncope: 'absent' }, true],
    ['no denial of what was not asked', { not: syncope }, {}, false],
    ['an absence', { finding: 'syncope', presence: 'absent' }, { syncope: 'absent' }, true],
    [
      'an absence implied from above',
      { finding: 'exertional-syncope', presence: 'absent' },
      { syncope: 'absent' },
      true,
    ],
    ['a state', { finding: 'd-dimer', states: ['high'] }, { 'd-dimer': 'high' }, true],
    ['another state', { finding: 'd-dimer', states: ['high'] }, { 'd-dimer': 'low' }, false],
    ['an age', { ageYears: [50, 51] }, {}, true],
    ['an age below its end', { ageYears: [40, 50] }, {}, false],
    ['a sex', { sex: 'female' }, {}, true],
    ['a pregnancy denied', { pregnant: true }, {}, false],
  ])('is judged by %s', (_, when, observed, expected) => {
    expect(fires(when, observed)).toBe(expected);
  });

  it('knows that a man is not pregnant, and nothing of what is unknown', () => {
    const nobody: EnginePatient = { ageYears: null, sex: 'unknown' };
    expect(fires({ pregnant: false }, {}, { ageYears: 30, sex: 'male' })).toBe(true);
    for (const when of [{ sex: 'male' }, { ageYears: [0, 120] }, { pregnant: false }] as const) {
      expect(fires(when, {}, nobody)).toBe(false);
      expect(fires({ not: when }, {}, nobody)).toBe(false);
    }
  });
});
