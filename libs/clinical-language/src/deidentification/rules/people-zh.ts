import { CLINICAL_CHAR, NO_NAME_ZH, SURNAME, SURNAME_ANY } from '../names-zh';
import { type MaskRule } from './mask-rule';

/** Two or three characters (four with a double family name) of which the first are a family name for sure or by place. */
const NAME = `(?!${NO_NAME_ZH})${SURNAME}\\p{Script=Han}{1,2}`;
const NAME_IN_PLACE = `(?!${NO_NAME_ZH})${SURNAME_ANY}\\p{Script=Han}{1,2}?`;
const NO_MORE = '(?!\\p{Script=Han})';
/** What a person does or has in a note: behind it a name ends. */
const VERB =
  '(?:代诉|代述|自诉|自述|主诉|诉|述|称|陪同|陪护|陪伴|陪送|护送|送入|送来|送至|患有|患|死于|因|于|签字|签名|联系|电话|记录|查房|会诊|接诊|测|予|今|现|同意|要求|告知|表示|发现|行走|顺产|入院|来院|就诊|报告|审核|手术|主刀|诊断|介绍|出现|突发|反复)';
const PATIENT = '(?:患者|患儿|病人|产妇|孕妇|伤者|死者|老人|新生儿母亲)';
const KIN =
  '(?:其|患者|患儿)?(?:父亲|母亲|妻子|丈夫|配偶|爱人|儿子|女儿|长子|次子|长女|次女|哥哥|弟弟|姐姐|妹妹|祖父|祖母|外公|外婆|爷爷|奶奶|儿媳|女婿|孙子|孙女|家属|朋友|同事|邻居|监护人|(?<=其|由)(?:父|母|妻|夫|子|女|兄|弟|姐|妹))';
const ROLE =
  '(?:(?:责任|值班|主管|当班)?护士长?|(?:主治|主管|经治|申请|报告|审核|手术|麻醉|接诊|值班|住院|上级|会诊|首诊)?(?:医师|医生|大夫)|术者|主刀|助手|检查者|操作者|记录者?|记录人|审核者?|报告者?|报告人|陪同人|申请人|委托人|代理人)';
const LABEL =
  '(?:(?<!\\p{Script=Han})主管(?=[ :])|患者姓名|家属姓名|姓名|联系人|监护人|签名|签字|法定代理人|主诊|送检医师|采样者|录入者|病史陈述者|供史者)';
const TITLE =
  '(?:先生|女士|小姐|太太|大爷|大妈|大娘|大叔|大婶|阿姨|叔叔|伯伯|奶奶|爷爷|婆婆|老太|师傅|医生|医师|大夫|主任|教授|院长|护士|老师|同学)';

const isNoClinicalWord: MaskRule['accept'] = (masked) => !CLINICAL_CHAR.test(masked.slice(1));
const rule = (pattern: string, accept: MaskRule['accept'] = isNoClinicalWord): MaskRule => ({
  kind: 'name',
  pattern: new RegExp(pattern, 'gu'),
  accept,
});

/** Names of persons in Chinese: with a label, a title or a role, beside a relation, or as the subject of a note. */
export const CHINESE_NAME_RULES: readonly MaskRule[] = [
  rule(`(?<!\\p{Script=Han})[老小](?<it>${SURNAME})(?=[, ]|今晨|今日|昨|自诉|主诉|说)`, () => true),
  rule(`${LABEL}[ :是为]{0,3}(?<it>${SURNAME_ANY}(?:\\p{Script=Han}{1,2}|[xX×*某]{1,2}))${NO_MORE}`),
  rule(`(?:我叫|名叫|叫做|我是|本人)[ :]{0,2}(?<it>${NAME_IN_PLACE})(?=[,。;! ]|$|今年|，)`),
  rule(`${ROLE}[ :]{0,3}(?<it>${NAME_IN_PLACE})(?=${VERB}|${NO_MORE})`),
  rule(`${KIN}[ :,]{0,2}(?<it>${NAME_IN_PLACE})(?=${VERB}|[,(（]|签|[ ]|有)`),
  rule(`由(?<it>${NAME_IN_PLACE})(?=陪同|陪护|陪送|护送|送入|送来|送至|代诉|主刀|会诊|接诊)`),
  rule(`(?<=[请经与])(?<it>${NAME_IN_PLACE})(?=医生|医师|主任|教授|会诊)`),
  rule(`${PATIENT}[ ,:]{0,2}(?<it>${NAME_IN_PLACE})(?=[, ]{0,2}(?:男|女|\\d{1,3} ?岁|\\()|${VERB})`),
  rule(`(?<=^|[,。;\\n :])(?<it>${NAME_IN_PLACE})(?=[, ]{1,2}(?:男|女))`),
  rule(
    `(?<=^|[,。;\\n :])(?<it>${NAME})(?=\\((?:电话|手机|住|男|女|身份证|住院号|\\[|\\d|妻|夫|子|女|父|母|其|患者))`,
  ),
  rule(`${SURNAME_ANY}(?:某{1,2}(?![一种些个类时年日地处])|[×*]{1,2}|[xX]{2})(?![A-Za-z])`, () => true),
  rule(`(?<it>${SURNAME}\\p{Script=Han}{0,2}?)(?=${TITLE})`),
  rule(
    `(?<=^|[^\\p{Script=Han}]|[由经请被与和])(?<it>(?!${NO_NAME_ZH})${SURNAME_ANY}\\p{Script=Han}{0,2}?)(?=${TITLE})`,
  ),
];
