import { type CaseCheckCode } from '@openrounds/contracts';
import { type Message } from './message';

/** What a check speaks of: the name of a finding or disease where it has one, else an id or a language. */
interface CheckWords {
  readonly of: string;
}

const ofId = (en: string, zh: string): Message<CheckWords> => ({
  en: ({ of }) => `${en} “${of}”.`,
  zh: ({ of }) => `${zh}“${of}”。`,
});
const said = (en: string, zh: string): Message<CheckWords> => ({ en: () => en, zh: () => zh });

/** What a check of a teaching case found, by its code. */
export const CASE_CHECKS: Readonly<Record<CaseCheckCode, Message<CheckWords>>> = {
  'unknown-finding': ofId('The knowledge base has no finding', '知识库中没有表现'),
  'unknown-state': ofId('The finding cannot be', '该表现没有状态'),
  'unknown-disease': ofId('The knowledge base has no disease', '知识库中没有疾病'),
  'unknown-problem': ofId('The knowledge base has no presenting problem', '知识库中没有主诉'),
  'unknown-test': ofId('The knowledge base has no test', '知识库中没有检查'),
  contradiction: {
    en: ({ of }) => `It contradicts what the case says of “${of}” elsewhere.`,
    zh: ({ of }) => `与病例中其他地方对“${of}”的描述相矛盾。`,
  },
  'identity-in-text': {
    en: ({ of }) => `An identity was masked here (${of}): write the sentence without it.`,
    zh: ({ of }) => `此处的身份信息已被遮盖（${of}）：请改写该句。`,
  },
  'stages-out-of-order': said(
    'Stages go from history over examination and laboratory to imaging.',
    '阶段应按病史、体格检查、实验室检查、影像学检查的顺序排列。',
  ),
  'stage-key-over-100': {
    en: ({ of }) => `The list for stage ${of} sums to more than 100 %.`,
    zh: ({ of }) => `第${of}阶段的列表之和超过100%。`,
  },
  'pregnancy-impossible': said('A man is not pregnant.', '男性不可能妊娠。'),
  'key-in-text': {
    en: ({ of }) => `“${of}” stands here before the last stage is revealed.`,
    zh: ({ of }) => `在最后阶段揭示之前，此处已出现“${of}”。`,
  },
  'language-missing': {
    en: ({ of }) =>
      `The ${of === 'zh' ? 'Chinese' : 'English'} text is missing; students see the other one, marked.`,
    zh: ({ of }) => `缺少${of === 'zh' ? '中文' : '英文'}文本；学生将看到另一语言的文本，并有标记。`,
  },
  'engine-disagrees': {
    en: ({ of }) => `After the last stage the engine puts “${of}” first.`,
    zh: ({ of }) => `最后阶段之后，引擎将“${of}”排在首位。`,
  },
};

/** Why a case of an imported file did not become a draft. */
export const IMPORT_REFUSALS = {
  'not-readable': { en: () => 'It cannot be read.', zh: () => '无法读取。' },
  'hash-mismatch': {
    en: () => 'It was changed since it was exported: its hash is another.',
    zh: () => '导出后已被修改：哈希值不符。',
  },
  'too-large': { en: () => 'The case is too large.', zh: () => '病例过大。' },
  'too-many': { en: () => 'More cases than one import may have.', zh: () => '超过一次导入的上限。' },
} as const satisfies Readonly<Record<string, Message>>;
