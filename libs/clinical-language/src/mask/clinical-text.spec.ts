import { deidentify } from './deidentify';

/** What notes are full of and nobody is called. */
describe('deidentify leaves clinical text alone', () => {
  it.each([
    'Ten years of MS. Fatigue is worse.',
    'Known severe MR. Echo shows a flail leaflet.',
    'A PR interval of 320 ms. He is tired.',
    'HR 72 reg. BP 158/82, equal on both sides.',
    'Amb crew: RR 4, sats 71%.',
    'NCS (OPD 2/52 ago): absent sural response.',
    '36 yo G3P2012, here for follow-up.',
    'fol N. ANCA/ANA neg. TSH N. AXR: dilated loops.',
    'O/E VA R 6/24, L 6/18.',
    'Ophth on call aware. Prox power 4/5. Sens intact.',
    'A temperature of 37.8 degrees Celsius for two days.',
    'Home from Sierra Leone, Costa Rica, Sri Lanka and the Democratic Republic of Congo.',
    'Will I need mine out?',
    'chest_pain: yes; ankle_oedema=1',
    '饮酒后无面部阵发潮红，看东西有重影。',
    '体温36.2，BP124/78，无奇脉。Lab：ACR 2860mg/g。',
    '强回声团伴声影、随体位移动，瓣叶未见赘生物。',
    '床单湿红，母有过敏性鼻炎，患儿曾流涕。',
    'Clinic note 18/12 F, squint.',
    '皮肤科 男大学生二十二岁 身上痒',
    '我家妹妹才八天，我家囡囡五十天了。',
    '医生：头痛、皮疹呢？患者：都没有。',
    '其他关节如常，晨僵半小时，乏力。\n查体：T39.1 P112 R28 BP86/50，双肺湿啰音。',
    '病理报告已出，免疫组化 CK7+ CK20- CDX2- TTF1- PAX8-，考虑腺癌，请肿瘤科会诊。',
    '化验单出来了 铜蓝蛋白零点零五 二十四小时尿铜四百二 肝功能还在等 明天再看',
    '脑脊液微浑。回报：白细胞 1860×10^6/L，葡萄糖 0.9mmol/L。',
  ])('%s', (text) => {
    expect(deidentify(text).text).toBe(text);
  });

  it.each([
    ['Ms. Okeke has MS. Seen by MR. STONE.', 'Ms. [name] has MS. Seen by MR. [name].'],
    [
      'Home from Sierra Leone. mrs okeke in New Zealand House, Exeter.',
      'Home from Sierra Leone. mrs [name] in [org].',
    ],
    ['It began in January. 51-year-old guy, Will Brown.', 'It began in January. 51-year-old guy, [name].'],
    ['患者王建国，男，68岁，阵发潮红。', '患者[name]，男，68岁，阵发潮红。'],
    ['经办：时雨初', '经办：[name]'],
  ])('and masks who is named in it: %s', (text, masked) => {
    expect(deidentify(text).text).toBe(masked);
  });
});
