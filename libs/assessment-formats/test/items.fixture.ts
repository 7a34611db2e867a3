import { type Item } from '../src';

/** What must stay text wherever it goes: markup, a formula, what steers GIFT. */
export const HOSTILE = '<script>alert(1)</script> & =HYPERLINK("http://x") {~a=b#c:d} \\ ]]> 5 < 7';

const frame = {
  stem: [{ en: 'A woman of 58.\nShe is short of breath.', zh: '58岁女性。气促。' }],
  explanation: [{ en: 'Look at the calf.', zh: '查看小腿。' }],
  author: 'OpenRounds',
  licence: 'CC BY 4.0',
  version: 3,
};
const ask = { en: 'Which?', zh: '哪一项？' };
const title = (en: string) => ({ en, zh: `题：${en}` });
const why = { en: 'It hurts the same way.', zh: '疼痛相似。' };

/** One question of each kind; `PICTURE` is three bytes of a file. */
export const ITEMS = {
  single: {
    ...frame,
    id: 'or-single',
    title: title('One'),
    ask,
    response: {
      kind: 'single',
      options: [
        { id: 'pneumonia', text: { en: 'Pneumonia', zh: '肺炎' }, right: false, feedback: why },
        { id: 'embolism', text: { en: 'Pulmonary embolism', zh: '肺栓塞' }, right: true },
        { id: 'hostile', text: { en: HOSTILE, zh: HOSTILE }, right: false },
      ],
    },
  },
  several: {
    ...frame,
    id: 'or-several',
    title: title('Several'),
    ask,
    response: {
      kind: 'several',
      options: ['a', 'b', 'c', 'x', 'y'].map((id) => ({
        id,
        text: { en: `Option ${id}`, zh: `选项${id}` },
        right: id < 'x',
      })),
    },
  },
  numeric: {
    ...frame,
    id: 'or-numeric',
    title: title('Number'),
    ask: { en: 'How much is the sodium?', zh: '血钠是多少？' },
    response: { kind: 'numeric', value: 138.5, tolerance: 0.5, unit: 'mmol/L' },
  },
  'short-text': {
    ...frame,
    id: 'or-short',
    title: title('Word'),
    ask,
    response: {
      kind: 'short-text',
      accepted: [
        { en: 'D-dimer*', zh: 'D-二聚体*' },
        { en: 'D dimer', zh: 'D二聚体' },
      ],
    },
  },
  matching: {
    ...frame,
    id: 'or-matching',
    title: title('Pairs'),
    ask,
    response: {
      kind: 'matching',
      pairs: [
        { id: '1', left: { en: 'A -> B', zh: '甲 -> 乙' }, right: { en: 'first', zh: '一' }, feedback: why },
        { id: '2', left: { en: 'C', zh: '丙' }, right: { en: 'second', zh: '二' } },
        { id: '3', left: { en: 'D', zh: '丁' }, right: { en: 'third', zh: '三' } },
      ],
    },
  },
  ordering: {
    ...frame,
    id: 'or-ordering',
    title: title('Order'),
    ask,
    response: {
      kind: 'ordering',
      entries: ['one', 'two', 'three'].map((id) => ({ id, text: { en: `Step ${id}`, zh: `步骤${id}` } })),
    },
  },
  differential: {
    ...frame,
    id: 'or-differential',
    title: title('List'),
    ask,
    response: {
      kind: 'differential',
      lines: 6,
      rubric: { en: 'Embolism at 40 % or more.', zh: '肺栓塞≥40%。' },
    },
  },
} as const satisfies Record<string, Item>;

/** The same question with all that a question may have. */
export const RICH: Item = {
  ...ITEMS.single,
  id: 'or-rich',
  pictures: [
    {
      name: 'film.png',
      mediaType: 'image/png',
      bytes: new Uint8Array([1, 2, 255]),
      alt: { en: 'A film', zh: '胸片' },
    },
  ],
  hints: [{ en: 'Think of clots.', zh: '想一想血栓。' }],
  penalty: 0.25,
};
