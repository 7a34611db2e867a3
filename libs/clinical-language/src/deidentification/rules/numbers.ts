import { isCardNumber, isNhsNumber, isResidentId } from '../checksums';
import { type MaskRule } from './mask-rule';

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const NATIONAL_IDS: readonly MaskRule[] = [
  { kind: 'national-id', pattern: /(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/giu, accept: (id) => isResidentId(id) },
  {
    kind: 'national-id',
    pattern:
      /(?:身份证(?:号码|号)?|证件(?:号码|号)|护照(?:号码|号)?|通行证(?:号码|号)?|社保(?:卡号|号码|号)?|医保(?:卡号|号)|passport(?: number| no\.?)?|national id(?:entity)?(?: number| no\.?)?|NHS(?: number| no\.?)?|CHI(?: number| no\.?)|SSN|social security (?:number|no\.?))[ :#是为]{0,4}(?<it>[A-Z]{0,3}\d[\dA-Z -]{4,19}[\dA-Z])/giu,
  },
  { kind: 'national-id', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu },
  {
    kind: 'national-id',
    pattern: /(?<![\d.-])\d{3}[ -]\d{3}[ -]\d{4}(?![\d-]|\.\d)/gu,
    accept: (number) => isNhsNumber(digitsOf(number)),
  },
];

const BANK: readonly MaskRule[] = [
  {
    kind: 'bank',
    pattern:
      /(?:银行卡(?:号)?|卡号|账号|帐号|账户|account (?:number|no\.?)|card (?:number|no\.?)|sort code|IBAN)[ :#是为]{0,4}(?<it>[A-Z]{0,2}\d[\d -]{6,27}\d)/giu,
  },
  {
    kind: 'bank',
    pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/gu,
    accept: (number) => isCardNumber(digitsOf(number)),
  },
];

const RECORDS: readonly MaskRule[] = [
  {
    kind: 'mrn',
    pattern:
      /(?:MRN|URN|CRN|(?:(?:medical )?record|hospital|patient|case|chart|accession|specimen|sample|lab(?:oratory)?|visit|encounter|episode|admission|registration|referral|request|report|prescription|policy|insurance|unit) ?(?:number|no\.?|id|#)|住院号|病历号|门诊号|病案号|就诊卡号|登记号|床号|影像号|检查号|标本号|ID号)[ :#是为]{0,4}(?<it>[A-Z]{0,4}[-/]?\d[\dA-Z/-]{1,19})/giu,
  },
  {
    kind: 'mrn',
    pattern:
      /(?:\p{Script=Han}号码?|编号|条码|(?<![A-Z])ID)[ :#是为]{0,4}(?<it>[A-Z]{0,4}-?\d[\dA-Z-]{4,19})/giu,
  },
  {
    kind: 'mrn',
    pattern:
      /\b(?:number|no\.|nr\.?|ref\.?|reference)[ :#]{1,3}(?<it>[A-Z]{0,4}-?\d[\dA-Z/-]{5,19})(?![.\d])/giu,
  },
];

const CONTACTS: readonly MaskRule[] = [
  {
    kind: 'wechat',
    pattern:
      /(?:微信(?:号)?|V信|wechat|weixin|(?<![A-Z])[vw]x(?= ?[:号])|QQ(?:号)?)(?: ?id)?[ :#是为]{0,4}(?<it>[A-Z][A-Z0-9_-]{4,29}|\d{5,12})/giu,
  },
  {
    kind: 'phone',
    pattern:
      /(?:电话|手机(?:号)?|联系方式|座机|tel(?:ephone)?(?: number| no\.?)?|phone(?: number| no\.?)?|mobile(?: number| no\.?)?|cell|fax)[ :.#是为]{0,4}(?<it>\+?\(?\d[\d ()-]{5,18}\d)/giu,
  },
  { kind: 'phone', pattern: /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\.?\d)/gu },
  { kind: 'phone', pattern: /(?<![\d.])(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{7,8}(?!\d)/gu },
  { kind: 'phone', pattern: /(?<![\w.])\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,4}){2,4}(?!\d)/gu },
  {
    kind: 'phone',
    pattern:
      /(?<![\d.])(?:1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}(?<separator>[-. ])\d{4}(?!\.?\d)/gu,
  },
  { kind: 'phone', pattern: /(?<![\d.-])\d{3}(?<separator>[-.])\d{3}\k<separator>\d{4}(?![\d-]|\.\d)/gu },
  // British and other national numbers: an area code with its 0, then groups, then nothing that makes it a value
  {
    kind: 'phone',
    pattern: /(?<![\d.,/-])(?:\(0\d{2,4}\)|0\d{2,4}) ?[- ]\d{3,4}[- ]?\d{3,4}(?![\d%]|\.\d)/gu,
  },
  { kind: 'phone', pattern: /(?<![\d.,/-])0[17]\d{3}[- ]?\d{6}(?!\d)/gu },
  { kind: 'phone', pattern: /(?<![\d.,/-])[48]00[- ]\d{3,4}[- ]\d{3,4}(?!\d)/gu },
];

const PLATE_FORMAT = '(?=[A-Z0-9 -]{0,8}\\d)(?=[A-Z0-9 -]{0,8}[A-Z])[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,5}';
const PLATES: readonly MaskRule[] = [
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/gu,
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `(?:(?:[Nn]umber )?[Pp]lates?|[Ll]icen[cs]e (?:plate|tag)|[Rr]eg(?:istration)?(?: number| plate| no\\.?)?|车牌(?:号)?)[ :#是为]{0,4}(?<it>${PLATE_FORMAT})(?![A-Za-z0-9])`,
      'gu',
    ),
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `\\b(?:[Cc]ar|[Vv]ehicle|[Vv]an|[Tt]axi|[Tt]ruck|[Ll]orry|[Mm]otorcycle|[Mm]otorbike|[Bb]us)[ ,(:]{1,3}(?<it>${PLATE_FORMAT})(?![A-Za-z0-9])`,
      'gu',
    ),
  },
];

/** Numbers and handles that lead to one person. */
export const NUMBER_RULES: readonly MaskRule[] = [
  { kind: 'url', pattern: /\b(?:https?:\/\/|www\.)[^\s<>"'，。；、）)\]]{2,200}/giu },
  { kind: 'email', pattern: /[A-Z0-9._%+-]{1,64}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,5}/giu },
  {
    kind: 'url',
    pattern:
      /(?<![\w.-])[a-z0-9][a-z0-9-]{1,62}(?:\.[a-z0-9-]{2,63}){0,3}\.(?:com|org|net|cn|edu|gov|info|co\.uk|org\.uk|nhs\.uk)(?![\w-])(?:\/[^\s<>"'，。；、）)\]]{0,200})?/gu,
  },
  ...NATIONAL_IDS,
  ...BANK,
  ...RECORDS,
  ...CONTACTS,
  ...PLATES,
];
