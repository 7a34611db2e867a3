import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { writeLayout } from './write-layout';

/** A text as it is written anew, its lines parted by "⏎". */
function written(text: string): string {
  const source = normalise(text);
  return writeLayout(source, tokenise(source))
    .map(({ kind, text: token }) => (kind === 'line-end' ? '⏎' : token))
    .join(' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/ 。(?: |$)/gu, '; ')
    .trim();
}
const lines = (...all: string[]): string => all.join('\n');

describe('answers in columns', () => {
  it.each([
    [
      'marks below the heads',
      lines('              YES   NO', 'Itch           X', 'Hair loss            X', 'Flushing       X'),
      'itch : yes; hair loss : no; flushing : yes;',
    ],
    [
      'as many signs as heads',
      lines(
        '           never  some days  daily',
        'hiccups      ○        ●        ○',
        'bloating     ●        ○        ○',
      ),
      'hiccups : yes; bloating : no;',
    ],
    [
      'a table of strokes',
      lines('| sign | yes | no |', '|---|---|---|', '| ptosis | ✓ | |', '| nystagmus | | ✓ |'),
      'ptosis : yes; nystagmus : no;',
    ],
    [
      'whose it is',
      lines('illness\tself\tmother\tnobody', 'gout\tx\t\t', 'asthma\t\tx\t', 'epilepsy\t\t\tx'),
      'gout : yes; mother : asthma : yes; epilepsy : no;',
    ],
    [
      'scores',
      lines('            0  1  2', 'worry       .  .  X', 'sadness     X  .  .'),
      'worry : yes; sadness : no;',
    ],
    [
      'items below what is said of them',
      lines('PRESENT | ABSENT', 'wheeze | stridor', 'crackles | rub'),
      'wheeze : yes; stridor : no; crackles : yes; rub : no;',
    ],
    ['Chinese', lines('　　　有　无', '腰痛　√', '血尿　　　√'), '腰痛 : 有; 血尿 : 无;'],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

describe('amounts under the head of a table', () => {
  it.each([
    [
      'as programs write them',
      lines('date,symptom,severity_0_10,note', '02-03,vertigo,7,left ear', '02-03,nausea,0,'),
      'vertigo : yes , left ear; nausea : no;',
    ],
    [
      'what any row of an item has counts',
      lines('sign|present', 'tremor|1', 'ptosis|0', 'tremor|0'),
      'tremor : yes; ptosis : no;',
    ],
    [
      'codes that are explained',
      lines('1 = no, 2 = yes', 'sign|present|side', 'tremor|2|left', 'ptosis|1|'),
      '⏎ tremor : yes , left; ptosis : no;',
    ],
    ['Chinese', lines('症状,有无(1/0),天数', '鼻塞,1,4', '复视,0,'), '鼻塞 : 有 , 4; 复视 : 无;'],
    [
      'a head without amounts',
      lines('date,sign,place', '02-03,rash,0'),
      'date , sign , place ⏎ 02 - 03 , rash , 0',
    ],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

describe('signs before items', () => {
  it.each([
    [
      'line by line',
      lines('ROS', 'CV: +palps, -angina', 'HEENT: -', 'Resp: -wheeze -stridor'),
      'ros ⏎ cv : palps : yes; , angina : no; ⏎ heent : - ⏎ resp : wheeze : no; stridor : no;',
    ],
    [
      'apart, behind their labels',
      lines('CV: + palps, - angina', 'GU: - dysuria'),
      'cv : palps : yes; , angina : no; ⏎ gu : dysuria : no;',
    ],
    ['each in its line', lines('-wheeze', '-stridor', '+itch'), 'wheeze : no; stridor : no; itch : yes;'],
    ['hyphens of one kind', lines('-wheeze', '-stridor', '-itch'), '- wheeze ⏎ - stridor ⏎ - itch'],
    [
      'bullets',
      lines('+itch, -wheeze, -stridor', '', '- asthma'),
      'itch : yes; , wheeze : no; , stridor : no; ⏎ ⏎ - asthma',
    ],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

describe('answers in rows below their items', () => {
  it.each([
    [
      'a table of strokes',
      lines('wheeze | stridor | cyanosis', '---|---|---', 'Y | N | N'),
      'wheeze : yes; stridor : no; cyanosis : no;',
    ],
    [
      'values parted by commas, an empty one among them',
      lines('id,eye_pain,red_eye,floaters,haloes', '77,1,0,,1'),
      'eye pain : yes; red eye : no; haloes : yes;',
    ],
    [
      'the last of several days',
      lines('day  itch  cough  rash', 'Mon    Y     Y     N', 'Tue    N     Y     N'),
      'itch : no; cough : yes; rash : no;',
    ],
    [
      'in the order of a list',
      lines('In this order: tremor, sweats, goitre', 'Result: 1 0 1 (1 = yes, 0 = no)'),
      'in this order : tremor : yes; sweats : no; goitre : yes;',
    ],
    ['in the same line', 'itch/rash/hives: N/Y/N.', 'itch : no; rash : yes; hives : no; .'],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toContain(expected);
  });
});

describe('answers before and behind their items', () => {
  it.each([
    [
      'letters before',
      lines('T  I wake too early', 'F  I hear voices'),
      'i wake too early : yes; i hear voices : no;',
    ],
    ['signs before', '+nausea, -melaena, -jaundice', 'nausea : yes; , melaena : no; , jaundice : no;'],
    [
      'leaders',
      lines('Squint ........ NO', 'Glasses ....... YES, for reading'),
      'squint : no; glasses : yes , for reading;',
    ],
    ['gaps', lines('Hiccups    no', 'Itch       yes'), 'hiccups : no; itch : yes;'],
    ['how often something was', lines('Vomits ..... 3', 'Falls ...... 0'), 'vomits : yes; falls : no;'],
    [
      'a chosen point of a scale',
      lines('worry    0 1 2 [3] 4', 'sadness  [0] 1 2 3 4'),
      'worry : yes; sadness : no;',
    ],
    ['stars', lines('恶心 ★★☆☆☆', '呕吐 ☆☆☆☆☆'), '恶心 : 有; 呕吐 : 无;'],
    ['grades of side effects', 'Itch G2 | Rash G0', 'itch : yes; | rash : no;'],
    [
      'what was not asked',
      lines('Itch: yes', 'Rash: not examined'),
      'itch : yes; rash : question left open;',
    ],
    ['what is over', lines('Gout: resolved', 'Asthma: active'), 'gout , in the past only; asthma : yes;'],
    [
      'a statement that denies',
      lines('Free of pain?    YES', 'Free of nausea?  NO'),
      'free of pain; nausea : yes;',
    ],
    ['what is only ticked', lines('itch | √', 'rash |', 'hives | √'), 'itch : yes; rash : no; hives : yes;'],
    ['before and now', lines('腹胀 有→无', '腹痛 无→有'), '腹胀 : 无; 腹痛 : 有;'],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

describe('codes that a text explains', () => {
  it.each([
    [
      'numbers',
      lines('Codes: 1 = yes, 2 = no, 9 = not asked', 'Itch 2', 'Rash 1', 'Hives 9'),
      'itch : no; rash : yes; hives : question left open;',
    ],
    ['letters', lines('P present   A absent', 'Ptosis   A', 'Squint   P'), 'ptosis : no; squint : yes;'],
    ['in brackets', lines('（1有 2无）', '胸闷[2] 心慌[1]'), '胸闷 : 无; 心慌 : 有;'],
    ['signs', lines('（√未见 ×有）', '龋齿 ×', '斜视 √'), '龋齿 : 有; 斜视 : 无;'],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toContain(expected);
  });

  it.each(['Rh pos, UA neg, sent home.', 'He was well and never came back.', 'BP 120/80, HR 70, no fever'])(
    'are none: %s',
    (text) => {
      expect(written(text)).toBe(
        tokenise(normalise(text))
          .map((token) => token.text)
          .join(' '),
      );
    },
  );
});

describe('numbered items', () => {
  it.each([
    [
      'answers by number',
      lines('1. Itch? 2. Rash? 3. Hives?', 'Answers: 1. N 2. Y 3. N'),
      '1 . itch : no; 2 . rash : yes; 3 . hives : no;',
    ],
    [
      'those that are chosen',
      lines('a) itch b) rash c) hives', 'Reply: A, C'),
      'a ) itch : yes; b ) rash : no; c ) hives : yes;',
    ],
    ['those that are ticked', '✓1.咳嗽 2.胸闷 ✓3.头痛', '咳嗽 : 有; 2 . 胸闷 : 无; ✓ 3 . 头痛 : 有;'],
    ['in a message', lines('1伤口红 2发热', '回复：1N2Y'), '伤口红 : 无; 2 发热 : 有;'],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toContain(expected);
  });
});

describe('items under an answer', () => {
  it.each([
    ['a list', lines('YES:', '- itch', 'NO:', '- rash', '- hives'), 'itch : yes; rash : no; hives : no;'],
    ['in a line each', lines('阳性体征：黄疸、腹水', '阴性体征：肝掌'), '黄疸 : 有; 腹水 : 有; 肝掌 : 无;'],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

describe('records of other programs', () => {
  it.each([
    ['{"wheeze": true, "stridor": false}', ['wheeze : yes;', 'stridor : no;']],
    ['{"text": "Itch", "answer": "No"}', ['itch : no;']],
    ['<sign name="Ptosis" present="false"/>', ['ptosis : no;']],
    ['{"reported": ["itch"], "denied": ["rash", "hives"]}', ['itch : yes;', 'rash : no;', 'hives : no;']],
  ])('are read: %s', (text, expected) => {
    for (const each of expected) expect(written(text)).toContain(each);
  });
});

describe('what is chosen, struck through or answered in the next line', () => {
  it.each([
    ['Itch: Yes / ~~No~~', 'itch : yes'],
    ['itch, ~~rash~~, hives', 'itch , rash : no , , hives'],
    ['Itch yes/<u>no</u>', 'itch : no'],
    ['Murmur: [absent*|present]', 'murmur : [ absent ]'],
    [lines('Any itch?', 'Pt: nope'), 'any itch ? nope'],
    [lines('有没有皮疹？', '👩 没有'), '有没有皮疹 ? 没有'],
  ])('is read: %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

describe('running text', () => {
  it.each([
    lines('She came at ten past two and said no.', 'He was sore and tired, and he slept.'),
    lines('Plan: bloods, ECG, X-ray.', 'Review in clinic if worse.'),
    lines('Temp 38.1, HR 90, BP 110/70', 'WBC 11.2, CRP 40'),
    '患者3天前发热，无咳嗽，自服药物后好转。',
  ])('stays as it stands: %s', (text) => {
    const tokens = tokenise(normalise(text));
    expect(writeLayout(normalise(text), tokens).map((token) => token.text)).toEqual(
      tokens.map((token) => token.text),
    );
  });
});

describe('what a text explains of its signs', () => {
  it.each([
    [
      'a sign that is in doubt beside results',
      lines('Key: + present, - absent, ± equivocal', 'Thrush +', 'Fissure -', 'Leukoplakia ±'),
      'thrush : yes; fissure : no; leukoplakia : unsure;',
    ],
    [
      'Chinese',
      lines('口腔检查（+ 有 / - 无 / ± 可疑）', '舌裂纹 +', '口腔溃疡 -', '白斑 ±'),
      '舌裂纹 : 有; 口腔溃疡 : 无; 白斑 : 不确定;',
    ],
  ])('%s', (_, text, expected) => {
    expect(written(text).replaceAll(' ⏎', '')).toContain(expected);
  });

  it('takes an answer in two brackets for circled', () => {
    expect(written(lines('Itch  ((Y)) N', 'Flushing  Y ((N))'))).toContain('itch : y');
    expect(written(lines('Itch  ((Y)) N', 'Flushing  Y ((N))'))).toContain('flushing : n');
  });
});

describe('forms as people fill them in', () => {
  it.each([
    [
      'the last of several days, below a ruled head',
      lines('| | On arrival | Today |', '|---|---|---|', '| hiccups | ++ | - |', '| bloating | - | + |'),
      /hiccups : no; bloating : yes;/,
    ],
    [
      'a table whose last column holds remarks',
      lines(
        '| sign | yes | no | since |',
        '|---|---|---|---|',
        '| ptosis | ✓ | | May |',
        '| tremor | | ✓ | |',
      ),
      /^ptosis : yes; tremor : no;$/,
    ],
    ['doubt in a cell', lines('ptosis | + | left', 'tremor | +/- | at rest'), /tremor : unsure/],
    [
      'numbers chosen of a list in a chat',
      lines('Bot: 1 hiccups, 2 bloating, 3 itch', 'You: 2'),
      /hiccups : no; .*bloating : yes; .*itch : no;/,
    ],
    [
      'a chooser in brackets',
      lines('可多选：1 打嗝 2 腹胀 3 皮肤痒', '【我】1、3'),
      /打嗝 : 有; 2 腹胀 : 无; 3 皮肤痒 : 有;/,
    ],
    ['a tick behind what is chosen', lines('打嗝：无√ 有', '皮疹：无 轻√ 重'), /打嗝 : 无; 皮疹 : 有;/],
    ['a tick behind, in brackets', '打嗝（有√／无）', /^打嗝 \( 有 \)$/],
    [
      'numbered items with scores behind leaders',
      lines('（0＝完全没有，3＝几乎每天）', '1. 打嗝……2', '2. 腹胀……0'),
      /打嗝 : 有; 腹胀 : 无;/,
    ],
    ['signs apart from their items', 'ENT: - hiccups, + hoarse', /^ent : hiccups : no; , hoarse : yes;$/],
    [
      'signs as far as the next label',
      'GI: +bloating -hiccups -wt loss // GU: -dysuria, nocturia',
      /dysuria : no; , nocturia$/,
    ],
    [
      'what a program exports, parted by semicolons',
      lines('gout;ACTIVE;2009-', 'asthma;RULED OUT;2022', 'psoriasis;SUSPECTED;2024-'),
      /gout : yes.*asthma : no.*psoriasis : unsure/,
    ],
    ['a circle of angles', 'hiccups: yes / <no>', /^hiccups : no$/],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toMatch(expected);
  });

  it('leave boxes before their items to lists', () => {
    const text = lines('☑ 打嗝   □ 腹胀', '☑ 皮疹   □ 发热');
    expect(written(text)).toBe('☑ 打嗝 □ 腹胀 ⏎ ☑ 皮疹 □ 发热');
  });
});

describe('answers by codes', () => {
  it.each([
    ['asked for', 'Bot: Rash? Reply 1 yes / 2 no / 3 unsure\nMe: 2', 'bot : rash : no;'],
    ['in words', 'Bot: Rash? Press 1 for yes or 2 for no.\nMe: 1', 'bot : rash : yes;'],
    ['in Chinese', '问：皮疹吗？（1有 2无）\n我：2', '问 : 皮疹吗 : 无;'],
    [
      'beside a number that is asked for',
      'Rash? (1=yes, 2=no)\nMe: 2\nHow many days?\nMe: 2',
      'rash : no; ⏎ how many days ? ⏎ me : 2',
    ],
    [
      'that a form explains',
      'P for previous, C for current\nPiles: P\nItch: C',
      '⏎ piles , in the past only; itch : yes;',
    ],
    [
      'chosen by number',
      'Any of these? 1 itch 2 rash 3 hives\nMe: just 2',
      'any of these ? 1 itch : no; 2 rash : yes; 3 hives : no; ⏎',
    ],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it('leaves a sheet of answers without its questions as it stands', () => {
    expect(written('1 no 2 yes 3 no')).toBe('1 no 2 yes 3 no');
  });
});

describe('records of programs', () => {
  it.each([
    [
      'a key that is an answer itself',
      '[{"symptom":"wheeze","reported":"no"},{"symptom":"itch","reported":"yes"}]',
      ['wheeze : no', 'itch : yes'],
    ],
    ['a Chinese key', '[{"名称":"胸痛","有":false},{"名称":"头晕","有":true}]', ['胸痛 : 无', '头晕 : 有']],
    ['keys without quotes', "{皮疹: true, 关节肿: 'unsure'}", ['皮疹 : 有', '关节肿 : 不确定']],
  ])('are read: %s', (_, text, expected) => {
    for (const one of expected) expect(written(text)).toContain(one);
  });
});

describe('a table of patients', () => {
  it.each([
    [
      'commas',
      lines('Age,Sex,Chief complaint,Fever,Cough', '54,M,chest pain,no,yes'),
      'age : 54; sex : m; chief complaint : chest pain; fever : no; cough : yes;',
    ],
    [
      'flags, and names of fields',
      lines('id,age_years,sex,dyspnoea,orthopnoea,chest_pain', '0417,81,F,1,1,0'),
      'id : 0417; age years : 81; sex : f; dyspnoea : yes; orthopnoea : yes; chest pain : no;',
    ],
    [
      'a row for each item, the person told once',
      lines('case;age;sex;item;status', '12;64;male;tremor;present', '12;64;male;falls;absent'),
      'case : 12; age : 64; sex : male; tremor : yes; falls : no;',
    ],
    [
      'Chinese',
      lines('性别,年龄,主诉,发热', '女,34,咳嗽,无'),
      '性别 : 女; 年龄 : 34; 主诉 : 咳嗽; 发热 : 无;',
    ],
    [
      'names and values in rows',
      lines('| Age | 11 y |', '| Sex | F |', '| Cough | yes |'),
      'age : 11 y; sex : f; cough : yes;',
    ],
  ])('is read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it('is none without a column that tells the person', () => {
    expect(written(lines('Name,Ward,Bed', 'Pt 1,7,3'))).toBe('name , ward , bed ⏎ pt 1 , 7 , 3');
  });
});

describe('fields of the person', () => {
  it('are no answers: "F" is not "false"', () => {
    expect(written(lines('Sex: F', 'Cough: no', 'Age: 11 y'))).toBe('sex : f ⏎ cough : no ⏎ age : 11 y');
  });
});

describe('records of programs', () => {
  it.each([
    ['elements', '<cough>yes</cough><fever>no</fever>', '<; cough : yes; <; fever : no;'],
    [
      'an answer before what its element holds',
      '<s present="false">fever</s>',
      '< s present = "; fever : no;',
    ],
    ['what heads a list', '{"denied":["rash","itch"]}', '{ "; rash : no; " , "; itch : no; " ] }'],
    ['a name and whether it is there', lines('- name: cough', '  present: false'), 'cough : no;'],
    ['a status', '{"text":"Cough","verificationStatus":"refuted"}', '{ " text " : "; cough : no; }'],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

describe('groups of items', () => {
  it.each([
    [
      'signs that stand apart from their items',
      '+ smoker  + thirst  - fever  - cough',
      'smoker : yes; thirst : yes; fever : no; cough : no;',
    ],
    [
      'answers with remarks',
      lines('Haematemesis: Y, coffee grounds', 'Melaena: N'),
      'haematemesis : yes , coffee grounds; melaena : no;',
    ],
    ['denials in words of the item', lines('小便疼：不疼', '吐没吐：没吐'), '小便疼 : 无; 吐没吐 : 无;'],
    [
      'no tasks of a candidate',
      lines('[ ] asks about clots  1', '[ ] asks about fever  1'),
      '[ ] asks about clots 1 ⏎ [ ] asks about fever 1',
    ],
    ['a denial and a gap before a list', 'NOT PRESENT  fever, rash', 'fever : no; rash : no;'],
    [
      'what is to be answered',
      lines('Say YES to: cough; itch', 'Say NO to: fever; rash'),
      'cough : yes; itch : yes; fever : no; rash : no;',
    ],
    [
      'times and groups before items',
      lines('08:16 SIGN  grunting .... POS', '08:17 SIGN  jaundice .... NEG'),
      'grunting pos , jaundice neg ,',
    ],
  ])('are read: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });
});
