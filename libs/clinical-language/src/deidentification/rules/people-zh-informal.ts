import { CLINICAL_CHAR, GIVEN_CHAR, NO_NAME_ZH, SURNAME_ANY, SURNAME_RARE } from '../names-zh';
import { type MaskRule } from './mask-rule';

const NAME = `(?!${NO_NAME_ZH})${SURNAME_RARE}\\p{Script=Han}{1,2}?`;
const NO_HAN_BEFORE = '(?<!\\p{Script=Han})';
/** Behind a name a sentence goes on with a time, a verb, a denial or a complaint. */
const GOES_ON =
  '(?=[,;:/、。!(（]|$|\\n| ?(?:\\d|\\[)|的|[未无诉述称说讲看见发这那近最一予今昨前明夜晨早晚下上现已仍又也就在把被把给从因于突发低高疼中腹胸头咳呕恶吐泻血体尿便烦神精入行拒要请同陪送代电打叫喊喝吃走跑摔晕描])';
const PATIENT = '(?:患者|患儿|病人|病员|产妇|孕妇|伤者|死者|伤员|嫌疑人|学生)';
const NEAR =
  '(?:家属|爱人|老公|老婆|媳妇|丈夫|妻子|男友|女友|男朋友|女朋友|对象|室友|舍友|同屋|工友|同学|同事|房东|邻居|老板|老乡|护工|保姆|朋友|监护人|儿子|女儿|孙子|孙女|外孙|外孙女|儿媳|女婿|姐姐|妹妹|哥哥|弟弟|父亲|母亲)';
const STAFF =
  '(?:医师签字|医生签字|签名|签字|署名|记录者?|记录人|审核者?|报告者?|录入者?|主刀|术者|[一二三]助|助手|麻醉|麻醉师|器械护士|巡回护士|巡回|洗手护士|(?:住院|主治|主管|经治|副主任|主任|进修|实习|规培|值班|接诊|管床|报告|审核|检查|申请|送检|会诊|手术|首诊)医[师生]|(?:责任|主管|值班)?(?:护师|药师|技师|技士)|责任护士|值班护士)';
/** 老师, 小便, 大腿: words that a family name in second place would make names of. */
const NO_NICKNAME =
  '(?:小苏打|大黄|[小大老阿][孔便腿肠脑时白于米管方关面牛鱼车路单包农冷红古东边叶]|小[儿孩伙姐腹剂结丘细三]|大[夫叔婶姨爷娘妈伯量约多小]|老[人师年是公婆伴家乡太板汉爷奶])';

const isNoClinicalWord: MaskRule['accept'] = (masked) => !CLINICAL_CHAR.test(masked.slice(1));
const notPatientWords: MaskRule['accept'] = (masked) =>
  !CLINICAL_CHAR.test(masked) && !/患者|病人|家属|老年|中年|青年|成年|男|女|平素|既往|姓名|性别/.test(masked);
const anything: MaskRule['accept'] = () => true;

const rule = (pattern: string, accept: MaskRule['accept'] = isNoClinicalWord): MaskRule => ({
  kind: 'name',
  pattern: new RegExp(pattern, 'gu'),
  accept,
});

const FORMAL_PLACES: readonly MaskRule[] = [
  rule(
    `(?:名字|全名|真名|小名|姓名|乳名|网名|昵称)(?:是|叫|为)?[ :]{1,2}(?<it>\\p{Script=Han}{2,4})(?=[,。;(（ ]|$|\\n)`,
    (masked) => !/患者|病人|不详|未知|保密|同上|性别/.test(masked),
  ),
  rule(
    `${PATIENT}[ ,:]{0,2}(?<it>${NAME})(?=[, ]{1,2}(?:男|女|\\d{1,3} ?岁|诉|因|于|停经|孕)|[今昨前][晨晚夜日天]|诉|因|于\\d|突发|\\(|。)`,
  ),
  rule(`(?<=^|[,。;；\\n :：])\\d{1,3}(?:-\\d{1,2})?\\+? ?床[ ,:]?(?<it>${NAME})${GOES_ON}`),
  rule(`${STAFF}[ :：(（]{0,2}(?<it>${NAME})(?=[,;。/、 )）]|$|\\n)`),
  rule(`(?<=^|[,。;\\n :：])(?<it>${NAME})(?=之[子女父母妻夫])`),
  rule(`(?<=^|[,。;\\n :])(?<it>${NAME})(?=[, ]{1,2}[男女][,性 ])`),
  rule(
    `(?:随访对象|服务对象|值班|责任人|主班|白班|夜班|陪护|陪护人|家长|老师|队友|患者(?:丈夫|妻子|母亲|父亲|儿子|女儿))[ :：]{0,2}(?<it>${NAME})(?=[,。;!]|$|\\n|说|诉|签|代|陪|发现|也|先|告|要|来|送)`,
  ),
  rule(`${PATIENT}[(（](?<it>${NAME})[)）]`),
  rule(`(?<=姓\\p{Script=Han},|姓\\[name\\],)名(?<it>\\p{Script=Han}{1,2})(?=[,。;]|$)`, anything),
  rule(`(?<=^|[,。;\\n])姓(?<it>${SURNAME_RARE})(?=[,。;]|$)`, anything),
  rule(`(?:我|他|她|患者|免贵|本人)姓(?<it>${SURNAME_RARE})(?=[,。;、 ]|$|名|住|今年)`, anything),
  rule(
    `(?<=[)）\\d一二三四五六]班|年级|[高初小大][一二三四五六]|高[一二三](?:学生)?|学生|同学|队员|战士|工友|职工|员工)(?<it>${NAME})(?=[,，。]|月经|说|诉|突|晕|发|咳|腹|头|今|昨|被|在)`,
  ),
  rule(`(?:我叫|名叫|叫做|我是|大名|小名|乳名|署名)[ :]{0,2}(?<it>${NAME})(?=[,。;!()（）]|$|\\n|今年)`),
];

