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
    ['no fever no vomiting on examination a swollen [knee]', []],
    ['he denies chest pain and [palpitations] on examination he has a murmur', ['negated']],
    ['No relevant past medical history of [diabetes].', ['negated', 'historical']],
    ['denies frequency pulse one hundred and ten [confused]', []],
    ['no jaundice [liver palpable] three fingers below the margin', []],
    ['No evidence of DVT on ultrasound or [embolism] on CT.', ['negated']],
    ['no murmur on auscultation or [thrill] on palpation', ['negated']],
    ['no cough PMH [asthma]', ['historical']],
    ['FHx: father vitiligo. O/E [plaques] over both elbows', []],
    ['FHx: father vitiligo O/E [plaques] over both elbows', []],
    ['sister with coeliac disease haemoglobin 82 [stomatitis] noted', []],
    ['possible pneumonia sats 88 percent [cyanosed]', []],
    ['32 weeks, one previous stillbirth, itchy [palms]', []],
    ['A woman who had a baby three years ago has [swelling] of a leg', []],
    ["My little boy has been wheezing; I've got [asthma] myself.", ['family']],
    ['My husband says I snore and he has high [blood pressure].', ['otherPerson']],
    ['I look after a lady with [shingles].', ['otherPerson']],
    ['Three children in his class have had [chickenpox]; he has blisters.', ['otherPerson']],
    ['没有发热没有咳嗽查体[压痛]反跳痛阳性', []],
    ['没有发热没有[咳嗽]查体压痛反跳痛阳性', ['negated']],
    ['没有呕吐腹部B超[胆囊结石]', []],
    ['没有晕厥高血压十年[头晕]', []],
    ['考虑肺炎血氧饱和度百分之八十八口唇[发绀]', []],
    ['家族史：父亲有高血压查体血压180/110[颈静脉怒张]', []],
    ['孩子发烧三天，我本人也有[鼻炎]', ['family']],
    ['我老公[打呼噜]，我睡不好，白天头晕', ['otherPerson']],
    ['我哥[前列腺癌]去年手术，我最近尿频', ['family']],
    ['Dear colleague, thank you for seeing this woman with [cough].', []],
    ['Tender belly, [jaundice]?', ['possible']],
    ['Why does she have [jaundice]?', []],
    ['Bleeding? None. [Headache]? Slight.', []],
    ['Any [fever]? No.', ['negated']],
    ['I cannot tell if she had a [fever].', ['possible']],
    ['Whether he has lost [weight] he does not know.', ['possible']],
    ['On no occasion has there been [haematuria].', ['negated']],
    ['发热，[黄疸]？', ['possible']],
    ['有没有[黑便]，记不清了。', ['possible']],
    ['[痛经]吗？有。', []],
    ['同房[出血]呢，没有。', ['negated']],
    ['也没有过[抽搐]。', ['negated']],
    ['[打鼾]——响得很；假牙——没有。', []],
  ])('%s → %j', (marked, expected) => {
    expect(said(marked)).toEqual(expected);
  });

  describe('a sign that was felt or listened for in vain is denied', () => {
    const forms = [
      'The [X] was not palpable',
      'The [X] could not be felt',
      "The [X] couldn't be palpated",
      'I could not feel any [X]',
      "We couldn't feel a [X]",
      'I was unable to palpate the [X]',
      'Cannot palpate any [X]',
      'No [X] could be felt',
      '[X]未触及',
      '[X]未扪及',
      '[X]摸不到',
      '[X]无法触及',
      '[X]没摸到',
      '未触及[X]',
      '未能扪及[X]',
      '摸不到[X]',
      '无法触及[X]',
      '[X]未闻及',
      '未闻及[X]',
      '没听到[X]',
      '听不到[X]',
      'No [X] could be heard',
      'I could not hear any [X]',
      'The [X] was not heard',
    ];
    const signs = { en: ['spleen', 'breast lump', 'murmur'], zh: ['脾脏', '结节', '杂音'] };
    const sentences = forms.flatMap((form) =>
      signs[/\p{Script=Han}/u.test(form) ? 'zh' : 'en'].map((sign) => form.replace('X', sign)),
    );

    it.each(sentences)('%s', (marked) => {
      expect(said(marked)).toEqual(['negated']);
    });

    it.each([
      'He cannot feel his [feet]',
      'She cannot hear [people] talk',
      'The [spleen] could be felt',
      '他走不动，[腿]软',
    ])('and what the patient cannot do, or what could be felt, is not: %s', (marked) => {
      expect(said(marked)).toEqual([]);
    });
  });

  it('says nothing where no word stands', () => {
    expect(assertionOf('fever   ', { start: 6, end: 7 })).toBeUndefined();
    expect(assertionOf('', { start: 0, end: 1 })).toBeUndefined();
  });

  it('counts code points, not UTF-16 units', () => {
    expect(said('😀😀 no [fever]')).toEqual(['negated']);
  });
});
