import { toEngineCase } from '@openrounds/clinical-language';
import { CaseInput } from '@openrounds/contracts';
import { shippedVocabulary } from '../support/shipped';

describe('what is gone where that is the finding', () => {
  const vocabulary = shippedVocabulary();
  const courseOf = (narrative: string): string | undefined =>
    toEngineCase(CaseInput.parse({ narrative }), vocabulary).observed.find(
      ({ findingId }) => findingId === 'illness-course',
    )?.state;

  it.each(['膝反射消失。', '足背动脉搏动消失。', '嗅觉消失。'])('does not get better: %s', (text) => {
    expect(courseOf(text)).toBeUndefined();
  });

  it('is a course elsewhere', () => {
    expect(courseOf('水肿已消失。')).toBe('resolving');
  });
});
