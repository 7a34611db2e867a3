import { CaseCheckCode } from '@openrounds/contracts';
import { tinyBundle } from '@openrounds/testing';
import { namesOf } from '../run/names';
import { importRefusal, localised, presentChecks, presentStageForecast } from './present-case';

const bundle = tinyBundle();

describe('teaching cases in words', () => {
  it.each(['en', 'zh'] as const)('says in %s what each check found', (language) => {
    const checks = CaseCheckCode.options.map((code) => ({
      severity: 'error' as const,
      code,
      pointer: '/title',
      of: 'pulmonary-embolism',
    }));
    const said = presentChecks(checks, namesOf(bundle, language));
    expect(new Set(said.map(({ message }) => message)).size).toBe(checks.length);
    for (const each of said) {
      expect(Object.keys(each).sort()).toEqual(['code', 'message', 'pointer', 'severity']);
      expect(/[\u4e00-\u9fff]/.test(each.message)).toBe(language === 'zh');
    }
  });

  it('names diseases and findings', () => {
    const check = {
      severity: 'warning',
      code: 'key-in-text',
      pointer: '',
      of: 'pulmonary-embolism',
    } as const;
    expect(presentChecks([check], namesOf(bundle, 'en'))[0]?.message).toMatch(/Pulmonary embolism/i);
  });

  it('tells a text in the reader’s language, or in the other one and says so', () => {
    expect(localised({ en: 'pain', zh: '疼痛' }, 'zh')).toEqual({ text: '疼痛', language: 'zh' });
    expect(localised({ en: 'pain' }, 'zh')).toEqual({ text: 'pain', language: 'en' });
    expect(localised({ zh: '疼痛' }, 'en')).toEqual({ text: '疼痛', language: 'zh' });
  });

  it('gives a forecast its names', () => {
    const stage = {
      stageNo: 1,
      differential: [{ rank: 1, diseaseId: 'pulmonary-embolism', probability: 0.5, mustNotMiss: true }],
      other: 0.1,
      mustNotMiss: [{ diseaseId: 'pulmonary-embolism', probability: 0.5 }],
      nextTests: [{ testId: bundle.tests[0]?.id ?? '', expectedInformationGain: 0.2 }],
      keyRank: 1,
      keyProbability: 0.5,
    };
    const shown = presentStageForecast(stage, namesOf(bundle, 'zh'));
    const name = bundle.diseases.find(({ id }) => id === 'pulmonary-embolism')?.name.zh;
    expect(shown).toMatchObject({
      keyRank: 1,
      differential: [{ rank: 1, name }],
      mustNotMiss: [{ name }],
      nextTests: [{ name: bundle.tests[0]?.name.zh }],
    });
  });

  it('says why a case was not imported', () => {
    expect(importRefusal('hash-mismatch', 'en')).toMatch(/hash/);
    expect(importRefusal('hash-mismatch', 'zh')).toMatch(/哈希/);
  });
});