/** Names that have no Chinese family name: with a dot, in Latin letters, or beside sex, origin or trade. */
const OTHER_ORIGINS: readonly MaskRule[] = [
  rule(
    `${PATIENT} ?(?<it>\\p{Script=Han}{2,6})(?=[, ]{1,2}(?:[男女]|\\p{Script=Han}{1,4}[族籍国](?:[,。人留]|$)|\\p{Script=Han}{1,2}籍|牧民|农民|工人|学生|留学生|司机|教师))`,
    notPatientWords,
  ),
  rule(
    "(?:患者|病人|门诊|姓名|家属|床)[ :]{0,2}(?<it>\\p{Lu}[\\p{Script=Latin}'-]{1,18} \\p{Lu}[\\p{Script=Latin}'-]{1,18})(?=[,;。( ]|$|\\p{Script=Han})",
    anything,
  ),
];

const NICKNAMES: readonly MaskRule[] = [
  rule(
    `(?<=^|[,。;\\n]|${NEAR}|表[哥弟姐妹]|堂[哥弟姐妹]|[侄外]甥?[子女])(?<it>[大二三四小阿老]${GIVEN_CHAR}|[大二三四小阿]壮)(?=[她他]|的|${GOES_ON.slice(3, -1)})`,
    anything,
  ),
  rule(
    `(?<=${NEAR}|护士|医生|${NO_HAN_BEFORE}|[请叫找])(?!${NO_NICKNAME})(?<it>[小大]${SURNAME_ANY})${GOES_ON}`,
    anything,
  ),
  rule(`${NO_HAN_BEFORE}(?<it>${SURNAME_ANY})(?=老(?![年人师是公婆家伴板乡花胃]))`, anything),
  rule(
    `(?:我家|俺家|我们家|俺们家|我儿子|我女儿|${PATIENT}|宝宝|儿子|女儿|孙子|孙女)(?!妈妈|爸爸|奶奶|爷爷|哥哥|姐姐|弟弟|妹妹|宝宝|娃娃|常常|往往|天天|渐渐|偶偶|刚刚|频频|反反)(?<it>(?<same>\\p{Script=Han})\\k<same>)`,
    (masked) => !CLINICAL_CHAR.test(masked),
  ),
];

/** Names of persons in Chinese as chats, handovers and signatures give them. */
export const CHINESE_INFORMAL_NAME_RULES: readonly MaskRule[] = [
  ...FORMAL_PLACES,
  ...OTHER_ORIGINS,
  ...NICKNAMES,
];

/** What is told before any weighing: names with a middle dot, a Latin initial, a pen name, a family name alone behind a post. */
export const CHINESE_FIRST_NAME_RULES: readonly MaskRule[] = [
  rule(
    '(?:患者|患儿|病人|产妇|孕妇)?(?<it>\\p{Script=Han}{2,6}(?:[·•.]\\p{Script=Han}{1,8}){1,3}?)(?=[, ,。;()]|$|\\n|[女男]|说|诉|因)',
    (masked) => /[·•]/.test(masked) && !/(?:病|征|综合征|试验|氏)$/.test(masked),
  ),
  rule('(?<![A-Za-z])(?<it>[A-Z])(?=某|女士|先生|小姐|太太|同学|老师|大爷|阿姨)', anything),
  rule(
    '(?<=群里的|群友|网友|昵称|微信名|网名|宝妈)(?<it>[\\p{Script=Han}A-Za-z]{2,5}?(?:妈妈|爸爸|麻麻|奶奶|姐姐))',
    anything,
  ),
  rule(
    '(?<=化名|假名|艺名|笔名|小名|乳名|外号|绰号|人称)[:叫为是]?(?<it>\\p{Script=Han}{2,4}?)(?=[,。;)(的]|$)',
    anything,
  ),
  rule(`(?<=[个位名])姓(?<it>${SURNAME_RARE})(?=的)`, anything),
  rule(
    `(?<=^|[,。;\\n])(?<it>${SURNAME_ANY}[一二三四五六]?)家(?=[大二三四小老]{0,2}(?:媳妇|儿子|女儿|闺女|小子|丫头|孩子|婆婆|公公|的(?:牛|羊|猪|狗|孩|媳|儿|女)))`,
    anything,
  ),
  rule(
    `(?:医[生师]|护士长?|大夫|主任|值班|[一二三]线|主班|副班|夜班|白班|责护|审核|复核|核对)[ :]?(?<it>(?![单全查时同])${SURNAME_RARE})(?=[,。;、/)]|$|\\n)`,
    anything,
  ),
  rule(`${STAFF}[ :]?(?<it>${SURNAME_RARE})(?=[,。;、/)]|$|\\n)`, anything),
];
