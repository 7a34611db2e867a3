import { AMBIGUOUS_SURNAMES, CLINICAL_CHAR, PLAIN_SURNAMES, RARE_SURNAMES } from '../names-zh';
import {
  DOUBLE_SURNAMES,
  DOUBLED_CHARACTERS,
  GIVEN_CHARACTERS,
  TELLING_CHARACTERS,
  TRANSLITERATION_CHARACTERS,
} from '../words/chinese-name-characters';

/** What a character may be in a name; every position of a text is asked, hence bits in a table. */
export const CharacterKind = {
  /** A family name that is a word as well. */
  surname: 1,
  /** A family name that is hardly anything else. */
  plainSurname: 2,
  /** Opens a family name of two characters. */
  doubleSurname: 4,
  given: 8,
  telling: 16,
  transliterates: 32,
  /** Grammar, number or time, which given names do not hold. */
  notGiven: 64,
  /** Sometimes in a given name (一鸣, 有福), mostly not. */
  seldomGiven: 128,
  clinical: 256,
  /** A pet name if it is doubled. */
  doubled: 512,
  /** Opens a nickname or a name of a minority. */
  opensOther: 1024,
} as const;

const NOT_GIVEN =
  '的了是在无未不没也又就都还才很太最更再已被把给对从到因为与和跟或但且则即所其此这那哪什么谁几少每各某另他她它你我您们两个只次例位名岁号分秒钟周后时候期间左右里外内旁边侧去肺肝肾脾胃肠腿足膝肤癣毒菌素药剂术瞳镜囊增减切愈产孕胎乳宫巢腔膜脏骨筋肌液超常没';
const SELDOM_GIVEN = '有一三四五六七八九十百千年月日天前上下点向多';
const OPENS_OTHER =
  '小老阿大二三四胖瘦黑高矮古阿买艾吐热帕努巴乌其那苏萨格扎卓次才德多丹洛旺央尼达平拉桑仁木日尔吉';

const KINDS = new Uint16Array(0x10000);
const mark = (characters: Iterable<string>, kind: number): void => {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    KINDS[code] = (KINDS[code] ?? 0) | kind;
  }
};
mark(RARE_SURNAMES + AMBIGUOUS_SURNAMES, CharacterKind.surname);
mark(PLAIN_SURNAMES, CharacterKind.plainSurname);
mark(
  DOUBLE_SURNAMES.map((name) => name.charAt(0)),
  CharacterKind.doubleSurname,
);
mark(GIVEN_CHARACTERS, CharacterKind.given);
mark(TELLING_CHARACTERS, CharacterKind.telling);
mark(TRANSLITERATION_CHARACTERS, CharacterKind.transliterates);
mark(NOT_GIVEN, CharacterKind.notGiven);
mark(SELDOM_GIVEN, CharacterKind.seldomGiven);
mark(CLINICAL_CHAR.source.slice(1, -1), CharacterKind.clinical);
mark(DOUBLED_CHARACTERS, CharacterKind.doubled);
mark(OPENS_OTHER, CharacterKind.opensOther);

/** Every kind that the character at an offset is of; 0 behind the end. */
export const kindsAt = (text: string, offset: number): number =>
  offset < text.length ? (KINDS[text.charCodeAt(offset)] ?? 0) : 0;

/** How many characters of a stretch are of a kind. */
export function countOf(text: string, from: number, to: number, kind: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if ((kindsAt(text, at) & kind) !== 0) count += 1;
  return count;
}

const NOT_IN_GIVEN = CharacterKind.notGiven | CharacterKind.clinical;

/** Two characters that given names are made of and clinical words are not. */
export function isGivenPair(text: string, offset: number): boolean {
  const first = kindsAt(text, offset);
  const second = kindsAt(text, offset + 1);
  return (first & second & CharacterKind.given) !== 0 && ((first | second) & NOT_IN_GIVEN) === 0;
}

/** Two characters that foreign names are written with. */
export const isTransliteration = (text: string, offset: number): boolean =>
  (kindsAt(text, offset) & kindsAt(text, offset + 1) & CharacterKind.transliterates) !== 0;

const DOUBLE: ReadonlySet<string> = new Set(DOUBLE_SURNAMES);
const ANY_SURNAME = CharacterKind.surname | CharacterKind.plainSurname;

/** How many characters the family name has that begins here; 0 if none does. */
export function surnameSize(text: string, offset: number): number {
  const kinds = kindsAt(text, offset);
  if ((kinds & CharacterKind.doubleSurname) !== 0 && DOUBLE.has(text.slice(offset, offset + 2))) return 2;
  return (kinds & ANY_SURNAME) === 0 ? 0 : 1;
}

/** How much a character speaks for a family name: 2, 1 if it is a word as well, or 0. */
export function surnameWeight(text: string, offset: number): number {
  const kinds = kindsAt(text, offset);
  if ((kinds & CharacterKind.plainSurname) !== 0) return 2;
  return (kinds & CharacterKind.surname) === 0 ? 0 : 1;
}
