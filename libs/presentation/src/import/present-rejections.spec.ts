import { tinyBundle } from '@openrounds/testing';
import { namesOf } from '../run/names';
import { presentRejections } from './present-rejections';

const bundle = tinyBundle();
const [finding] = bundle.findings;

describe('presentRejections', () => {
  it.each([
    ['en', 'LOINC 1-8 is not in the vocabulary.', `${finding?.name.en ?? ''}: the unit does not fit.`],
    ['zh', '词汇表中没有LOINC 1-8。', `${finding?.name.zh ?? ''}：单位与该指标不符。`],
  ] as const)('gives the reasons in %s, findings by name', (language, unknown, unfit) => {
    const rejections = [
      { pointer: '/entry/0/resource/code', code: 'unknown-code', detail: { coding: 'LOINC 1-8' } },
      {
        pointer: '/rows/2/unit',
        code: 'unit-not-convertible',
        detail: { findingId: finding?.id ?? '' },
        line: 4,
      },
    ] as const;
    expect(presentRejections(rejections, namesOf(bundle, language))).toEqual([
      { pointer: '/entry/0/resource/code', code: 'unknown-code', reason: unknown },
      { pointer: '/rows/2/unit', code: 'unit-not-convertible', reason: unfit, line: 4 },
    ]);
  });
});
