import { stem } from '../text/stem';
import { standsAt } from '../text/at-position';
import { type Token } from '../text/tokens';
import { type Skipping } from './phrase-dictionary';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const stems = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(stem));

/** Words that never change which concept is meant; they are left out of phrases and of texts before look-up. */
export const DETERMINERS: ReadonlySet<string> = words(
  'a an the her his its their my our your this that these those',
);

/** Words that carry no clinical content of their own. */
export const STOP_WORDS: ReadonlySet<string> = words(`
  a about above across after again all along also am among an and any are around as at be because been before being
  between both but by came come comes can could day days did do does doing done down during each either ever few first
  for found from further gave get gets given go goes going got had has have having he her here hers him his how i if in
  into is it its itself just last later lately like made make many may me more most much my near new next no nor not
  note noted notes now of off on once one only or other our out over own part per quite rather really reported reports report
  s same seen she should shows showed since so some still such t take taken takes than that the their them then there
  these they this those three through time times to today tonight too took two under until up upon us very via was we
  well went were what when where whether which while who whom whose why will with within without would yesterday yet
  you your morning afternoon evening night week weeks month months year years hour hours minute minutes ago old aged age
  patient patients pt man woman male female boy girl lady gentleman person child baby infant
  comes presents presented presenting presentation present complains complained complaint complaining complaints attends
  attended seen brought bring admitted admission referred refers emergency department ed er hospital clinic ward room
  surgery's practice gp doctor physician ambulance visit visits visited consult consulted history examination
  examined exam findings finding on air measured shows reveals revealed says said states stated describes described
  denies denied reports noticed notices feels feel felt started start starts began begin begins onset developed develops
  develop experienced experiencing experiences having otherwise including associated accompanied along follow followed
  following additionally furthermore moreover however although though because therefore thus
  four five six seven eight nine ten am pm o'clock left right side sided bilateral bilaterally
  mild moderate severe slight slightly marked markedly significant significantly obvious
  mr mrs ms miss dr name known unknown value values level levels result results test tests normal laboratory labs lab
  serum plasma org date address phone email mrn url plate bank wechat national id investigations investigation vital signs vitals general physical shows showing iii avf avl lead leads ecg ekg mri
  ct cxr xray ray scan previously twice times onwards daily weekly
`);

/** Everyday words that are abbreviations in capitals: "pads" is no peripheral arterial disease. */
export const ORDINARY_WORDS: ReadonlySet<string> = words(`
  mm ml kg mg cm pad ped pet cat map mass aids ace arm cap car cup fat fit gas hip ill lad leg met mi par pus rash sad sat ten tic toe van
  who aid ad ms mac tall tap lip led las bit bat bad age hot low cold cost dip dub dot form hit hut jam lot mod mop nap
  pan pie pin pip pit pop pot rib rip run sap ship sip sob spa tin tip
`);

/** The same as stems, for comparing with the keys of tokens. */
export const STOP_STEMS: ReadonlySet<string> = stems([...STOP_WORDS].join(' '));

/**
 * Words that may stand inside a phrase of the dictionary without changing it: "chest [is] clear",
 * "pain in [left] arm", "swelling of [both] ankles".
 */
export const INNER_FILLERS: ReadonlySet<string> = words(`
  is are was were be been being has have had feels felt looks looked appears appeared seems seemed remains remained
  became becomes very quite rather so some mild mildly moderate moderately severe severely marked markedly slight
  slightly intense significant significantly obvious obviously left right both bilateral bilaterally sided side
  acute new also somewhat extremely little bit more of to diffusely completely
`);

