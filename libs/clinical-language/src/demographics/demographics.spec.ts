import { readText } from '../segmentation/read-text';
import { readDemographics } from './demographics';

const read = (text: string): string => {
  const { age, sex, pregnant } = readDemographics(readText(text));
  const years = age === undefined ? '-' : `${String(age.value)} ${age.unit}`;
  return `${years} ${sex ?? '-'}${pregnant === undefined ? '' : ` pregnant=${String(pregnant)}`}`;
};

describe('readDemographics', () => {
  it.each([
    ['A 34-year-old woman has a cough.', '34 a female'],
    ['A 3 wk old boy', '3 wk male'],
    ['67yo M with pain', '67 a male'],
    ['58 y/o female', '58 a female'],
    ['A thirty-four-year-old man', '34 a male'],
    ['34F presents', '34 a female'],
    ['A 6-month-old girl', '6 mo female'],
    ['A woman aged 41', '41 a female'],
    ['A 22-year-old Caucasian male', '22 a male'],
    ['This man has pain', '- male'],
    ['The patient has a cough. She is tired.', '- female'],
    ['患者男，67岁，胸痛', '67 a male'],
    ['患者女，58岁。', '58 a female'],
    ['女，30岁，孕30周', '30 a female pregnant=true'],
    ['患儿，6月龄', '6 mo -'],
    ['出生3天龄男婴', '3 d male'],
    ['67岁男性，其女儿陪同', '67 a male'],
    ['其女儿陪同', '- -'],
    ['A 25-year-old woman, 8 weeks pregnant', '25 a female pregnant=true'],
    ['A 60-year-old postmenopausal woman', '60 a female pregnant=false'],
    ['Cough for 3 days, temperature 38 F', '- -'],
    ['The 42-year-old mother fainted', '42 a female'],
    ['A 5-year-old, brought by his mother', '5 a male'],
    ['患者，42岁母亲，晕厥', '42 a female'],
    ['患儿，男，2岁3个月，因发热就诊', '27 mo male'],
    ['患儿，女，1岁半，咳嗽3个月', '18 mo female'],
    ['男，2岁，咳嗽3个月', '2 a male'],
    ['孕妇，31岁，见红', '31 a female pregnant=true'],
    ['26岁，停经48天，尿HCG阳性', '26 a female pregnant=true'],
    ['女，26岁，尿妊娠试验阴性', '26 a female pregnant=false'],
    ['A 26-year-old woman with a positive pregnancy test', '26 a female pregnant=true'],
    ['Past history: pregnant twice', '- -'],
    ['Family history: a brother of 50 years of age', '- -'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
