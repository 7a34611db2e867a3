import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { splitSentences } from './sentences';
import { joinWrappedLines } from './wrapped-lines';

function sentences(text: string): string[] {
  const source = normalise(text);
  const tokens = joinWrappedLines(source, tokenise(source));
  return splitSentences(tokens).map(
    ({ from, to, section }) =>
      `${section}: ${source.text.slice(tokens[from]?.start, tokens[to - 1]?.end).replaceAll('\n', ' ')}`,
  );
}

describe('splitSentences', () => {
  it.each([
    ['It hurts. It burns! Why?', ['narrative: It hurts', 'narrative: It burns', 'narrative: Why']],
    ['Temp. 37.2 today, seen by Dr. Who.', ['narrative: Temp. 37.2 today, seen by Dr. Who']],
    ['How old are you? 37', ['narrative: How old are you? 37']],
    [
      'S: cough\nO: wheeze\nA: asthma\nP: inhaler',
      ['present-illness: cough', 'examination: wheeze', 'examination: A: asthma', 'plan: inhaler'],
    ],
    ['P: 96', ['narrative: P: 96']],
    ['胸痛2小时。无发热！', ['narrative: 胸痛2小时', 'narrative: 无发热']],
    ['出汗：有 气促：没有 神志：清', ['narrative: 出汗:有', 'narrative: 气促:没有', 'narrative: 神志:清']],
    ['压痛：(-)　反跳痛：(+)', ['narrative: 压痛:(-)', 'narrative: 反跳痛:(+)']],
    ['出汗：有 3 天', ['narrative: 出汗:有 3 天']],
    [
      'She was seen with a troublesome cough that was\nwrapped here.\nNext line',
      ['narrative: She was seen with a troublesome cough that was wrapped here', 'narrative: Next line'],
    ],
    [
      'On that day she had, as far as is known, a rate\n24/min',
      ['narrative: On that day she had, as far as is known, a rate 24/min'],
    ],
    [
      '患者今晨无明显诱因突然出现右侧胸部疼痛伴\n咳嗽\n发热',
      ['narrative: 患者今晨无明显诱因突然出现右侧胸部疼痛伴 咳嗽', 'narrative: 发热'],
    ],
    ['cough\nfever', ['narrative: cough', 'narrative: fever']],
    ['- cough\n- fever', ['narrative: - cough', 'narrative: - fever']],
    ['Treated for ?PE (?) today', ['narrative: Treated for ?PE (?) today']],
    ['On examination, the chest is clear.', ['examination: , the chest is clear']],
    [
      'CC: cough\nPMH: asthma\nFamily history: DVT\nO/E: rash\nPlan: CT',
      ['chief-complaint: cough', 'past: asthma', 'family: DVT', 'examination: rash', 'plan: CT'],
    ],
    [
      '主诉：胸痛。现病史：突发。既往史：高血压。家族史：无。查体：神清。辅助检查：正常。',
      [
        'chief-complaint: 胸痛',
        'present-illness: 突发',
        'past: 高血压',
        'family: 无',
        'examination: 神清',
        'laboratory: 正常',
      ],
    ],
    [
      'Past medical history: asthma. She now has chest pain. It is sharp.\nFH: DVT',
      ['past: asthma', 'narrative: She now has chest pain', 'narrative: It is sharp', 'family: DVT'],
    ],
    [
      '67M, retired. PMH: HTN, asthma.\nCame in with chest pain\nFH: DVT',
      ['narrative: 67M, retired', 'past: HTN, asthma', 'narrative: Came in with chest pain', 'family: DVT'],
    ],
    [
      'PMH: asthma\nhypertension\nShe came in with cough',
      ['past: asthma', 'past: hypertension', 'narrative: She came in with cough'],
    ],
    [
      'LMP 2 weeks ago, nothing else to tell, pregnancy test neg\nobs: T 38.1',
      ['narrative: LMP 2 weeks ago, nothing else to tell, pregnancy test neg', 'examination: T 38.1'],
    ],
    ['PMH: hypertension, now treated', ['past: hypertension, now treated']],
    ['既往史：哮喘。此次胸痛2小时。', ['past: 哮喘', 'narrative: 此次胸痛2小时']],
    ['She has a history of physical abuse', ['narrative: She has a history of physical abuse']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('cuts what has no end', () => {
    const cut = sentences('pain '.repeat(1_000));
    expect(cut.length).toBeGreaterThan(5);
    expect(cut.join(' ').match(/pain/g)).toHaveLength(1_000);
  });
});
