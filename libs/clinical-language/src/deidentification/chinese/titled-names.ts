import { type KindHit } from '../rules/mask-rule';
import { surnameSize, surnameWeight } from './character-kinds';
import { type ChineseClause } from './clause';
import { isGrammar, opensTerm, standsAlone } from './vetoes';

const COLLOQUIAL =
  /^(?:阿姨|大姨(?!妈)|大爷|大妈|大娘|大叔|大婶|大嫂|大哥|大姐|叔叔|伯伯|婆婆|奶奶|爷爷|老太太?|老爷子|老头|老汉|姨妈|姐姐|哥哥|姐|哥|叔|婶|嫂|姨(?!妈)|伯|爷|妈|总|工(?![作厂地伤人资业]))/u;
const PROFESSIONAL =
  /^(?:医生|医师|大夫|主任|教授|院长|护士长?|护师|老师|同学|先生|女士|小姐|太太|师傅|经理|书记|村长|队长|班长|校长|科长|处长|局长|警官|律师|博士|主管|店长|厂长|助理|药师|技师|导师|阿公|阿婆)/u;
/** What these titles begin with. */
const TITLE_STARTS = new Set(
  '阿大叔伯婆奶爷老姨姐哥婶嫂妈总工医主教院护同先女小太师经书村队班校科处局警律博店厂助药技导',
);
/** 李四, 王五: whoever is meant. */
const ANYBODY = new Set(['张三', '李四', '王五', '赵六', '王二', '李二', '张二']);

/** 关主任, 裴女士, 诸葛大夫 before their title; 张阿姨 and 王姐 as a whole. */
export function titledName(clause: ChineseClause, at: number): KindHit | undefined {
  const size = surnameSize(clause.chars, at);
  if (size === 0 || !TITLE_STARTS.has(clause.chars.charAt(at + size))) return undefined;
  const rest = clause.slice(at + size, 4);
  const colloquial = COLLOQUIAL.exec(rest)?.[0];
  if (colloquial === undefined && !PROFESSIONAL.test(rest)) return undefined;
  if (size === 1 && opensTerm(clause, at)) return undefined;
  if (!standsAlone(clause, at, size) || isGrammar(clause, at)) return undefined;
  const doubtful =
    colloquial?.length === 1 ||
    (colloquial !== undefined && size === 1 && surnameWeight(clause.chars, at) < 2);
  if (doubtful && !clause.opensOrLed(at)) return undefined;
  return clause.name(at, at + size + (colloquial?.length ?? 0));
}

/** 张三, 李四 where a person stands. */
export const anybody = (clause: ChineseClause, at: number): KindHit | undefined =>
  surnameSize(clause.chars, at) > 0 && ANYBODY.has(clause.slice(at, 2)) && clause.opensOrLed(at)
    ? clause.name(at, at + 2)
    : undefined;
