import { isIban } from '../checksums';
import { type MaskRule } from './mask-rule';

/** A single digit in words, as telephone numbers are dictated; "oh seven", "double four". */
const DIGIT_WORD = '(?:(?:double|triple) )?(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)';
/** Read out digit by digit: a number told so leads to somebody, a measured value is said with its tens and hundreds. */
const DIGIT_ZH = '[零〇○Ｏ一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]';
const CALLED =
  '(?:[Tt]el|[Pp]h|[Pp]hone|[Mm]ob|[Mm]obile|[Cc]ell|[Cc]all|[Tt]ext|[Rr]ing(?: me)?|[Nn]umber is|[Nn]o\\. is|[Cc]ontact|[Ff]ax|WhatsApp|[Vv]oicemail)';
const NETWORK_EN =
  '(?:[Ii]nsta(?:gram)?|IG|[Tt]elegram|[Ff]acebook|FB|[Ss]nap(?:chat)?|[Ss]kype|[Tt]witter|[Tt]ik ?[Tt]ok|[Ww]eibo|WhatsApp|[Dd]iscord|[Ll]inked[Ii]n|[Rr]eddit|[Ss]ignal|[Mm]astodon|LINE)';
const NETWORK_ZH = '(?:抖音|快手|小红书|微博|钉钉|知乎|B站|贴吧|支付宝|陌陌|企业微信|微信|V信|v信|推特|脸书)';

const rule = (
  kind: MaskRule['kind'],
  pattern: string,
  flags = 'gu',
  accept?: MaskRule['accept'],
): MaskRule => ({ kind, pattern: new RegExp(pattern, flags), ...(accept && { accept }) });

