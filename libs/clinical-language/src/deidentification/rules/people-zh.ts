import { CLINICAL_CHAR, NO_NAME_ZH, SURNAME, SURNAME_ANY } from '../names-zh';
import { type MaskRule } from './mask-rule';

/** Two or three characters (four with a double family name) of which the first are a family name for sure or by place. */
const NAME = `(?!${NO_NAME_ZH})${SURNAME}\\p{Script=Han}{1,2}`;
const NAME_IN_PLACE = `(?!${NO_NAME_ZH})${SURNAME_ANY}\\p{Script=Han}{1,2}?`;
/** What a person does or has in a note: behind it a name ends. */
const VERB =
  '(?:代诉|代述|自诉|自述|主诉|诉|述|称|陪同|陪护|陪伴|陪送|护送|送入|送来|送至|患有|患|死于|因|于|签字|签名|联系|电话|记录|查房|会诊|接诊|测|予|今|现|同意|要求|告知|表示|发现|行走|顺产|入院|来院|就诊|报告|审核|手术|主刀|诊断|介绍|出现|突发|反复)';
const KIN =
  '(?:其|患者|患儿)?(?:父亲|母亲|妻子|丈夫|配偶|爱人|儿子|女儿|长子|次子|长女|次女|哥哥|弟弟|姐姐|妹妹|祖父|祖母|外公|外婆|爷爷|奶奶|儿媳|女婿|孙子|孙女|家属|朋友|同事|邻居|监护人|(?<=其|由)(?:父|母|妻|夫|子|女|兄|弟|姐|妹))';

const isNoClinicalWord: MaskRule['accept'] = (masked) => !CLINICAL_CHAR.test(masked.slice(1));
const rule = (pattern: string, accept: MaskRule['accept'] = isNoClinicalWord): MaskRule => ({
  kind: 'name',
  pattern: new RegExp(pattern, 'gu'),
  accept,
});

/** Names beside a relation, before brackets with what belongs to a person, and half hidden (陈某某); the others are weighed. */
export const CHINESE_NAME_RULES: readonly MaskRule[] = [
  rule(`${KIN}[ :,]{0,2}(?<it>${NAME_IN_PLACE})(?=${VERB}|[,(（]|签|[ ]|有)`),
  rule(
    `(?<=^|[,。;\\n :])(?<it>${NAME})(?=\\((?:电话|手机|住|男|女|身份证|住院号|\\[|\\d|妻|夫|子|女|父|母|其|患者))`,
  ),
  rule(`${SURNAME_ANY}(?:某{1,2}(?![一种些个类时年日地处])|[×*]{1,2}|[xX]{2})(?![A-Za-z])`, () => true),
];
