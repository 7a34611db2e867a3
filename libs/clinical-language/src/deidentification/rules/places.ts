import { type Hit, type MaskRule } from './mask-rule';

const ORG_SUFFIX_ZH =
  '(?:医院|卫生院|卫生服务中心|卫生服务站|卫生室|保健院|疗养院|养老院|敬老院|护理院|福利院|防治院|防治所|门诊部|诊所|大学(?!生)|学院|研究所|研究院|有限公司|公司|集团|中学(?!生)|小学(?!生)|学校|幼儿园)';
const SUFFIX_AT_END = new RegExp(`${ORG_SUFFIX_ZH}$`, 'u');

/** 外院, 当地医院, 社区医院 name no one in particular. */
const GENERIC_ORG =
  /^(?:大|小|黑|上|今晚|昨晚|要|开|办|跑遍|参加|辞职|讲礼貌|原本|国立|美国|我|本|外|该|某|当地|附近|上级|下级|社区|三甲|二甲|三级|二级|甲等|县级|市级|省级|乡镇|乡|村|镇|县|市|省|区|多家|[一二三四五六七八九十两几]家|其他|其它|另|一家|家|所|原|急诊|儿童|妇产|妇幼|专科|综合|私人|私立|公立|民营|个体|在读|一所|建筑|物流|外贸|化工|保险|贸易|职业|技术|[医法商工理文]|全日制|寄宿|聋哑|特殊|的|大型|小型|精神病|传染病|结核病|皮肤病|口腔|眼科|骨科){0,5}$/;
const ORG_BOUNDARY =
  /^.*(?:于|在|到|至|由|从|往|去|入|赴|经|被|与|及|就诊|转诊|送|患者|因|曾|是|为|读|任职|工作|职工|前|后|来|住院|住|或|按|办|到达|(?<![协仁泰康])和)/;

function orgName(masked: string): string {
  return masked
    .replace(SUFFIX_AT_END, '')
    .replace(
      /(?:第[一二三四五六七八九十]{1,3}|人民|中心|附属|中医|协和|肿瘤)(?=(?:人民|中心|附属|中医|协和|肿瘤|妇幼)?$)/,
      'X',
    );
}

/** The part of an organisation's name that identifies it: what stands before it is grammar. */
function trimOrganisation(masked: string, hit: Hit): Hit | undefined {
  const suffix = SUFFIX_AT_END.exec(masked)?.[0] ?? '';
  const before = masked.slice(0, masked.length - suffix.length);
  const cut = ORG_BOUNDARY.exec(before)?.[0].length ?? 0;
  const name = orgName(`${before.slice(cut)}${suffix}`);
  return GENERIC_ORG.test(name) ? undefined : { start: hit.start + cut, end: hit.end };
}

const CAPITAL_WORD = "\\p{Lu}\\p{Ll}[\\p{Script=Latin}'-]{0,18}";
/** Words before "Hospital", "Surgery" or "Clinic" that name a service, not a place. */
const SERVICE =
  /^(?:(?:World|American|European|British|International|National|Japanese|Royal College|Hepato|Biliary|Emergency|Heart|Association|Society)\b.*|(?:The|A|An|In|At|Our|To|From|Of|By|Her|His|Previous|Recent|Prior|Past|Local|Community|Emergency|General|Regional|District|Day|Walk-in|Outpatient|Inpatient|Children's|Women's|Fracture|Pain|Memory|Skin|Chest|Eye|Dental|Mental|Cardiac|Vascular|Thoracic|Plastic|Orthop(?:a)?edic|Abdominal|Pelvic|Spinal|Hand|Oral|Bariatric|Breast|Elective|Laparoscopic|Robotic|Open|Major|Minor|Urgent|Cataract|Hip|Knee|Heart|Liver|Renal|Bowel|Colorectal|Paediatric|Pediatric|Antenatal|Diabetic|Diabetes|University|Teaching|Private|Public|Medical|Primary|High|Secondary|Nursing|Care) ?)+(?:Hospital|Clinic|Medical|Health|University|College|School|Surgery|Home|Practice|Infirmary|Hospice)/u;

const ORGANISATIONS: readonly MaskRule[] = [
  { kind: 'org', pattern: new RegExp(`\\p{Script=Han}{0,16}${ORG_SUFFIX_ZH}`, 'gu'), trim: trimOrganisation },
  // a factory is an exposure (化工厂); with a long name before it, a place of work
  { kind: 'org', pattern: /(?<=在|于|为|系|是)(?![^,。;]{0,8}某)\p{Script=Han}{5,14}厂/gu },
  {
    kind: 'org',
    pattern: new RegExp(
      `\\b(?:St\\.? )?(?:${CAPITAL_WORD} (?:of |and |for |the |& ){0,2}){1,5}(?:Hospital|Clinic|Medical Cent(?:er|re)|Infirmary|University|Hospice|Health Cent(?:er|re)|Nursing Home|Care Home|Residential Home|Retirement Home|Rest Home|Surgery|Medical Practice|Primary School|High School|Secondary School|Grammar School|School|Academy|Nursery|Kindergarten|College|NHS Trust|Foundation Trust|Health Board|Mission Clinic|Mission Hospital)\\b`,
      'gu',
    ),
    accept: (masked) => !SERVICE.test(masked),
  },
  {
    kind: 'org',
    pattern: new RegExp(
      `\\b(?:${CAPITAL_WORD} (?:& |and )?){1,4}(?:Ltd|Limited|Inc|plc|PLC|LLC|LLP|Corp(?:oration)?|Company|GmbH|Group|Holdings)\\b\\.?`,
      'gu',
    ),
  },
];

