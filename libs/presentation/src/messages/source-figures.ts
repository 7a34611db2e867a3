import { type Language } from '@openrounds/contracts';
import { type MeasuredSet } from '@openrounds/knowledge';
import { pointsWithRange, shareWithRange, type SourceFacts } from '../knowledge/source-facts';
import { type Message } from './message';

/** Codes and names under which evaluations are recorded, as they are said. */
const SAID: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    unknown: 'not told',
    neonate: 'newborn',
    'adult18-39': '18 to 39 years',
    'adult40-64': '40 to 64 years',
    'adult65-79': '65 to 79 years',
    'adult80+': '80 years and more',
    'primary-care': 'primary care',
    en: 'English',
    zh: 'Chinese',
  },
  zh: {
    ...{ sex: '性别', age: '年龄', language: '语言', setting: '场所', unknown: '未述及' },
    ...{ male: '男', female: '女', en: '英文', zh: '中文' },
    ...{ neonate: '新生儿', infant: '婴儿', child: '儿童', adolescent: '青少年' },
    'adult18-39': '18～39岁',
    'adult40-64': '40～64岁',
    'adult65-79': '65～79岁',
    'adult80+': '80岁及以上',
    ...{ emergency: '急诊', inpatient: '住院', 'primary-care': '基层门诊' },
    ...{ teaching: '教学', consecutive: '自然就诊' },
    'our own told cases': '本项目叙述式病例',
    'our own coded cases': '本项目编码病例',
    'our own teaching cases': '本项目教学病例',
    'our own first-contact cases': '本项目首诊自述病例',
    'frozen half': '封存的一半',
    'development half': '开发用的一半',
  },
};
const word = (name: string, language: Language): string =>
  SAID[language][name] ?? (language === 'zh' ? name.replace(AGE, '$1岁') : name);
/** An age that stands for one side of a pair. */
const AGE = /^([\d.]+) years$/;
/** Kind of cases, half and sample, each by its name. */
const setName = (name: string): string =>
  name
    .split(', ')
    .map((part) => word(part, 'zh'))
    .join('，');

/** `5f0883a3d2`: enough of a version to tell it from others. */
export const shortOf = (knowledge: string): string => knowledge.slice(0, 10);

/** Of which knowledge figures are; where it is not the one that is described, that too. */
const measuredWith: Message<{ measuredOn: string; of: string; active: string }> = {
  en: ({ measuredOn, of, active }) =>
    of === active
      ? `Measured on ${measuredOn} with this version of the knowledge base, ${shortOf(of)}.`
      : `Measured on ${measuredOn} with version ${shortOf(of)} of the knowledge base, not with the one in use, ${shortOf(active)}: what changed between them is not in these figures.`,
  zh: ({ measuredOn, of, active }) =>
    of === active
      ? `于${measuredOn}以本知识库版本（${shortOf(of)}）测得。`
      : `于${measuredOn}以知识库版本${shortOf(of)}测得，并非当前使用的版本${shortOf(active)}；两版之间的改动未计入上述数值。`,
};

const versionsOf = ({ measuredOn, knowledge }: MeasuredSet, active: string) => ({
  measuredOn,
  of: knowledge,
  active,
});

