import fc from 'fast-check';
import { deidentify } from './deidentify';

describe('deidentify', () => {
  it.each([
    ['Mr John Smith, MRN 4482913.', 'Mr [name], MRN [mrn].'],
    ['Sarah presents with cough.', '[name] presents with cough.'],
    ['Her husband David Jones called Dr. Patel.', 'Her husband [name] called Dr. [name].'],
    ['Mary Brown is a 45-year-old woman.', '[name] is a 45-year-old woman.'],
    ['Call +44 20 7946 0958 or j.smith@example.org.', 'Call [phone] or [email].'],
    ['See https://example.org/x?id=1 now', 'See [url] now'],
    ["Seen at St Mary's Hospital on 3 March 2024.", 'Seen at [org] on [date].'],
    ['Born 12/05/1948, seen 2024-05-01.', 'Born [date], seen [date].'],
    ['Lives at 12 Baker Street, London.', 'Lives at [address].'],
    ['SSN 123-45-6789', 'SSN [national-id]'],
    ['A 93-year-old man, aged 93.', 'A 90-year-old man, aged 90.'],
    ['患者张伟，男，92岁，住院号：0012345。', '患者[name]，男，90岁，住院号：[mrn]。'],
    ['身份证11010519491231002X，电话13812345678。', '身份证[national-id]，电话[phone]。'],
    ['家住北京市朝阳区建国路88号。', '家住[address]。'],
    ['2024年3月5日就诊于北京协和医院，李医生接诊。', '[date]就诊于[org]，[name]医生接诊。'],
    ['微信号：zhang_wei88，车牌京A12345。', '微信号：[wechat]，车牌[plate]。'],
    ['卡号6222021234567890128', '卡号[bank]'],
    ['王女士，陈某某', '[name]女士，[name]'],
    ['手机１３８１２３４５６７８', '手机[phone]'],
    ['phone 138\u200b12345678', 'phone [phone]'],
  ])('%s', (text, expected) => {
    expect(deidentify(text).text).toBe(expected);
  });

  it.each([
    "Parkinson's disease, Crohn's disease and Wilson disease; Murphy's sign is positive.",
    'Adams-Stokes attacks, Graves disease, Guillain-Barré syndrome.',
    'A 58-year-old woman has had a cough for 3 days; 89-year-old father.',
    'BP 118/74 mmHg, HR 112/min, Na 138 mmol/L, D-dimer 2.4 mg/L, PaO2 62 mmHg, pH 7.31.',
    'WBC 14.2 x10^9/L, Hb 12.5 g/dL, platelets 250,000/uL, troponin 350 ng/L.',
    'Paracetamol 500 mg 4 times a day; knee replacement 11 days ago.',
    '王氏征阳性，巴宾斯基征阴性，墨菲征阳性。',
    '患者高热，黄染，白细胞14.2×10^9/L，体温38.9℃，血压118/74mmHg。',
    '11天前行左膝关节置换术，3天前发热，孕30周，当地医院予治疗。',
    '患者女，58岁，今晨突发呼吸困难。',
  ])('leaves alone: %s', (text) => {
    expect(deidentify(text)).toMatchObject({ text, masked: [] });
  });

  it('counts what it masked and never repeats it', () => {
    expect(deidentify('Mr Smith and Mrs Jones, tel 020 7946 0958').masked).toEqual([
      { kind: 'name', count: 2 },
      { kind: 'phone', count: 1 },
    ]);
  });

  it('changes nothing that it has masked already', () => {
    const once = deidentify(
      "Mr John Smith, 93-year-old, seen at St Mary's Hospital on 3 March 2024, 张某某",
    ).text;
    expect(deidentify(once).text).toBe(once);
  });

  it('leads from offsets on one side to those on the other', () => {
    const text = '😀 Mr Smith has a cough; call 13812345678 for the rash.';
    const result = deidentify(text);
    const place = (within: string, word: string): number =>
      Array.from(within.slice(0, within.indexOf(word))).length;
    for (const word of ['cough', 'rash', '😀']) {
      const original = { start: place(text, word), end: place(text, word) + Array.from(word).length };
      const masked = result.toMasked(original);
      expect(Array.from(result.text).slice(masked.start, masked.end).join('')).toBe(word);
      expect(result.toOriginal(masked)).toEqual(original);
      expect(result.quoteOriginal(masked)).toEqual({ ...original, quote: word });
    }
    const placeholder = { start: place(result.text, '[phone]') + 1, end: place(result.text, '[phone]') + 3 };
    expect(result.quoteOriginal(placeholder).quote).toBe('13812345678');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const result = deidentify(text);
        const whole = { start: 0, end: Array.from(text).length };
        expect(result.toOriginal(result.toMasked(whole))).toEqual(whole);
        if (result.masked.length === 0) expect(result.text).toBe(text);
      }),
    );
  });

  it.each([
    '1',
    'a@',
    '1-',
    'Aa ',
    'Mr ',
    '北京市',
    '北京路',
    '患者',
    '2020年',
    'a.',
    '+1 ',
    '第一人民',
    '于',
  ])('20,000 characters of %j take no more than a moment', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
    const start = performance.now();
    deidentify(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