const POSTCODE = '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}';
const STREET =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Square|Sq|Terrace|Crescent|Cres|Gardens|Grove|Hill|Mews|Row|Walk|Parade|Highway|Hwy|Parkway|Pkwy|Park|Quay|Green|Gate|Race|Rise|View|Vale|End|Fold|Croft|Mill|Bank|Brow|Wynd|Loan|Garth|Chase|Meadows?|Fields?|Orchard|Wharf|Dene|Heights|Ridge|Trail|Circle|Loop|Pike|Plaza|Alley|Villas|Cottages|Buildings|Mansions|Estate|Esplanade|Promenade|Strand|Embankment|Approach|Broadway)';
const HOUSE =
  '(?:(?:\\p{Lu}\\p{Ll}{1,15} ){1,2}(?:Cottage|House|Farm|Lodge|Manor|Barn|Rectory|Vicarage|Villa|Bungalow|Croft|Mill|Grange|Hall|Court|Flats|Mansions|Heights),? )?';
const TOWN =
  '(?:, (?:\\p{Lu}\\p{Ll}{1,18}|St\\.?)(?:[ -](?:\\p{Lu}\\p{Ll}{1,18}|St|on|upon|under|le|by|in|the)){0,3}){0,3}';
const APARTMENT = '(?:,? (?:Apt|Apartment|Unit|Flat|Suite|#)\\.? ?\\d{1,4}[A-Za-z]?)?';
const FLAT = '(?:(?:[Ff]lat|[Aa]partment|[Aa]pt\\.?|[Uu]nit|[Ss]uite|[Rr]oom) \\d{1,4}[A-Za-z]?,? )?';

/** 农村, 疫区, 市区: where somebody lives, but not whom one finds there. */
const GENERIC_PLACE =
  /^[^\d]{0,4}(?:农村|城市|城镇|乡村|山区|疫区|牧区|郊区|市区|林区|沿海地区|本市|本地|外地|当地|地区|养老院|老家)[^\d省市县区镇乡村路街巷号]{0,8}$/;

/** From a province, city or county down to a street or village; what stands before the first of them is grammar. */
const DISTRICT_TO_STREET =
  /^(?<before>.*?[于在住至到往从由自址贯是为]|)(?<place>[^省市区县州盟旗]{1,8}[省市区县州盟旗].*(?:路|街|大道|道|巷|弄|里|胡同|镇|乡|村|小区|花园|苑).*)$/u;

function trimAddress(masked: string, hit: Hit): Hit | undefined {
  const place = DISTRICT_TO_STREET.exec(masked)?.groups?.['place'];
  return place === undefined ? undefined : { start: hit.end - place.length, end: hit.end };
}

const ADDRESSES: readonly MaskRule[] = [
  {
    kind: 'address',
    pattern: new RegExp(
      `\\b${FLAT}${HOUSE}\\d{1,5}[A-Za-z]?,? (?:\\p{Lu}\\p{Ll}[\\p{Script=Latin}'-]{0,18} ){1,4}${STREET}\\b${APARTMENT}${TOWN}(?:,? ${POSTCODE}\\b|,? (?:[A-Z]{2} )?\\d{5}(?:-\\d{4})?\\b)?`,
      'gu',
    ),
    accept: (masked) => !/^\d{1,5} (?:Days|Weeks|Months|Years|Hours|Tablets)/.test(masked),
  },
  { kind: 'address', pattern: new RegExp(`(?<![\\w-])${POSTCODE.replace(' ?', ' ')}(?![\\w-])`, 'gu') },
  {
    kind: 'address',
    pattern:
      /(?:家庭住址|家庭地址|通讯地址|单位地址|现住址|住址|地址|家住|现住|现居|租住|暂住|常住|居住于|居住在|居住地|住在|家在|户籍|户口|籍贯|祖籍|原籍|出生地|address ?:|address is|(?:lives|living|resides|residing) at)[ :是为在于]{0,3}(?<it>[^\n,;。；]{3,60})/giu,
    accept: (masked) => /\d|[省市县区镇乡村路街巷号]/.test(masked) && !GENERIC_PLACE.test(masked),
  },
  {
    kind: 'address',
    pattern: /\p{Script=Han}{4,40}\d{1,5}[号弄栋幢室楼座组队][\d号弄栋幢室楼座单元-]{0,12}/gu,
    trim: trimAddress,
  },
  {
    kind: 'address',
    pattern:
      /\p{Script=Han}{2,5}(?:路|街|大道|巷|弄|里|胡同|小区|花园|新村)\d{1,5}[号弄栋幢](?:[\d号弄栋幢室楼座单元-]{0,12})/gu,
  },
  {
    kind: 'address',
    pattern:
      /\p{Script=Han}{2,4}[市县旗]\p{Script=Han}{1,6}(?:镇|乡|街道)(?:\p{Script=Han}{1,5}(?:村|屯|庄)(?:\d{1,3}[组队号社])?)?/gu,
    accept: (masked) => !/[医诊院]/.test(masked),
  },
];

/** Organisations and addresses. */
export const PLACE_RULES: readonly MaskRule[] = [...ORGANISATIONS, ...ADDRESSES];