/** The name of a set at the beginning of a sentence. */
const begun = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The figures of each set of cases, and of which knowledge they are. */
export const validity: Message<SourceFacts> = {
  en: ({ measured: sets, knowledge }) =>
    sets
      .map(
        (set) =>
          `${begun(set.name)} (${String(set.cases)} invented cases, ${String(set.diagnoses)} diagnoses, case mix ${set.caseMix}): right diagnosis first ${shareWithRange(set.top1, 'en')}, among three ${shareWithRange(set.top3, 'en')}, among five ${shareWithRange(set.top5, 'en')}; of ${String(set.mustNotMissCases)} dangerous ones ${shareWithRange(set.mustNotMissRecall, 'en')} on the must-not-miss list; expected calibration error ${shareWithRange(set.calibrationError, 'en')}. ${measuredWith.en(versionsOf(set, knowledge))}`,
      )
      .join(' '),
  zh: ({ measured: sets, knowledge }) =>
    sets
      .map(
        (set) =>
          `${setName(set.name)}（虚构病例${String(set.cases)}例，诊断${String(set.diagnoses)}种，病例配比：${word(set.caseMix, 'zh')}）：正确诊断居首${shareWithRange(set.top1, 'zh')}，前三${shareWithRange(set.top3, 'zh')}，前五${shareWithRange(set.top5, 'zh')}；${String(set.mustNotMissCases)}例危险诊断列入不可漏诊清单${shareWithRange(set.mustNotMissRecall, 'zh')}；预期校准误差${shareWithRange(set.calibrationError, 'zh')}。${measuredWith.zh(versionsOf(set, knowledge))}`,
      )
      .join(''),
};

/** Groups and pairs of each set that has them. */
export const fairness: Message<SourceFacts> = {
  en: ({ measured: sets, knowledge }) =>
    sets
      .map((set) =>
        [
          `${begun(set.name)}, right diagnosis among three by group:`,
          `${set.groups.map(({ attribute, value, cases, top3 }) => `${word(attribute, 'en')} ${word(value, 'en')} ${shareWithRange(top3, 'en')} of ${String(cases)}`).join('; ')}.`,
          ...set.swaps.map(
            ({ sides: [first, second], pairs, competitorsAlone, neutralPairs, neutralTop3Difference }) =>
              `The same case as ${word(second, 'en')} less as ${word(first, 'en')}: among three ${pointsWithRange(neutralTop3Difference, 'en')} in the ${String(neutralPairs)} for which it should not matter; what competitors alone do to the right disease's probability in ${String(pairs)}: ${pointsWithRange(competitorsAlone, 'en')}.`,
          ),
          measuredWith.en(versionsOf(set, knowledge)),
        ].join(' '),
      )
      .join(' '),
  zh: ({ measured: sets, knowledge }) =>
    sets
      .map((set) =>
        [
          `${setName(set.name)}，各组正确诊断列入前三：`,
          `${set.groups.map(({ attribute, value, cases, top3 }) => `${word(attribute, 'zh')} ${word(value, 'zh')} ${String(cases)}例 ${shareWithRange(top3, 'zh')}`).join('；')}。`,
          ...set.swaps.map(
            ({ sides: [first, second], pairs, competitorsAlone, neutralPairs, neutralTop3Difference }) =>
              `同一病例改换患者（${word(second, 'zh')}减${word(first, 'zh')}）：理应无关的${String(neutralPairs)}对中，列入前三相差${pointsWithRange(neutralTop3Difference, 'zh')}；${String(pairs)}对中仅由其他疾病引起的正确诊断概率变化为${pointsWithRange(competitorsAlone, 'zh')}。`,
          ),
          measuredWith.zh(versionsOf(set, knowledge)),
        ].join(''),
      )
      .join(''),
};

/** Out of fold, as the fit recorded them: `avey: top 1 after: 0.647`; nothing where it recorded none. */
export function sameSource(
  figures: Readonly<Record<string, number>>,
  language: Language,
  sentence: (said: string) => string,
): string | undefined {
  const after = Object.entries(figures).filter(([name]) => name.endsWith('after'));
  if (after.length === 0) return undefined;
  return sentence(after.map(([name, value]) => `${fitName(name, language)}: ${String(value)}`).join('; '));
}

const FIT_WORDS: readonly (readonly [string, string])[] = [
  ['(left out)', '（未参与拟合）'],
  ['log loss', '对数损失'],
  ['top 1', '首位正确率'],
  [' after', '（拟合后）'],
  [': ', '：'],
];

const fitName = (name: string, language: Language): string =>
  language === 'en'
    ? name
    : FIT_WORDS.reduce((said, [from, to]) => said.replace(` ${from}`, to).replace(from, to), name);
