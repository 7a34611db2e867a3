import { type MaskedKind } from '@openrounds/contracts';
import { isCardNumber, isResidentId } from './checksums';
import { EPONYM_FOLLOWERS, GIVEN_NAMES, NO_NAMES } from './names-en';
import { CLINICAL_CHAR, SURNAME, SURNAME_ANY } from './names-zh';

/** A stretch of the normalised text to mask, in UTF-16 units. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/**
 * One kind of identifier. If the pattern has a group `it`, only that group is masked ("Mr [name]").
 * Every repetition is bounded, so that a pattern costs O(length) on any text.
 */
export interface MaskRule {
  readonly kind: MaskedKind;
  readonly pattern: RegExp;
  /** Whether a match really is an identifier. */
  readonly accept?: (masked: string, text: string, hit: Hit) => boolean;
  /** What stands in its place; `[kind]` if left out. */
  readonly placeholder?: string;
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const CAPITALISED = "[A-Z][a-z][A-Za-z'-]{0,18}";

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function isDayAndMonth(masked: string): boolean {
  const [a = 0, b = 0] = masked.split(/[-/.]/).map(Number);
  return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
}

const isNoEponym = (masked: string, text: string, { end }: Hit): boolean =>
  !EPONYM_FOLLOWERS.test(text.slice(end, end + 24)) &&
  !EPONYM_FOLLOWERS.test(`${masked.slice(masked.lastIndexOf("'"))} ${text.slice(end, end + 24).trim()}`);

const isNamePair = (masked: string): boolean => masked.split(/\s+/).every((word) => !NO_NAMES.has(word));

const isGivenName = (masked: string, text: string, hit: Hit): boolean =>
  GIVEN_NAMES.has(masked.split(/[\s']/)[0] ?? '') && isNoEponym(masked, text, hit);

/** 外院, 当地医院, 社区医院 name no one in particular. */
const GENERIC_ORG =
  /^(?:我|本|外|该|某|当地|附近|上级|下级|社区|三甲|二甲|县级|市级|省级|乡镇|多家|其他|其它|一家|原|急诊|儿童|妇产|妇幼|专科|综合|私人|私立|个体|在读|一所)?$/;
const ORG_BOUNDARY =
  /^.*(?:于|在|到|至|由|从|往|去|入|赴|经|被|与|及|就诊|转诊|送|患者|因|曾|是|为|读|任职|工作|前|后|(?<![协仁泰康])和)/;

function orgName(masked: string): string {
  return masked.replace(
    /(?:第[一二三四五六七八九十]{1,3})?(?:人民|中心|附属|中医|协和|肿瘤)?(?:医院|卫生院|卫生服务中心|诊所|大学|学院|公司|中学|小学|幼儿园)$/,
    (suffix) => (/第|人民|中心|附属|中医|协和|肿瘤/.test(suffix) ? 'X' : ''),
  );
}

/** In priority order: what an earlier rule took, a later one leaves. */
export const MASK_RULES: readonly MaskRule[] = [
  { kind: 'url', pattern: /\b(?:https?:\/\/|www\.)[^\s<>"'，。；、）)\]]{2,200}/giu },
  { kind: 'email', pattern: /[A-Z0-9._%+-]{1,64}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,5}/giu },
  { kind: 'national-id', pattern: /(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/giu, accept: (id) => isResidentId(id) },
  {
    kind: 'national-id',
    pattern:
      /(?:身份证(?:号码|号)?|护照(?:号码|号)?|社保(?:号码|号)?|医保(?:卡号|号)|passport(?: number| no\.?)?|national id(?:entity)?(?: number| no\.?)?|NHS(?: number| no\.?)|SSN|social security (?:number|no\.?))[ :#是为]{0,4}(?<it>[A-Z]{0,3}\d[\dA-Z -]{4,19}[\dA-Z])/giu,
  },
  { kind: 'national-id', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu },
  {
    kind: 'bank',
    pattern:
      /(?:银行卡(?:号)?|卡号|账号|帐号|account (?:number|no\.?)|card (?:number|no\.?)|IBAN)[ :#是为]{0,4}(?<it>[A-Z]{0,2}\d[\d -]{6,27}\d)/giu,
  },
  {
    kind: 'bank',
    pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/gu,
    accept: (number) => isCardNumber(digitsOf(number)),
  },
  {
    kind: 'mrn',
    pattern:
      /(?:MRN|(?:medical )?record (?:number|no\.?)|hospital (?:number|no\.?)|patient (?:id|number|no\.?)|case (?:number|no\.?)|chart (?:number|no\.?)|accession (?:number|no\.?)|住院号|病历号|门诊号|病案号|就诊卡号|登记号|床号|影像号|检查号|标本号|ID号)[ :#是为]{0,4}(?<it>[A-Z]{0,4}-?\d[\dA-Z-]{1,19})/giu,
  },
  {
    kind: 'wechat',
    pattern:
      /(?:微信(?:号)?|wechat|weixin|QQ(?:号)?)(?: ?id)?[ :#是为]{0,4}(?<it>[A-Z][A-Z0-9_-]{4,29}|\d{5,12})/giu,
  },
  {
    kind: 'phone',
    pattern:
      /(?:电话|手机(?:号)?|联系方式|座机|tel(?:ephone)?(?: number| no\.?)?|phone(?: number| no\.?)?|mobile(?: number| no\.?)?|cell|fax)[ :.#是为]{0,4}(?<it>\+?\(?\d[\d ()-]{5,18}\d)/giu,
  },
  { kind: 'phone', pattern: /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\.?\d)/gu },
  { kind: 'phone', pattern: /(?<![\d.])0\d{2,3}[- ]\d{7,8}(?!\d)/gu },
  { kind: 'phone', pattern: /(?<![\w.])\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,4}){2,4}(?!\d)/gu },
  { kind: 'phone', pattern: /(?<![\d.])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])[2-9]\d{2}[-.]\d{4}(?!\.?\d)/gu },
  { kind: 'phone', pattern: /(?<![\d.])0\d{3,4} \d{3} ?\d{3,4}(?!\d)/gu },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][· ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/gu,
  },
  {
    kind: 'plate',
    pattern:
      /(?:number plate|licen[cs]e plate|registration(?: number| plate)?|车牌(?:号)?)[ :#是为]{0,4}(?<it>(?=[A-Z ·-]{0,6}\d)[A-Z0-9][A-Z0-9 ·-]{2,9}[A-Z0-9])/gu,
  },
  {
    kind: 'date',
    pattern:
      /(?<![\d.])(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12]\d|3[01]|0?[1-9])(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?Z?)?(?![\d.]\d)/gu,
  },
  { kind: 'date', pattern: /(?<![\d.])(?:19|20)\d{2} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?/gu },
  { kind: 'date', pattern: /(?<![\d.年])\d{1,2} ?月 ?\d{1,2} ?[日号]/gu },
  {
    kind: 'date',
    pattern: /(?<![\d./-])\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?![\d.]\d)/gu,
    accept: isDayAndMonth,
  },
  { kind: 'date', pattern: /(?<![\d./])\d{1,2}\/\d{1,2}\/\d{2}(?![\d/])/gu, accept: isDayAndMonth },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b\\.?(?:,? (?:19|20)\\d{2})?`,
      'gu',
    ),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?!\\d|\\.\\d)(?:,? (?:19|20)\\d{2})?`,
      'gu',
    ),
  },
  { kind: 'date', pattern: new RegExp(`\\b${MONTH}\\.? (?:19|20)\\d{2}\\b`, 'gu') },
  {
    kind: 'age-over-89',
    pattern:
      /(?<![\d.])(?:9[1-9]|1[0-2]\d)(?=[ -]?(?:years?[- ]old|years? of age|yrs?[- ]old|yo\b|y\/o|y\.o\.|周?岁))/giu,
    placeholder: '90',
  },
  {
    kind: 'age-over-89',
    pattern: /(?:\baged? ?:? |年龄 ?:? ?)(?<it>9[1-9]|1[0-2]\d)(?!\d|\.\d|[%/])/giu,
    placeholder: '90',
  },
  {
    kind: 'org',
    pattern:
      /\p{Script=Han}{0,14}(?:医院|卫生院|卫生服务中心|诊所|大学(?!生)|学院|公司|中学(?!生)|小学(?!生)|幼儿园)/gu,
  },
  {
    kind: 'org',
    pattern:
      /\b(?:St\.? )?(?:[A-Z][a-z][A-Za-z'.-]{0,18} (?:of |and |for |the ){0,2}){1,5}(?:Hospital|Clinic|Medical Cent(?:er|re)|Infirmary|University|Hospice|Health Cent(?:er|re)|Nursing Home|Primary School|High School|College)\b/gu,
    accept: (masked) =>
      !/^(?:The |A |In |At |Our |To |From |Local |Community |Emergency |General |Regional |District |Walk-in |Outpatient |Children's |Fracture |Pain |Memory |Skin ){1,3}(?:Hospital|Clinic|Medical|Health|University|College)/.test(
        masked,
      ),
  },
  {
    kind: 'address',
    pattern:
      /\b\d{1,5}[A-Za-z]? (?:[A-Z][a-z][A-Za-z'-]{0,18} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Court|Boulevard|Blvd|Way|Place|Square|Terrace|Crescent|Gardens)\b(?:, [A-Z][a-z]{2,18}){0,2}(?:,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|,? [A-Z]{2} \d{5}\b)?/gu,
  },
  {
    kind: 'address',
    pattern:
      /(?:家庭住址|现住址|住址|地址|家住|现住|居住于|居住地|户籍|address ?:|(?:lives|living|resides) at)[ :是为]{0,3}(?<it>[^\n,;。；]{3,60})/giu,
    accept: (masked) => /\d|[省市县区镇乡村路街巷号]/.test(masked),
  },
  {
    kind: 'address',
    pattern:
      /(?:\p{Script=Han}{2,6}[省市区县]){1,3}\p{Script=Han}{1,8}(?:路|街|大道|巷|弄|镇|乡|村)(?:\p{Script=Han}{0,8}\d{1,5}[号弄栋幢室楼座])(?:[\d号弄栋幢室楼座单元-]{0,12})/gu,
  },
  {
    kind: 'address',
    pattern: /\p{Script=Han}{2,5}(?:路|街|大道|巷|弄)\d{1,5}[号弄](?:[\d号弄栋幢室楼座单元-]{0,12})/gu,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Nurse|Sir|Madam)\\.? {1,2}(?<it>(?:[A-Z]\\. ?){0,2}${CAPITALISED}(?: (?:[A-Z]\\. )?${CAPITALISED})?)`,
      'gu',
    ),
    accept: (masked) => !NO_NAMES.has(masked.split(' ')[0] ?? ''),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:[Pp]atient(?:'s)? [Nn]ame|\\b[Nn]ame|[Ss]urname|[Ff]irst [Nn]ame|[Nn]ext of [Kk]in|[Ss]igned(?: by)?|[Aa]ttending|[Cc]onsultant)(?: ?[:=] ?| is )(?<it>${CAPITALISED}(?:,? ${CAPITALISED}){0,2})`,
      'gu',
    ),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `\\b(?:named|called|I am|I'm|my name is|(?:wife|husband|son|daughter|mother|father|sister|brother|friend|partner),?) (?<it>${CAPITALISED}(?: ${CAPITALISED})?)`,
      'gu',
    ),
    accept: isNamePair,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `\\b(?<it>${CAPITALISED} (?:[A-Z]\\. )?${CAPITALISED})(?=,? (?:(?:is|was) )?(?:an? )?(?:\\d{1,3}[- ]?(?:years?|yo|y\\/o|yrs?|months?|weeks?|days?)|aged? \\d|\\(\\d{1,3}))`,
      'gu',
    ),
    accept: isNamePair,
  },
  {
    kind: 'name',
    pattern: new RegExp(`\\b(?<it>[A-Z][a-z]{2,12}(?: [A-Z]\\.)?(?: ${CAPITALISED})?)`, 'gu'),
    accept: isGivenName,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:患者姓名|家属姓名|姓名|联系人|主治医师|主管医师|经治医师|签名|记录者|陪同人)[ :是为]{0,3}(?<it>${SURNAME_ANY}(?:\\p{Script=Han}{1,2}|[xX×*某]{1,2}))(?!\\p{Script=Han})`,
      'gu',
    ),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:患者|患儿|病人|产妇|孕妇)[ ,:]{0,2}(?<it>${SURNAME_ANY}\\p{Script=Han}{1,2})(?=[, ]{0,2}(?:男|女|\\d{1,3} ?岁))`,
      'gu',
    ),
    accept: (masked) => !CLINICAL_CHAR.test(masked),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?<=^|[,。;\\n :])(?<it>${SURNAME}\\p{Script=Han}{1,2})(?=[, ]{1,2}(?:男|女))`,
      'gu',
    ),
    accept: (masked) => !CLINICAL_CHAR.test(masked),
  },
  { kind: 'name', pattern: new RegExp(`${SURNAME}(?:某{1,2}|[×*]{1,2}|[xX]{2})(?![A-Za-z])`, 'gu') },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?<it>${SURNAME}\\p{Script=Han}{0,2}?)(?=先生|女士|小姐|太太|大爷|大妈|阿姨|奶奶|爷爷|医生|医师|主任|教授|护士|老师|同学)`,
      'gu',
    ),
    accept: (masked) => !CLINICAL_CHAR.test(masked.slice(1)),
  },
];

/** The part of an organisation's name that identifies it: what stands before it is grammar. */
export function trimOrganisation(masked: string, hit: Hit): Hit | undefined {
  if (!/\p{Script=Han}/u.test(masked)) return hit;
  const suffix = /(?:医院|卫生院|卫生服务中心|诊所|大学|学院|公司|中学|小学|幼儿园)$/.exec(masked)?.[0] ?? '';
  const before = masked.slice(0, masked.length - suffix.length);
  const cut = ORG_BOUNDARY.exec(before)?.[0].length ?? 0;
  const name = orgName(`${before.slice(cut)}${suffix}`);
  return GENERIC_ORG.test(name) ? undefined : { start: hit.start + cut, end: hit.end };
}
