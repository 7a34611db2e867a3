import { type ChineseWords, chineseWords } from './chinese-words';
import { AMBIGUOUS_SURNAMES, CLINICAL_CHAR, NO_NAME_ZH, PLAIN_SURNAMES, RARE_SURNAMES } from './names-zh';
import { type KindHit } from './rules/mask-rule';
import { CLINICAL_PAIRS } from './words/chinese-clinical-pairs';
import {
  DOUBLE_SURNAMES,
  DOUBLED_CHARACTERS,
  GIVEN_CHARACTERS,
  MINORITY_NAMES,
  TELLING_CHARACTERS,
  TRANSLITERATION_CHARACTERS,
} from './words/chinese-name-characters';

const CLAUSE = /[\p{Script=Han}·]+/gu;
const DOUBLE: ReadonlySet<string> = new Set(DOUBLE_SURNAMES);
const SURNAME_WEIGHT: ReadonlyMap<string, number> = new Map([
  ...Array.from(RARE_SURNAMES, (char) => [char, 1] as const),
  ...Array.from(AMBIGUOUS_SURNAMES, (char) => [char, 1] as const),
  ...Array.from(PLAIN_SURNAMES, (char) => [char, 2] as const),
]);
const NO_NAME = new RegExp(`^${NO_NAME_ZH}`, 'u');

const KIN =
  '(?:父亲|母亲|爸爸|妈妈|爸|妈|妻子|丈夫|前夫|前妻|配偶|爱人|老公|老婆|媳妇|对象|男友|女友|男朋友|女朋友|未婚夫|未婚妻|儿子|女儿|长子|次子|长女|次女|幼子|幼女|哥哥|弟弟|姐姐|妹妹|[堂表][哥弟姐妹兄]|[大小二三]?[姑姨舅叔伯]{1,2}[父母妈]?|祖父|祖母|外公|外婆|爷爷|奶奶|姥姥|姥爷|儿媳|女婿|孙子|孙女|外孙女?|侄子|侄女|外甥女?|岳父|岳母|公公|婆婆|嫂子|家属|亲属|朋友|同事|同学|同乡|老乡|邻居|室友|舍友|工友|战友|病友|监护人|联系人|收件人|陪护|护工|保姆|房东|老板|其[父母妻夫子女兄弟姐妹])';
const ROLE =
  '(?:患者|患儿|病人|病员|产妇|孕妇|伤者|死者|老人|学生|战士|司机|姓名|名字|真名|本名|大名|小名|乳名|昵称|名叫|叫做|叫|我是|主刀|术者|助手|[一二三]助|麻醉|记录者?|签名|签字|审核者?|报告者?|操作者|[医药护技][师士生]|护士长|大夫|主任|教授|老师|\\d床|床|编剧|导师|村医|书记|村长|班长|队长)';
/** Right before a name, beyond doubt. */
const ANNOUNCES = new RegExp(`(?:${KIN}|${ROLE})[ :：,是为叫]{0,2}$`, 'u');
/** Before a name, and before much else. */
const LEADS =
  /(?:[与和跟同及、给请由经找让叫替陪被问向对把为]|病友|隔壁|那个|这个|那位|这位|联系|通知|感谢|谢谢|告诉|麻烦|是|关于|有|连|随|等|像|包括|例如|不是|就是|见到|看见|遇到)$/u;
const CLAUSE_START = /(?:^|[^\p{Script=Han}])$/u;