/** The same in Chinese; multi-character fillers are skipped whole. */
const INNER_FILLERS_ZH: readonly string[] = [
  '左侧', '右侧', '双侧', '两侧', '一侧', '单侧', '明显', '轻度', '中度', '重度', '轻微', '剧烈', '显著', '较', '稍',
  '略', '的', '左', '右', '双', '部', '有', '局部', '处', '时有', '有时', '呈', '感', '里', '内', '上', '周围', '附近',
  '突然', '特别', '非常', '十分', '极度', '极', '很', '太', '比较', '有点', '有些', '有点儿', '稍微', '总是', '总', '老是', '经常',
  '时常', '常常', '常', '偶尔', '偶有', '偶', '偶发', '反复', '持续', '持续性', '间断', '间断性', '间歇性', '阵发性', '严重', '越来越',
  '逐渐', '渐', '一直', '始终', '感觉', '觉得', '会', '出现', '发生', '开始', '变得', '变', '得', '带', '又', '也', '都', '还', '异常',
  '频繁', '长期', '慢性', '急性', '轻', '重', '大', '小', '整个', '两侧', '两边', '一边', '半边', '可见', '见', '可及', '伴',
]; // prettier-ignore

/** Kinds of pain that may stand between a part of the body and 痛: 腹部隐痛, 头胀痛, 牙一跳一跳地痛. */
const PAIN_QUALITIES_ZH: readonly string[] = [
  '隐隐作', '隐隐', '隐', '胀', '涨', '酸', '刺', '钝', '绞', '剧', '剧烈', '抽', '抽着', '跳', '坠', '灼', '闷', '阵', '阵阵', '阵发性',
  '锐', '跳跃性', '搏动性', '搏动样', '压榨性', '压榨样', '针刺样', '针扎样', '撕裂样', '撕裂性', '刀割样', '烧灼样', '烧灼', '灼烧', '牵拉',
  '牵扯', '痉挛性', '痉挛样', '放射性', '游走性', '持续性', '间歇性', '夜间', '晨起', '活动', '一跳一跳地', '一阵一阵', '隐隐地', '作', '发', '酸胀',
  '胀坠', '坠胀', '肿', '麻', '冷', '热',
]; // prettier-ignore

/** Joins the parts of one written word ("D-dimer", "chest-pain") or stands between words without meaning. */
const JOINERS: ReadonlySet<string> = new Set(['-', '"', "'", '·', '®', '™', '*', '_', '<', '>']);

/** Whether look-up passes over a token altogether. */
export function isTransparent(token: Token): boolean {
  return token.kind === 'mark'
    ? JOINERS.has(token.text)
    : token.kind === 'word' && DETERMINERS.has(token.text);
}

/** How many tokens at `position` may be passed over inside a phrase. */
export function skippableAt(tokens: readonly Token[], position: number): number {
  const token = tokens[position];
  if (token === undefined) return 0;
  if (isTransparent(token) || token.text === ':') return 1;
  if (token.kind === 'word') return INNER_FILLERS.has(token.text) ? 1 : 0;
  if (token.kind !== 'han') return 0;
  return fillerLength(tokens, position) || qualityLength(tokens, position);
}

/** Words by their first character, longest first. */
function byFirstCharacter(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) index.set(word[0] ?? '', [...(index.get(word[0] ?? '') ?? []), word]);
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}

const FILLERS_ZH = byFirstCharacter(INNER_FILLERS_ZH);
const QUALITIES_ZH = byFirstCharacter(PAIN_QUALITIES_ZH);

function fillerLength(tokens: readonly Token[], position: number): number {
  const words = FILLERS_ZH.get(tokens[position]?.text ?? '');
  return words?.find((word) => standsAt(tokens, position, word))?.length ?? 0;
}

/** The kind of a pain counts as such only right before the pain. */
function qualityLength(tokens: readonly Token[], position: number): number {
  const words = QUALITIES_ZH.get(tokens[position]?.text ?? '');
  const isQuality = (word: string): boolean =>
    standsAt(tokens, position, word) && tokens[position + word.length]?.key === '痛';
  return words?.find(isQuality)?.length ?? 0;
}

/** What phrases of the dictionary may leave out of a text. */
export const SKIPPING: Skipping = { skippable: skippableAt, limit: 4 };
