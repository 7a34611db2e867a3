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
    ['[盗汗]【×】', ['negated']],
    ['[盗汗]（×）', ['negated']],
    ['[盗汗]：没有 神志：清楚', ['negated']],
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
    ['The woman in the next bed [vomited] all night.', ['otherPerson']],
    ['有结核患者接触史。[咳嗽]两周。', []],
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

  describe('an exception stands, whatever is denied around it', () => {
    it.each<[string, string[]]>([
      ['She has no complaints apart from a [sore shoulder].', []],
      ['She has no [fever] apart from a sore shoulder.', ['negated']],
      ['Aside from [hay fever] he denies any allergy.', []],
      ['Aside from hay fever he denies [asthma].', ['negated']],
      ['除[左踝肿胀]外，其余关节未见肿胀。', []],
      ['除左踝肿胀外，其余关节[压痛]均未引出。', ['negated']],
      ['除了[口干]以外没有别的不舒服。', []],
    ])('%s → %j', (marked, expected) => {
      expect(said(marked)).toEqual(expected);
    });
  });

  describe('two denials are none', () => {
    it.each<[string, string[]]>([
      ['She is not without [nausea].', []],
      ['He could not deny [gambling].', []],
      ["I wouldn't say I'm not [dizzy].", []],
      ['It is untrue that she never [vomits].', []],
      ['No [cough] and not without nausea.', ['negated']],
      ['不能说有[气短]。', []],
    ])('%s → %j', (marked, expected) => {
      expect(said(marked)).toEqual(expected);
    });
  });

  describe('denials behind, by a bare verb, and at the head', () => {
    it.each<[string, string[]]>([
      ['Nausea comes, but [vomiting] does not.', ['negated']],
      ['The lesion does not [bleed].', ['negated']],
      ['[Blackouts] do not happen.', ['negated']],
      ['[Jaundice] has never been noticed.', ['negated']],
      ['He does not snore or [sleepwalk].', ['negated']],
      ['He does not snore, but [sleepwalks].', []],
      ['Hardly ever does she have a [headache].', ['negated']],
      ['He has never used [cocaine], heroin or cannabis.', ['negated']],
      ['He has never used cocaine, [heroin] or cannabis.', ['negated']],
    ])('%s → %j', (marked, expected) => {
      expect(said(marked)).toEqual(expected);
    });
  });

  describe('what a later clause or sentence takes back', () => {
    it.each<[string, string[]]>([
      ['The [numbness] resolved in a day.', ['historical']],
      ['Resolved [pneumonia] on the film.', ['historical']],
      ['She had a [fever] on Monday, but it has since cleared.', ['historical']],
      ['She had a [fever] on Monday, but the cough persists.', []],
      ['He noticed [tingling] of the lips. It faded within an hour.', ['historical']],
      ['He noticed [tingling] of the lips. It came back after supper.', []],
      ['He noticed [tingling] of the lips. It went away but has returned.', []],
      ['He noticed [tingling] of the lips. The rash faded within an hour.', []],
      ['A [nodule] was felt. This could not be confirmed on the scan.', []],
      ['起病时[头痛]，现已消失。', ['historical']],
      ['[Fits] in infancy; none since.', ['historical']],
      ['She used to [faint] at school.', ['historical']],
      ['昨晨[鼻出血]，后来没了。', ['historical']],
      ['昨晨[鼻出血]，好了又出。', []],
      ['[腹痛]进食后加重，休息后缓解。', []],
      ['入院时[喘息]，雾化后缓解，现无不适。', ['historical']],
    ])('%s → %j', (marked, expected) => {
      expect(said(marked)).toEqual(expected);
    });
  });

  describe('alternatives, chances and what is left open', () => {
    it.each<[string, string[]]>([
      ['[Gout] versus an infected joint.', ['possible']],
      ['Possibly a virus on top of known [asthma].', []],
      ['It makes a sort of [whistle].', []],
      ['双侧[乳房]对称性肿大。', []],
      ['Gout versus an [infected joint].', ['possible']],
      ['There is a slight chance she had a [seizure].', ['possible']],
      ['One cannot be certain that the [bruise] is old.', ['possible']],
      ['[Clubbing] was arguable.', ['possible']],
      ['I thought I could feel a [thrill].', ['possible']],
      ['The [liver edge] was felt, though the consultant was not convinced.', ['possible']],
    ])('%s → %j', (marked, expected) => {
      expect(said(marked)).toEqual(expected);
    });
  });

  it.each(['[Fever]: ___ Cough: yes', '[发热]：＿＿；咳嗽：有', '[Fever]: _ (left blank)'])(
    'a blank is no answer: %s',
    (marked) => {
      const text = marked.replace(/[[\]]/g, '');
      const start = Array.from(marked.slice(0, marked.indexOf('['))).length;
      const length = Array.from(marked.slice(marked.indexOf('[') + 1, marked.indexOf(']'))).length;
      expect(assertionOf(text, { start, end: start + length })?.conditional).toBe(true);
    },
  );

  describe('answers behind a comma or a space, and signs before', () => {
    it.each<[string, string[]]>([
      ['[流涕]，无；咳嗽，有。', ['negated']],
      ['流涕，无；[咳嗽]，有。', []],
      ['耳鸣 是 [眩晕] 否 耳痛 是', ['negated']],
      ['耳鸣 是 眩晕 否 [耳痛] 是', []],
      ['[耳鸣] 是 眩晕 否 耳痛 是', []],
      ['√口渴 ×尿痛 √[消瘦]', []],
      ['[呕吐]×2次。', []],
      ['[结节]，光滑，质硬。', []],
      ['头痛 乏力 [鼻塞] 已消失', ['historical']],
      ['[头痛] 乏力 鼻塞 已消失', []],
    ])('%s → %j', (marked, expected) => {
      expect(said(marked)).toEqual(expected);
    });
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