/** Numbers and accounts as people tell them: in words, in parts, beside the name of a network. */
export const INFORMAL_NUMBER_RULES: readonly MaskRule[] = [
  rule(
    'mrn',
    '\\b(?:MRN|URN|CRN|UR|HN|[Rr]equest|[Rr]eport|[Oo]rder|[Ll]ab)(?: (?:is|no\\.?|number|id))?[ :#]{1,2}(?<it>(?=[A-Z0-9/-]{0,14}\\d{3})[A-Z0-9][A-Z0-9/-]{4,16})(?![\\w.]\\d)',
  ),
  rule(
    'bank',
    '\\b(?:[Cc]ard|[Aa]ccount|[Aa]cc)(?: (?:number|no\\.?))? ending(?: in)? (?<it>\\d{3,6})(?!\\d)',
  ),
  rule(
    'mrn',
    '\\b(?:[Ss]ample|[Ss]pecimen|[Bb]iopsy|[Hh]istology|[Ss]lide|[Bb]lock)(?: (?:no\\.?|number|id|ref))?[ :#]{1,2}(?<it>(?=[A-Z0-9-]{0,12}\\d{3})[A-Z0-9][A-Z0-9-]{4,14})(?![\\w.]\\d)',
  ),
  rule('national-id', '(?:尾号|末四位|后四位|末尾|后六位)[ :是为]{0,3}(?<it>\\d{3,6}[\\dX]?)(?!\\d)', 'giu'),
  rule(
    'bank',
    '(?<![A-Z0-9])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])',
    'gu',
    isIban,
  ),
  rule('phone', `\\b${DIGIT_WORD}(?:[ ,-]{1,2}${DIGIT_WORD}){5,14}\\b`, 'giu'),
  rule('phone', `${DIGIT_ZH}(?:[- ]?${DIGIT_ZH}){6,14}`),
  rule('phone', `${DIGIT_ZH}{2,4}(?:[,、 ]${DIGIT_ZH}{2,4}){2,4}`),
  rule(
    'phone',
    `(?:${CALLED}(?:\\/[a-z]{3,6})?[ :.#]{1,3})(?<it>\\+?[(]?[\\dO][\\dO ().-]{5,17}[\\dO])(?![\\dA-Za-z])`,
    'gu',
    (masked) => masked.replace(/[^\dO]/g, '').length >= 7,
  ),
  rule('phone', '(?<![\\d.])1[3-9]\\d[-. ]\\d{4}[-. ]\\d{4}(?![\\d.])'),
  rule('phone', '(?<![\\d.])0\\d{2,3}[- ]\\d{3,4}[- ]\\d{4}(?:转(?:分机)?\\d{1,5})?(?!\\d)'),
  rule('phone', '(?<![\\d.])[(]\\d{3}[)] ?\\d{3,4}[- ]\\d{3,4}(?!\\d)'),
  rule(
    'wechat',
    `${NETWORK_EN}(?: (?:handle|id|name|account|user(?:name)?))?[ :=]{1,3}(?<it>@?[A-Za-z][\\w.:-]{3,40}\\w)`,
    'gu',
    (masked) => /[@_.:\d]/.test(masked),
  ),
  rule(
    'wechat',
    `\\b(?:handle|username|user name|screen name)(?: ?[:=] ?| is )(?<it>@?[A-Za-z][\\w.-]{3,40})`,
    'giu',
  ),
  rule('wechat', '(?<![\\w.])@[A-Za-z](?=[\\w.]{0,30}[._\\d])[\\w.]{2,30}\\w'),
  rule('wechat', `${NETWORK_ZH}(?:号|名|账号|ID)?[ :是为叫]{0,3}(?<it>[A-Za-z0-9][A-Za-z0-9_.-]{3,30})`),
  rule(
    'email',
    '\\b[A-Za-z0-9._%+-]{1,40}(?: ?[(\\[](?:dot|at|点)[)\\]] ?[A-Za-z0-9.-]{1,40}){1,5}(?:@[A-Za-z0-9.-]{1,60})?',
    'giu',
  ),
  rule(
    'email',
    '\\b[a-z0-9_]{1,30}(?: (?:dot|underscore|dash) [a-z0-9_]{1,30}){0,3} at [a-z0-9-]{1,30}(?: dot [a-z]{2,12}){1,3}\\b',
    'giu',
  ),
  rule(
    'mrn',
    '\\b(?:Hosp(?:ital)?|Pt|Unit|Clinic|Lab|Path|Case|Chart|Study|HN|UR|MR|Acc|Accession|Encounter|Episode|Admission|Visit|Ref)\\.? ?(?:no|num|number|id)?\\.? ?[:#]? ?(?<it>[A-Z]{0,3}-?\\d[\\dA-Z-]{3,14})(?![\\w.]\\d)',
    'giu',
    (masked) => masked.replace(/\D/g, '').length >= 4,
  ),
  rule(
    'mrn',
    '(?:\\p{Script=Han}|CT|MRI?|DR|PET)号[ :是为]{0,3}(?<it>[A-Z]{0,4}-?\\d[\\dA-Z-]{3,19})',
    'giu',
  ),
  rule('mrn', '(?:门诊|就诊|诊疗|健康|一卡通|透析)卡[ :号是为]{0,3}(?<it>[A-Z]{0,4}\\d{5,19})', 'giu'),
  rule(
    'national-id',
    '(?:残疾|驾驶|军官|士兵|居住|户口|学生|工作)(?:证|本)(?:号码?)?[ :是为]{0,3}(?<it>[A-Z]{0,3}\\d[\\dA-Z]{4,21})',
    'giu',
  ),
  rule(
    'national-id',
    '(?:医保|社保|新农合|合作医疗)(?:证|卡)?(?:号码?)?[ :是为]{0,3}(?<it>[A-Z]{0,3}\\d{6,21})',
    'giu',
  ),
  rule(
    'national-id',
    '\\b(?:SSN|social security|NI number|national insurance|Medicare|Medicaid|passport|driving licen[cs]e|driver.s licen[cs]e|ID card)(?: (?:number|no\\.?|id))?(?: (?:is|ending(?: in)?|last four))?[ :#]{1,3}(?<it>(?=[A-Z\\d -]{0,16}\\d)[A-Z\\d][A-Z\\d-]{3,18})',
    'giu',
    (masked) => /\d{2}|\d[A-Z]/i.test(masked),
  ),
];