/** What only a person does, has or is. */
const PERSONAL =
  /^(?:[,(（ ]{0,2}(?:男|女)(?:[,，。 )]|性|$|\d)|[,(（ ]{1,2}\d{1,3} ?岁|医生|医师|大夫|主任|教授|院长|护士|老师|同学|小朋友|先生|女士|小姐|太太|师傅|夫妇|夫妻|两口|母子|父子|妈妈|爸爸|家属|家长|的(?:妈|爸|父|母|儿|女|家|爱人|丈夫|妻|老公|老婆|病历|片子|切片|床|标本|化验|报告|检查|结果)|说|讲|问|诉|称|表示|代诉|自诉|陪同|陪护|护送|送|签字|签名|同意|拒绝|要求|放弃|主刀|查房|会诊|接诊|执刀|操作|记录|审核|报告|之[子女父母]|同住|一家|本人)/u;
/** Behind these even a word is a name (安静, 高兴). */
const BEYOND_DOUBT =
  /^(?:[,(（ ]{0,2}(?:男|女)(?:[,，。 )]|性|$|\d)|[,(（ ]{1,2}\d{1,3} ?岁|先生|女士|小朋友|同学|的(?:妈妈|爸爸|母亲|父亲|丈夫|妻子|奶奶|爷爷|家属))/u;
/** Where a clause goes on behind a name. */
const GOES_ON =
  /^(?:$|[^\p{Script=Han}]|[的因于与和跟同及在今昨明前现已仍又也就都还才把被给从突入出来去到行拟有无未不没能会可想要让叫请同陪他她送代电打得多很值喊喝吃走跑摔晕发咳头腹胸高低血体术右左双上下近一两三半自反持偶先后每曾是为说感觉手配化复随服用住转回做看测醒睡哭闹踝膝腰脚足皮眼耳鼻咽喉心肺肝肾胃肠脑])/u;

/** Characters of grammar, number and time, which given names do not hold. */
const NOT_GIVEN =
  /[的了是在无未不没也又就都还才很太最更再已被把给对从到因为与和跟或但且则即所其此这那哪什么谁几少每各某另他她它你我您们两个只次例位名岁号分秒钟周后时候期间左右里外内旁边侧去肺肝肾脾胃肠腿足膝肤癣毒菌素药剂术瞳镜囊增减切愈产孕胎乳宫巢腔膜脏骨筋肌液超常没]/u;
/** Sometimes in a given name (一鸣, 有福, 天佑), mostly not. */
const SELDOM_GIVEN = /[有一三四五六七八九十百千年月日天前上下点向多]/u;
/** Foreign names of diseases and medicines that begin like a Chinese name. */
const TRANSLITERATED_TERM =
  /^(?:吉兰|吉伯|孟鲁|罗夫|孔源|韦格纳|卢德|桑拿|麻古|鱼生|达英|纳可|思瑞康|安哥|青光|来大姨|高弓|高[一出]|梦游|怀[中孕]|向家庭|向[凝阳]|边舒|韦尼克|马凡|马方|马尔尼菲|莫西|莫沙|莫匹|马西|罗培|罗红|罗哌|罗库|罗米|富隆|雷诺|雷公藤|贝赫|贝尔|贝那|霍奇金|何杰金|唐氏|唐宝|马兰|卢格|夏科|柯氏|库欣|席汉|艾森|艾司|艾可|伏立|伏格|万古|万托|万艾可|沙丁|沙美|利奈|利伐|利多|利培|利福|利托|维库|温特|费城|费伯|屈大|屈光|乌司|康柏|高乌|安博|安理申|安体|安非|易善|易瑞|林可|林格|林奇|何首乌|闻人[语声]|牛皮|毛囊|满堂|单克|麻风|麻疹|梅毒|梅克|高弓|青光|青霉|项强|戴[眼耳美环镜着上了越]|曾[上经自得切中患有用服因被多]|常[正超见有]|阴[超道囊茎]|连花|红霉|金刚|金葡|石膏|白[瞳喉念血]|杜冷|杜氏|杜小|段[增抬压]|余[肺均未健]|屈[腿膝髋]|叶[正岛增]|史[正]|尚[正]|罗音|江米|高[一出二三])/u;
const COLLOQUIAL =
  /^(?:阿姨|大姨(?!妈)|大爷|大妈|大娘|大叔|大婶|大嫂|大哥|大姐|叔叔|伯伯|婆婆|奶奶|爷爷|老太太?|老爷子|老头|老汉|姨妈|姐姐|哥哥|姐|哥|叔|婶|嫂|姨(?!妈)|伯|爷|妈|总|工(?![作厂地伤人资业]))/u;
const PROFESSIONAL =
  /^(?:医生|医师|大夫|主任|教授|院长|护士长?|护师|老师|同学|先生|女士|小姐|太太|师傅|经理|书记|村长|队长|班长|校长|科长|处长|局长|警官|律师|博士|主管|店长|厂长|助理|药师|技师|导师|阿公|阿婆)/u;

interface Candidate extends KindHit {
  readonly score: number;
}
const ENOUGH = 4;

class ClauseReader {
  private words: ChineseWords | undefined;
  private readonly announced = new Map<number, boolean>();
  private readonly led = new Map<number, boolean>();

  constructor(
    private readonly text: string,
    private readonly clause: string,
    private readonly from: number,
  ) {}

  read(): KindHit[] {
    const found: KindHit[] = [];
    for (let at = 0; at < this.clause.length; at += 1) {
      const hit =
        this.foreign(at) ??
        this.titled(at) ??
        this.named(at) ??
        this.anybody(at) ??
        this.nicknamed(at) ??
        this.givenOnly(at) ??
        this.bareGiven(at);
      if (hit === undefined) continue;
      found.push({ start: this.from + hit.start, end: this.from + hit.end, kind: 'name' });
      at = hit.end - 1;
    }
    return found;
  }

  /** 关主任, 裴女士, 诸葛大夫; 张阿姨 and 王姐 as a whole. */
  private titled(at: number): Candidate | undefined {
    const size = this.surnameSize(at);
    if (size === 0) return undefined;
    const rest = this.clause.slice(at + size, at + size + 4);
    const colloquial = COLLOQUIAL.exec(rest)?.[0];
    if (colloquial === undefined && !PROFESSIONAL.test(rest)) return undefined;
    if (!this.standsAlone(at, size) || this.isGrammar(at)) return undefined;
    if (colloquial !== undefined && colloquial.length === 1 && !this.opensOrLed(at)) return undefined;
    if (colloquial !== undefined && this.weight(at) < 2 && size === 1 && !this.opensOrLed(at))
      return undefined;
    return { start: at, end: at + size + (colloquial?.length ?? 0), kind: 'name', score: ENOUGH };
  }

  /** 李四, 王五: whoever is meant. */
  private anybody(at: number): Candidate | undefined {
    const end = at + 2;
    if (!/^(?:张三|李四|王五|赵六|王二|李二|张二)$/u.test(this.clause.slice(at, end))) return undefined;
    return this.opensOrLed(at) ? { start: at, end, kind: 'name', score: ENOUGH } : undefined;
  }

  /** A family name with one or two characters behind it. */
  private named(at: number): Candidate | undefined {
    const size = this.surnameSize(at);
    if (size === 0 || NOT_GIVEN.test(this.clause.charAt(at + size)) || this.followsNumber(at))
      return undefined;
    const here = this.clause.slice(at, at + 4);
    if (
      (NO_NAME.test(here) && !BEYOND_DOUBT.test(this.after(at + 2))) ||
      (size === 1 && TRANSLITERATED_TERM.test(here))
    )
      return undefined;
    if (!this.mayBeName(at, size)) return undefined;
    const best = [1, 2]
      .map((given) => this.weigh(at, size, given))
      .reduce((a, b) => ((b?.score ?? 0) > (a?.score ?? 0) ? b : a), undefined);
    return best !== undefined && best.score >= ENOUGH ? best : undefined;
  }

  /** Cheap to ask: a word of the dictionary or of medicine begins here, and nothing announces a person. */
  private mayBeName(at: number, size: number): boolean {
    const weight = size === 2 ? 3 : this.weight(at);
    const telling =
      GIVEN_CHARACTERS.has(this.clause.charAt(at + size)) ||
      GIVEN_CHARACTERS.has(this.clause.charAt(at + size + 1));
    return weight > 1 || telling || this.isAnnounced(at);
  }

  private weigh(at: number, size: number, given: number): Candidate | undefined {
    const end = at + size + given;
    if (end > this.clause.length) return undefined;
    const own = this.clause.slice(at + size, end);
    if (NOT_GIVEN.test(own)) return undefined;
    const announced = this.isAnnounced(at);
    const clinical = Array.from(own).filter((char) => CLINICAL_CHAR.test(char));
    if (clinical.some((char) => !announced || !GIVEN_CHARACTERS.has(char))) return undefined;
    const after = this.after(end);
    const personal = PERSONAL.test(after);
    const goesOn = GOES_ON.test(after);
    if (!personal && !goesOn && !this.breaks(end)) return undefined;
    const likely = Array.from(own).filter((char) => GIVEN_CHARACTERS.has(char)).length;
    const seldom = SELDOM_GIVEN.test(own);
    if (seldom && (own.length < 2 || likely === 0) && !(announced && personal)) return undefined;
    const doubtless = BEYOND_DOUBT.test(after) && (announced || this.opens(at)) && likely === own.length;
    const certain =
      doubtless || (announced && (personal || (this.weight(at) === 2 && likely === own.length)));
    if (!certain) {
      if (size === 1 && CLINICAL_PAIRS.has(this.clause.slice(at, at + 2))) return undefined;
      if (this.isWordish(at, size, end, announced)) return undefined;
    }
    let score = size === 2 ? 3 : this.weight(at);
    score += 1.5 * likely - (seldom && likely > 0 ? 0 : (own.length - likely) * 0.5);
    score += 0.5 * Array.from(own).filter((char) => TELLING_CHARACTERS.has(char)).length;
    if (announced) score += 3;
    else if (this.opens(at)) score += 1;
    else score += this.isLed(at) ? 1 : personal ? -1 : -2;
    score += personal ? 2 : this.endsClause(end) ? 0.5 : goesOn ? 0.25 : announced ? -0.5 : -1.5;
    return { start: at, end, kind: 'name', score };
  }

  /** 老李, 小芳, 阿珍, 二柱, 强子, 胖哥, 丽娟姐. */
  private nicknamed(at: number): Candidate | undefined {
    const pair = this.clause.slice(at, at + 2);
    const hit = (end: number): Candidate => ({ start: at, end, kind: 'name', score: ENOUGH });
    if (/^[胖瘦黑高矮]$/u.test(pair.charAt(0)) && /^[哥姐妹弟叔婶子]$/u.test(pair.charAt(1))) {
      return this.opensOrLed(at) && this.goesOn(at + 2) ? hit(at + 2) : undefined;
    }
    if (!NICKNAME_START.test(pair) && !this.isGivenPair(at)) return undefined;
    if (/^[强勇军刚柱栓虎梅伟峰磊涛超铁锁狗石]子$/u.test(pair)) {
      return this.breaks(at) && this.breaks(at + 2) && this.wordLength(at) < 2 && this.opensOrLed(at)
        ? hit(at + 2)
        : undefined;
    }
    const tells = /^[小阿]/u.test(pair) && TELLING_CHARACTERS.has(pair.charAt(1)) && this.breaks(at);
    if (/^[小老阿大二三四]/u.test(pair) && this.wordLength(at) < 2 && (tells || this.opensOrLed(at))) {
      const second = pair.charAt(1);
      const isName =
        pair.startsWith('小') || pair.startsWith('阿')
          ? GIVEN_CHARACTERS.has(second) || this.weight(at + 1) === 2
          : pair.startsWith('老')
            ? this.weight(at + 1) >= 1
            : /[柱栓牛虎狗蛋妮丫伟军强勇刚壮毛宝龙凤]/u.test(second);
      if (
        pair.startsWith('老') &&
        isName &&
        /^[头汉太]/u.test(this.clause.slice(at + 2)) &&
        this.goesOn(at + 3)
      )
        return hit(at + 3);
      if (!isName || NICKNAME_LOOK_ALIKE.test(this.clause.slice(at, at + 3))) return undefined;
      const twice =
        /^[小阿]/u.test(pair) && this.isGivenPair(at + 1) && this.goesOn(at + 3) && this.breaks(at + 3);
      if (twice) return hit(at + 3);
      return this.breaks(at + 2) || this.goesOn(at + 2) ? hit(at + 2) : undefined;
    }
    const title = /^(?:姐|哥|妹|弟|嫂|婶|叔|姨|妈妈|爸爸|奶奶|爷爷)/u.exec(
      this.clause.slice(at + 2, at + 4),
    )?.[0];
    const given =
      this.wordLength(at) < 2 ? this.isGivenPair(at) : GIVEN_WORDS.test(pair) && this.opensOrLed(at);
    if (title?.length === 1 && given && this.breaks(at)) {
      return hit(at + 2 + title.length);
    }
    return undefined;
  }

  /** 孙女可欣, 女婿托马斯: behind a relation a given name needs no family name. */
  private givenOnly(at: number): Candidate | undefined {
    if (
      !this.isGivenPair(at) &&
      ![at, at + 1].every((place) => TRANSLITERATION_CHARACTERS.has(this.clause.charAt(place)))
    )
      return undefined;
    if (!this.isAnnounced(at) || !this.breaks(at) || this.before(at).endsWith(',')) return undefined;
    for (const size of [4, 3, 2]) {
      const own = this.clause.slice(at, at + size);
      if (own.length < size || NOT_GIVEN.test(own) || CLINICAL_CHAR.test(own)) continue;
      const set = size === 2 ? GIVEN_CHARACTERS : TRANSLITERATION_CHARACTERS;
      if (!Array.from(own).every((char) => set.has(char))) continue;
      const telling = size === 2 && Array.from(own).some((char) => TELLING_CHARACTERS.has(char));
      if (!this.breaks(at + size) || (!telling && !this.goesOn(at + size))) continue;
      if (size === 2 && this.wordLength(at) >= 2) continue;
      return { start: at, end: at + size, kind: 'name', score: ENOUGH };
    }
    return undefined;
  }

  /** 卓玛, 古丽娜尔; 汤姆说: names of the minorities and from abroad. */
  private foreign(at: number): Candidate | undefined {
    const couldBe =
      MINORITY_NAMES.test(this.clause.slice(at, at + 4)) ||
      [at, at + 1].every((place) => TRANSLITERATION_CHARACTERS.has(this.clause.charAt(place)));
    if (!couldBe) return undefined;
    const opens = this.opensOrLed(at);
    const hit = (size: number): Candidate => ({ start: at, end: at + size, kind: 'name', score: ENOUGH });
    const minority = opens ? MINORITY_NAMES.exec(this.clause.slice(at, at + 6))?.[0] : undefined;
    if (minority !== undefined && this.goesOn(at + minority.length)) return hit(minority.length);
    if (!opens || !TRANSLITERATION_CHARACTERS.has(this.clause.charAt(at)) || !this.breaks(at))
      return undefined;
    const size = [2, 3, 4, 5].find(
      (length) =>
        this.breaks(at + length) &&
        /^(?:说|问他|问她|告诉|抱怨|表示|承认|否认|先生|女士|太太|小姐)/u.test(this.after(at + length)) &&
        Array.from(this.clause.slice(at, at + length)).every((char) => TRANSLITERATION_CHARACTERS.has(char)),
    );
    return size === undefined || this.surnameSize(at) > 0 ? undefined : hit(size);
  }

  /** 思琪今天化疗, 让雨桐喝水, 乐乐吐了, 卓玛说: a given name alone, where a person stands. */
  private bareGiven(at: number): Candidate | undefined {
    const first = this.clause.charAt(at);
    const isDouble = first === this.clause.charAt(at + 1) && DOUBLED_CHARACTERS.has(first);
    if (!isDouble && !this.isGivenPair(at)) return undefined;
    if (!this.opensOrLed(at) || !this.breaks(at) || TRANSLITERATED_TERM.test(this.clause.slice(at, at + 4)))
      return undefined;
    const hit = (size: number): Candidate => ({ start: at, end: at + size, kind: 'name', score: ENOUGH });
    const pair = this.clause.slice(at, at + 2);
    if (pair.length < 2 || !this.breaks(at + 2)) return undefined;
    if (
      !this.goesOn(at + 2) &&
      (!this.isGivenPair(at) || Array.from(pair).some((char) => !TELLING_CHARACTERS.has(char)))
    )
      return undefined;
    if (pair.charAt(0) === pair.charAt(1)) return DOUBLED_CHARACTERS.has(pair.charAt(0)) ? hit(2) : undefined;
    if (this.wordLength(at) > 1) return undefined;
    const tells = Array.from(pair).filter((char) => TELLING_CHARACTERS.has(char)).length;
    return this.isGivenPair(at) && tells > 0 && !CLINICAL_PAIRS.has(pair) && !TRANSLITERATED_TERM.test(pair)
      ? hit(2)
      : undefined;
  }

  private surnameSize(at: number): number {
    if (DOUBLE.has(this.clause.slice(at, at + 2))) return 2;
    return SURNAME_WEIGHT.has(this.clause.charAt(at)) ? 1 : 0;
  }

  private weight(at: number): number {
    return SURNAME_WEIGHT.get(this.clause.charAt(at)) ?? 0;
  }

  private isGivenPair(at: number): boolean {
    const own = this.clause.slice(at, at + 2);
    return (
      GIVEN_CHARACTERS.has(own.charAt(0)) &&
      GIVEN_CHARACTERS.has(own.charAt(1)) &&
      !CLINICAL_CHAR.test(own) &&
      !NOT_GIVEN.test(own)
    );
  }

  /** 何时, 高热, 周围, 苏醒: the dictionary has it, or a word runs over its edge. */
  private isWordish(at: number, size: number, end: number, announced: boolean): boolean {
    if (!this.breaks(at)) return !announced || size === 1;
    const first = this.wordLength(at);
    if (first === end - at && first === 3 && this.weight(at) === 2)
      return !this.opens(at) && !this.isLed(at) && !announced;
    if (first > size) return size === 1 || first > 2;
    return !announced && !this.breaks(end);
  }

  /** A family name that is no part of a longer word: 主管|医生, but 麻烦|关|主任. */
  private standsAlone(at: number, size: number): boolean {
    return this.breaks(at) && (this.wordLength(at) <= size || this.weight(at) === 2 || size === 2);
  }

  /** 孕42周, 3周: weeks. */
  private followsNumber(at: number): boolean {
    return /[\d一二两三四五六七八九十几数每A-Za-z-]$/u.test(this.before(at));
  }

  private isGrammar(at: number): boolean {
    if (/^(?:班主任|康复|单位|全科|住院)/u.test(this.clause.slice(at, at + 3))) return true;
    return (
      /[于和同与由经从全单连时都能有成管向常任何]/u.test(this.clause.charAt(at)) &&
      !this.opens(at) &&
      !this.isAnnounced(at)
    );
  }

  private before(at: number): string {
    const place = this.from + at;
    return this.text.slice(Math.max(0, place - 10), place);
  }

  private after(at: number): string {
    const place = this.from + at;
    return this.text.slice(place, place + 8);
  }

  private isAnnounced(at: number): boolean {
    return this.asked(at, this.announced, ANNOUNCES);
  }

  private isLed(at: number): boolean {
    return this.asked(at, this.led, LEADS);
  }

  private opens(at: number): boolean {
    return at === 0 && CLAUSE_START.test(this.before(at));
  }

  /** What stands before a place is asked several times. */
  private asked(at: number, known: Map<number, boolean>, pattern: RegExp): boolean {
    const before = known.get(at);
    if (before !== undefined) return before;
    const answer = pattern.test(this.before(at));
    known.set(at, answer);
    return answer;
  }

  private opensOrLed(at: number): boolean {
    return this.opens(at) || this.isLed(at) || this.isAnnounced(at) || this.startsTopic(at);
  }

  /** 这两天强子…, 今天小芳…, 是阿珍的妈妈: behind a time or a copula a subject may stand. */
  private startsTopic(at: number): boolean {
    return (
      this.opens(at) ||
      /(?:[天日早晚午晨月周年]|时候|这会儿|昨晚上|今儿|了|着|过|好|跟|咱|咱们|我们|你们|那|这|可怜的|可怜|亲爱的|我家|俺家|咱家|刚才|现在|是|里的|说|床|隔壁|楼[上下]|对门|科|闺[蜜密]|哥们|兄弟|搭档|同桌|队友|师[兄姐弟妹]|学[长姐]|[^\\s]室的|科的|泌的)$/u.test(
        this.before(at),
      )
    );
  }

  private goesOn(at: number): boolean {
    const after = this.after(at);
    return PERSONAL.test(after) || GOES_ON.test(after);
  }

  private endsClause(at: number): boolean {
    return at === this.clause.length;
  }

  private breaks(at: number): boolean {
    return this.dictionary().breaksAt(this.from + at);
  }

  private wordLength(at: number): number {
    return this.dictionary().lengthAt(this.from + at);
  }

  private dictionary(): ChineseWords {
    this.words ??= chineseWords(this.clause, this.from);
    return this.words;
  }
}

const NICKNAME_START = /^(?:[小老阿大二三四]|.子)/u;
/** Given names that are words as well. */
const GIVEN_WORDS =
  /^(?:建国|国庆|建军|解放|卫东|爱国|和平|跃进|红梅|春花|秋菊|冬梅|春梅|腊梅|桂花|荷花|海燕|春燕|秀丽|美丽|建设|建华|志强|自强|永红|红旗|卫国|文明|胜利|福贵|来福|富贵|玉兰|木兰|牡丹|月季|杜鹃|百合|雪梅|雪莲|晓明|小明|小红|大伟|志明|春妮|翠花)$/u;
/** 小便, 大腿, 老年: words that are formed like a nickname and that the dictionary may cut. */
const NICKNAME_LOOK_ALIKE =
  /^(?:[小大老阿][便腿肠脑时白于米管方关面牛鱼车路单包农冷红古东边叶]|小[儿孩伙腹剂结丘细三心学区板子夜月中孔叶脑肠气梗胶水]|大[小大片约量多发学家出]|老[人师年是公婆伴家乡太板汉爷奶花病慢毛]|[二三四][级度尖联周]|阿[司托莫奇米昔苯片罗达仑昔维立普替洛]|小石|老高血)/u;

/** Names in Chinese characters, weighed by family name, characters and neighbours against the dictionary. */
export function chineseNames(text: string): KindHit[] {
  return Array.from(text.matchAll(CLAUSE), (match) =>
    new ClauseReader(text, match[0], match.index).read(),
  ).flat();
}
