import { compiledOnce } from '@openrounds/testing';
import { symptom, VOCABULARY } from './vocabulary.fixture';
import { summary } from './summary';
import { understandText } from '../src/read-case';

const vocabulary = compiledOnce({
  ...VOCABULARY,
  findings: [
    ...VOCABULARY.findings,
    symptom('rash', 'Rash', '皮疹'),
    symptom('nosebleed', 'Nosebleed', '鼻出血'),
    symptom('headache', 'Headache', '头痛'),
  ],
});
/** What is read of the three, in the order of their names. */
const read = (text: string): string =>
  summary(understandText(text, undefined, vocabulary))
    .filter((line) => /^(?:rash|nosebleed|headache)/.test(line))
    .sort()
    .join(' ');

/** What is told, and what of it is read. */
const FRAMES: readonly (readonly [of: string, frames: readonly (readonly [text: string, read: string])[]])[] =
  [
    [
      'who has it',
      [
        ['I have a headache, my husband has a rash.', 'headache+'],
        ['I have a headache and my sister has a rash.', 'headache+'],
        ['I am worried about my son, he has a rash.', 'rash+'],
        ['I have a question about my son, he has a rash.', 'rash+'],
        ['患者之母近日有皮疹，患者本人头痛。', 'headache+'],
        ['其母发现其有皮疹。', 'rash+'],
        ['Most patients get a headache; she has a rash.', 'rash+'],
      ],
    ],
    [
      'what was then',
      [
        ['As a child he had nosebleeds. Now he has a rash.', 'rash+'],
        ['In 2003 he had a rash, and he has a headache.', 'headache+'],
        ['At 14:00 he had a headache.', 'headache+'],
        ['之后头痛、鼻出血、皮疹全消失。', ''],
        ['现有头痛，鼻出血、皮疹均已消退。', 'headache+'],
        ['In 2019 he developed a headache.', 'headache+'],
        ['Three years ago has a rash.', 'rash+'],
        ['小时候经常头痛，现在有皮疹。', 'rash+'],
        ['反复头痛。', 'headache+'],
        ['Headache and rash now resolved.', ''],
        ['Headache, rash settled.', 'headache+'],
        ['The headache and the rash have both settled.', ''],
        ['直到昨天还在头痛，今天没有了。', ''],
        ['当时没有头痛，三天后才出现。', 'headache+'],
        ['当时没有头痛，没有皮疹。', 'headache- rash-'],
      ],
    ],
    [
      'what is asked and answered',
      [
        ['Q: Any headache or rash?\nA: Neither.', 'headache- rash-'],
        ['RN: rash? Pt: shakes head.', 'rash-'],
        ['有头痛吗？患者：没有。', 'headache-'],
        ['有头痛吗？患者：从来没有。', 'headache-'],
        ['Headache: yes. Rash: not asked.', 'headache+'],
        ['Rash: Y / N', ''],
        ['皮疹 □有 □无', ''],
        ['Imp: ?headache ??rash', 'headache? rash?'],
        ['PC: headache 3/7. ? rash as well', 'headache+ rash?'],
        ['Headache (? migraine) and a rash.', 'headache+ rash+'],
      ],
    ],
    [
      'what looks like a denial or a doubt',
      [
        ['I have never had a headache like this.', 'headache+'],
        ['I have never had a headache.', 'headache-'],
        ['She has not been free of headache for weeks.', 'headache+'],
        ['Hard to tell how long he has had the rash.', 'rash+'],
        ['说不清头痛是从哪天开始的。', 'headache+'],
      ],
    ],
    [
      'what is told in words that stand in leaflets, in reports and in the past as well',
      [
        ['A woman in her sixties with a headache.', 'headache+'],
        ['At 9 he had a nosebleed.', 'nosebleed+'],
        ['Headache was followed by a rash.', 'headache+ rash+'],
        ['My dog has a limp and I have a headache.', 'headache+'],
        ['Spouse: Mary. Headache since Monday.', 'headache+'],
        ['家属说他头痛三天。', 'headache+'],
        ['即使休息也头痛。', 'headache+'],
        ['皮疹见于躯干。', 'rash+'],
        ['怕以后走不了路，头痛三年。', 'headache+'],
        ['现无皮疹，仍头痛。', 'headache+ rash-'],
        ['大概三天前开始头痛。', 'headache+'],
      ],
    ],
    [
      'what is so of one thing as of another',
      [
        ['A headache was denied, as was a rash; he has a nosebleed.', 'headache- nosebleed+ rash-'],
        ['A headache was absent as well as a rash.', 'headache- rash-'],
        ['The headache resolved, as did the rash.', ''],
        ['A headache is present, as is a rash.', 'headache+ rash+'],
      ],
    ],
    [
      'what is only to come',
      [
        ['Return if you have a nosebleed, severe headache or a rash.', ''],
        ['Come back with worsening headache, a rash.', ''],
        ['Return to ED for any of the following: headache, rash.', ''],
        ['When to seek help: headache, rash.', ''],
        ['Red flags discussed: headache, rash.', ''],
        ['Should she develop a rash, persistent headache, call us.', ''],
        ['No nosebleed, severe headache, a rash.', 'headache+ nosebleed- rash+'],
        ['如出现以下症状请立即就诊：头痛、皮疹。', ''],
        ['用药两周可有头痛、皮疹。', ''],
        ['现有鼻出血；头痛、皮疹也要来。', 'nosebleed+'],
        ['昨晚头痛，赶紧来医院。', 'headache+'],
      ],
    ],
  ];

describe.each(FRAMES)('%s', (_, frames) => {
  it.each(frames)('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
