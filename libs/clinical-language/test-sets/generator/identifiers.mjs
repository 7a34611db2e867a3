import * as pools from './pools.mjs';
import { between, digits, pick } from './random.mjs';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const two = (number) => String(number).padStart(2, '0');

/** GB 11643: area, date of birth, order, check character. */
function residentId({ random }) {
  const birth = `${between(random, 1935, 2015)}${two(between(random, 1, 12))}${two(between(random, 1, 28))}`;
  const body = `${pick(random, ['110105', '320106', '440305', '510107'])}${birth}${digits(random, 3)}`;
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'[sum % 11];
}

/** Ten digits, the last the modulus 11 check digit. */
function nhsDigits(random) {
  for (;;) {
    const body = digits(random, 9);
    const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${body}${check}`;
  }
}

/** Luhn. */
function cardDigits(random, prefix, length) {
  const body = prefix + digits(random, length - prefix.length - 1);
  for (let check = 0; ; check += 1) {
    const number = `${body}${check}`;
    const sum = [...number].reverse().reduce((total, digit, index) => {
      const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return number;
  }
}

const grouped = (text, size) => text.match(new RegExp(`.{1,${size}}`, 'g')).join(' ');
const day = (random) => between(random, 1, 28);
const month = (random) => between(random, 1, 12);
const year = (random) => between(random, 2008, 2026);
const monthName = (random) => pick(random, pools.MONTHS);

/** Pools are halved: `own` gives the words of one half only. */
const from =
  (list) =>
  ({ random, own }) =>
    pick(random, own(list));
const given = from(pools.GIVEN);
const surname = from(pools.SURNAMES);
const surnameZh = (half) =>
  pick(half.random, half.own(half.random() < 0.1 ? pools.DOUBLE_SURNAMES_ZH : pools.SURNAMES_ZH));
const town = from(pools.TOWNS);
const placeZh = from(pools.PLACES_ZH);

/** What stands in `{…}` of a context: the kind of identifier and how one is made. */
export const IDENTIFIERS = {
  surname: ['name', surname],
  given: ['name', given],
  fullName: ['name', (half) => `${given(half)} ${surname(half)}`],
  reversedName: ['name', (half) => `${surname(half)}, ${given(half)}`],
  middleName: [
    'name',
    (half) => `${given(half)} ${pick(half.random, 'ABEJLMRT'.split(''))}. ${surname(half)}`,
  ],
  initialName: ['name', (half) => `${pick(half.random, 'ABEJLMRT'.split(''))}. ${surname(half)}`],
  capitalName: ['name', (half) => `${surname(half)} ${given(half)}`.toUpperCase()],
  surnameZh: ['name', surnameZh],
  nameZh: ['name', (half) => `${surnameZh(half)}${pick(half.random, half.own(pools.GIVEN_ZH))}`],
  someoneZh: ['name', (half) => `${surnameZh(half)}${pick(half.random, ['某', '某某', '××', '**', '某'])}`],
  pinyinName: [
    'name',
    ({ random, own }) =>
      pick(random, own(['Zhang Wei', 'Li Xiuying', 'Wang Jianguo', 'Liu Yang', 'Chen Guilan', 'Zhao Min'])),
  ],
  hospital: [
    'org',
    (half) =>
      `${town(half)} ${pick(half.random, ['General Hospital', 'Hospital', 'Medical Centre', 'Infirmary', 'Health Centre'])}`,
  ],
  saintHospital: [
    'org',
    ({ random, own }) =>
      `St ${pick(random, own(["Brendan's", "Winifred's", "Columba's", "Hilda's"]))} ${pick(random, ['Hospital', 'Hospice', 'Medical Center'])}`,
  ],
  school: [
    'org',
    (half) =>
      `${town(half)} ${pick(half.random, ['Primary School', 'High School', 'University', 'College'])}`,
  ],
  careHome: ['org', (half) => `${town(half)} ${pick(half.random, ['Nursing Home', 'Care Home', 'Surgery'])}`],
  firm: ['org', from(pools.FIRMS)],
  hospitalZh: [
    'org',
    (half) =>
      `${placeZh(half)}${pick(half.random, ['市第一人民医院', '市中心医院', '县中医院', '市妇幼保健院', '区第二医院', '大学附属医院'])}`,
  ],
  clinicZh: [
    'org',
    (half) => `${placeZh(half)}${pick(half.random, ['社区卫生服务中心', '镇卫生院', '诊所'])}`,
  ],
  schoolZh: [
    'org',
    (half) => `${placeZh(half)}${pick(half.random, ['中学', '第二小学', '大学', '实验幼儿园'])}`,
  ],
  firmZh: [
    'org',
    (half) =>
      `${placeZh(half)}${pick(half.random, half.own(pools.FIRMS_ZH))}${pick(half.random, ['有限公司', '集团', '厂'])}`,
  ],
  record: ['mrn', ({ random }) => digits(random, between(random, 6, 9))],
  letteredRecord: ['mrn', ({ random }) => `${pick(random, ['H', 'ZY', 'MZ', 'A-'])}${digits(random, 7)}`],
  residentId: ['national-id', residentId],
  nhsNumber: ['national-id', ({ random }) => nhsDigits(random).replace(/(...)(...)(....)/, '$1 $2 $3')],
  nhsDigits: ['national-id', ({ random }) => nhsDigits(random)],
  socialSecurity: [
    'national-id',
    ({ random }) => `${between(random, 100, 665)}-${two(between(random, 10, 99))}-${digits(random, 4)}`,
  ],
  passport: ['national-id', ({ random }) => `${pick(random, ['E', 'G', 'EA'])}${digits(random, 8)}`],
  mobileZh: ['phone', ({ random }) => `1${pick(random, ['38', '59', '86', '77', '35'])}${digits(random, 8)}`],
  spacedMobileZh: [
    'phone',
    ({ random }) =>
      `1${pick(random, ['38', '59', '86'])}${pick(random, [' ', '-'])}${digits(random, 4)}${pick(random, [' ', '-'])}${digits(random, 4)}`,
  ],
  foreignMobileZh: [
    'phone',
    ({ random }) => `+86 1${pick(random, ['38', '59'])} ${digits(random, 4)} ${digits(random, 4)}`,
  ],
  landlineZh: [
    'phone',
    ({ random }) =>
      pick(random, [
        `010-${digits(random, 8)}`,
        `(021) ${digits(random, 8)}`,
        `0755-${digits(random, 8)}`,
        `0571 ${digits(random, 8)}`,
      ]),
  ],
  phoneUk: [
    'phone',
    ({ random }) =>
      pick(random, [
        `020 7946 0${digits(random, 3)}`,
        `0161 496 0${digits(random, 3)}`,
        `01632 960${digits(random, 3)}`,
        `(0117) 496 0${digits(random, 3)}`,
      ]),
  ],
  mobileUk: [
    'phone',
    ({ random }) =>
      pick(random, [
        `07700 900${digits(random, 3)}`,
        `07700900${digits(random, 3)}`,
        `+44 7700 900${digits(random, 3)}`,
        `+44 (0)20 7946 0${digits(random, 3)}`,
      ]),
  ],
  phoneUs: [
    'phone',
    ({ random }) =>
      pick(random, [
        `(212) 555-01${two(between(random, 0, 99))}`,
        `312-555-01${two(between(random, 0, 99))}`,
        `415.555.01${two(between(random, 0, 99))}`,
        `+1 617 555 01${two(between(random, 0, 99))}`,
      ]),
  ],
  email: [
    'email',
    (half) =>
      `${pick(half.random, half.own(['j.smith', 'night_owl77', 'mum+baby', 'zhangw', 'ward.clerk', 'li-na']))}@${pick(half.random, ['example.org', 'mail.example.com', 'example.com.cn', 'example.net'])}`,
  ],
  addressUk: [
    'address',
    ({ random, own }) =>
      `${between(random, 2, 240)} ${pick(random, own(pools.STREETS))} ${pick(random, own(pools.STREET_KINDS))}, ${pick(random, own(['London NW1 6XE', 'Leeds LS2 9JT', 'Bristol BS1 5TR', 'Cardiff CF10 3AT']))}`,
  ],
  addressUs: [
    'address',
    ({ random, own }) =>
      `${between(random, 100, 9800)} ${pick(random, own(pools.STREETS))} ${pick(random, ['Street', 'Ave', 'Blvd', 'Rd'])}, ${pick(random, own(['Springfield, IL 62704', 'Portland, OR 97205', 'Austin, TX 78701', 'Columbus, OH 43004']))}`,
  ],
  streetOnly: [
    'address',
    ({ random, own }) =>
      `${between(random, 2, 240)} ${pick(random, own(pools.STREETS))} ${pick(random, own(pools.STREET_KINDS))}`,
  ],
  flat: [
    'address',
    ({ random, own }) =>
      `Flat ${between(random, 1, 40)}, ${between(random, 2, 90)} ${pick(random, own(pools.STREETS))} ${pick(random, own(pools.STREET_KINDS))}`,
  ],
  addressZh: [
    'address',
    ({ random, own }) =>
      `${pick(random, own(pools.PROVINCES_ZH))}${pick(random, own(pools.PLACES_ZH))}市${pick(random, own(pools.DISTRICTS_ZH))}${pick(random, own(pools.ROADS_ZH))}${between(random, 3, 900)}号${between(random, 1, 20)}栋${between(random, 101, 1902)}室`,
  ],
  roadZh: [
    'address',
    ({ random, own }) =>
      `${pick(random, own(pools.PLACES_ZH))}市${pick(random, own(pools.DISTRICTS_ZH))}${pick(random, own(pools.ROADS_ZH))}${between(random, 3, 900)}号`,
  ],
  villageZh: [
    'address',
    ({ random, own }) =>
      `${pick(random, own(pools.PLACES_ZH))}县${pick(random, own(['石桥镇', '柳河乡', '永安镇', '双井乡']))}${pick(random, own(['王家村', '李庄村', '大坪村', '新民村']))}${between(random, 1, 12)}组`,
  ],
  plate: ['plate', from(pools.PLATES)],
  plateZh: ['plate', from(pools.PLATES_ZH)],
  card: ['bank', ({ random }) => grouped(cardDigits(random, '4', 16), 4)],
  cardZh: ['bank', ({ random }) => cardDigits(random, '622202', 19)],
  account: ['bank', ({ random }) => digits(random, 8)],
  wechat: ['wechat', from(pools.HANDLES)],
  qq: ['wechat', ({ random }) => digits(random, 9)],
  url: [
    'url',
    (half) =>
      `${pick(half.random, ['https://', 'http://', 'https://www.'])}${pick(half.random, half.own(pools.SITES))}.example.${pick(half.random, ['org', 'com', 'cn'])}/${pick(half.random, ['story', 'p?id=88', 'notes/12', ''])}`,
  ],
  bareUrl: ['url', (half) => `www.${pick(half.random, half.own(pools.SITES))}.example.com`],
  isoDate: ['date', ({ random }) => `${year(random)}-${two(month(random))}-${two(day(random))}`],
  slashDate: ['date', ({ random }) => `${two(day(random))}/${two(month(random))}/${year(random)}`],
  shortSlashDate: ['date', ({ random }) => `${day(random)}/${month(random)}/${two(between(random, 10, 26))}`],
  dottedDate: ['date', ({ random }) => `${day(random)}.${month(random)}.${year(random)}`],
  longDate: ['date', ({ random }) => `${day(random)} ${monthName(random)} ${year(random)}`],
  ordinalDate: [
    'date',
    ({ random }) =>
      `${pick(random, ['1st', '2nd', '3rd', '14th', '21st', '26th'])} of ${monthName(random)}${pick(random, ['', ` ${year(random)}`])}`,
  ],
  americanDate: ['date', ({ random }) => `${monthName(random)} ${day(random)}, ${year(random)}`],
  dashedDate: [
    'date',
    ({ random }) => `${two(day(random))}-${monthName(random).slice(0, 3)}-${year(random)}`,
  ],
  dayAndMonth: ['date', ({ random }) => `${day(random)} ${monthName(random)}`],
  dateZh: ['date', ({ random }) => `${year(random)}年${month(random)}月${day(random)}日`],
  monthZh: ['date', ({ random }) => `${year(random)}年${month(random)}月`],
  dayZh: ['date', ({ random }) => `${month(random)}月${day(random)}${pick(random, ['日', '号'])}`],
  compactDate: ['date', ({ random }) => `${year(random)}${two(month(random))}${two(day(random))}`],
  oldAge: ['age-over-89', ({ random }) => String(between(random, 91, 104))],
  oldAgeWords: ['age-over-89', from(pools.NUMERALS)],
  oldAgeZh: ['age-over-89', from(pools.NUMERALS_ZH)],
};
