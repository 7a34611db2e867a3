import { type AssertionOfSpan, assertionOf } from './assertion-of';

/** `[…]` marks the concept. */
function said(marked: string): string[] {
  const text = marked.replace(/[[\]]/g, '');
  const start = Array.from(marked.slice(0, marked.indexOf('['))).length;
  const length = Array.from(marked.slice(marked.indexOf('[') + 1, marked.indexOf(']'))).length;
  const found = assertionOf(text, { start, end: start + length });
  const kinds: (keyof AssertionOfSpan)[] = ['negated', 'possible', 'historical', 'family', 'otherPerson'];
  return kinds.filter((kind) => found?.[kind]);
}

describe('assertionOf', () => {
  it.each<[string, string[]]>([
    ['She denies cough, [haemoptysis] and fever.', ['negated']],
    ['No rash but a [headache] since Monday.', []],
    ['No change in the [headache].', []],
    ['He has not improved on [amoxicillin].', []],
    ['She had a [clot] in her last pregnancy.', ['historical']],
    ['She had a clot in her last [pregnancy].', ['historical']],
    ['Her mother had a [clot].', ['family']],
    ['Past medical history: [asthma]. She now has cough.', ['historical']],
    ['Past medical history: asthma. She now has [cough].', []],
    ['否认高血压、[糖尿病]病史。', ['negated', 'historical']],
    ['否认外伤，对[青霉素]过敏。', []],
    ['超声未提示[胆囊结石]。', ['negated']],
    ['[胸膜摩擦音]未闻及。', ['negated']],
    ['[胸痛]未见放射。', []],
    ['[皮疹]已消退。', ['historical']],
    ['[咳嗽]未见明显好转。', []],
    ['未见明显诱因[晕厥]一次。', []],
    ['并非无[咳嗽]。', []],
    ['不再[咳嗽]。', ['historical']],
    ['患者不慎[跌倒]。', []],
    ['目前无法排除[心肌炎]。', ['possible']],
    ['[肺结核]不能完全排除。', ['possible']],
    ['上次妊娠时[子痫]。', ['historical']],
    ['其母患[乳腺癌]。', ['family']],
    ['他爸前年得过[脑梗]。', ['historical', 'family']],
    ['老伴两年前骨折后[卧床]。', ['otherPerson']],
    ['Dear colleague, thank you for seeing this woman with [cough].', []],
  ])('%s → %j', (marked, expected) => {
    expect(said(marked)).toEqual(expected);
  });

  it('says nothing where no word stands', () => {
    expect(assertionOf('fever   ', { start: 6, end: 7 })).toBeUndefined();
    expect(assertionOf('', { start: 0, end: 1 })).toBeUndefined();
  });

  it('counts code points, not UTF-16 units', () => {
    expect(said('😀😀 no [fever]')).toEqual(['negated']);
  });
});
