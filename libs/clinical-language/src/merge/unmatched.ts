import { type Unmatched } from '@openrounds/contracts';
import { DETERMINERS, STOP_STEMS, STOP_WORDS } from '../lexicon/function-words';
import { phraseKeys } from '../lexicon/phrases';
import { byStem } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { type Sentence } from '../segmentation/sentences';
import { type Reading } from '../text/reading';
import { type Token } from '../text/tokens';

/** Chinese words that carry no clinical content of their own. */
const STOP_HAN =
  `患者 病人 患儿 因 来诊 来院 就诊 就医 入院 急诊 门诊 我院 医院 外院 当地 收入 收住 入住 前来 送来 送入 家属 本人 自诉 主诉 诉 自述 出现 发现 发生
开始 起病 发病 伴 伴有 伴随 并 且 并且 同时 及 和 或 与 以及 也 均 亦 又 再 后 前 时 起 于 在 从 自 由 至 到 向 对 其 之 的 地 得 了 着 过 是 为 系 有 无 未 不 否认 行 予 给予 进行
查体 体检 检查 体格检查 辅助检查 实验室检查 化验 结果 示 提示 显示 可见 可 见 呈 约 余 多 左右 上下 以上 以下 左 右 双 双侧 两侧 左侧 右侧 一侧 侧 部 处 轻度 中度 重度 明显 轻微
剧烈 轻 重 稍 略 较 较前 症状 体征 表现 情况 目前 现 今 今日 今天 昨日 昨天 近日 近期 近来 近 此次 本次 这次 当时 随后 之后 以后 之前 以来 期间 一直 仍 还 已 曾 曾经 既往 病史 史 体健 患 患有 每日
每天 次 个 分 年 月 日 天 周 小时 分钟 岁 男 女 男性 女性 吸氧 未吸氧 空气下 静息 状态下 未予重视 未治疗 未诊治 未就诊 为求 进一步 诊治 治疗 精神 可 尚可 一般 正常 异常 神志 平素
身体 深 做 时候 觉得 感觉 感 自觉 说 称 这 那 他 她 我 您 你 它 们 也 很 非常 比较 有点 一点 已经 然后 但 但是 而 如 若 等 经询问 询问 追问病史 追问 还有 另有 余无特殊 大小便 心电图 血常规 尿常规 生化 胸片 超声 一 二 三 两 几 数 某`.split(
    /\s+/,
  );

const STOP_TRIE = buildStopTrie();

function buildStopTrie(): PhraseTrie<true> {
  const trie = new PhraseTrie<true>();
  for (const word of STOP_HAN) trie.add(phraseKeys(word), true);
  return trie;
}

const CHUNK_MARKS: ReadonlySet<string> = new Set([
  ',',
  ';',
  '；',
  ':',
  '(',
  ')',
  '、',
  '。',
  '.',
  '[',
  ']',
  '/',
  '|',
]);
const CHUNK_WORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'but',
  'with',
  'nor',
  'which',
  'who',
  'that',
  '及',
  '和',
  '或',
  '但',
]);

/** What earlier stages made of the tokens. */
export interface Consumed {
  /** Tokens that led to a finding, a value, an attribute or the person. */
  readonly understood: ReadonlySet<number>;
  /** Tokens that only steer (cues) or tell the time. */
  readonly steering: ReadonlySet<number>;
}

interface Chunk {
  readonly from: number;
  readonly to: number;
}

function chunksOf(tokens: readonly Token[], sentence: Sentence, understood: ReadonlySet<number>): Chunk[] {
  const chunks: Chunk[] = [];
  let from = sentence.from;
  for (let position = sentence.from; position <= sentence.to; position += 1) {
    const token = tokens[position];
    const isBreak =
      position === sentence.to ||
      (token !== undefined &&
        !understood.has(position) &&
        (token.kind === 'line-end' || CHUNK_MARKS.has(token.text) || CHUNK_WORDS.has(token.text)));
    if (!isBreak) continue;
    if (position > from) chunks.push({ from, to: position });
    from = position + 1;
  }
  return chunks;
}

function hanStopPositions(tokens: readonly Token[], { from, to }: Chunk): Set<number> {
  return new Set(STOP_TRIE.matchAll(tokens, byStem, undefined, from, to).flatMap((match) => match.used));
}

function contentPositions(tokens: readonly Token[], chunk: Chunk, steering: ReadonlySet<number>): number[] {
  const stopped = hanStopPositions(tokens, chunk);
  const content: number[] = [];
  for (let position = chunk.from; position < chunk.to; position += 1) {
    const token = tokens[position];
    if (token === undefined || steering.has(position) || stopped.has(position)) continue;
    const isWord =
      token.kind === 'word' &&
      (token.text.length >= 3 || (token.text.length === 2 && tokens[position + 1]?.kind === 'number')) &&
      !STOP_WORDS.has(token.text) &&
      !STOP_STEMS.has(token.key) &&
      !DETERMINERS.has(token.text);
    if (isWord || token.kind === 'han') content.push(position);
  }
  const hanOnly = content.every((position) => tokens[position]?.kind === 'han');
  return hanOnly && content.length < 2 ? [] : content;
}

/** 右肺, 双侧小腿: the side belongs to what is quoted. */
function withSide(tokens: readonly Token[], first: number, from: number): number {
  const at = tokens[first - 1]?.text === '侧' ? first - 2 : first - 1;
  return at >= from && /^[左右双两全单一]$/.test(tokens[at]?.text ?? '') ? at : first;
}

/**
 * The stretches of a sentence in which nothing was understood although they seem to say something: shown to the
 * teacher, never guessed at.
 */
export function unmatchedIn(reading: Reading, sentence: Sentence, consumed: Consumed): Unmatched[] {
  return chunksOf(reading.tokens, sentence, consumed.understood).flatMap((chunk) => {
    for (let position = chunk.from; position < chunk.to; position += 1) {
      if (consumed.understood.has(position)) return [];
    }
    const content = contentPositions(reading.tokens, chunk, consumed.steering);
    const [first] = content;
    const last = content[content.length - 1];
    if (first === undefined || last === undefined) return [];
    return [reading.quote(withSide(reading.tokens, first, chunk.from), last + 1)];
  });
}
