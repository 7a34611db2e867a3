import { RANKER } from '../roles/ranker/ranker';
import { answerInText } from './answer-in-text';
import { answerShapeOf } from './answer-shape';

const diagnosis = { diseaseId: 'common-cold', name: 'Common cold', probability: 0.9 };
const JSON_TEXT = JSON.stringify({ diagnoses: [diagnosis] });
const SHAPE = answerShapeOf(RANKER);
const { jsonSchema: SCHEMA, form: FORM, words: WORDS } = SHAPE;

describe('answerInText', () => {
  it.each([
    ['JSON', JSON_TEXT],
    ['JSON between sentences', `I think it is this: ${JSON_TEXT} I hope that helps.`],
    ['a fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
    ['a fence between sentences with braces', `Facts {two}:\n\`\`\`\n${JSON_TEXT}\n\`\`\`\nEnd {of it}.`],
    ['thoughts first', `<think>Perhaps {"diagnoses":[]} or none.</think>\n${JSON_TEXT}`],
    ['thoughts whose start was cut', `Perhaps {"diagnoses":[]}.</think>${JSON_TEXT}`],
    ['a comma too many', JSON_TEXT.replace(']', ',]')],
    ['single quotes', JSON_TEXT.replaceAll('"', "'")],
    ['a comment', JSON_TEXT.replace('[', '[ // most probable first\n')],
    ['an answer behind the schema', `${WORDS}\n\`\`\`json\n${JSON_TEXT}\n\`\`\``],
  ])('reads %s', (_, text) => {
    expect(answerInText(text, SHAPE)).toEqual({ kind: 'answer', answer: { diagnoses: [diagnosis] } });
  });

  it.each([
    ['the schema', JSON.stringify(SCHEMA)],
    ['the schema in something else', `Sure:\n${JSON.stringify({ answer: SCHEMA }, null, 2)}`],
    ['the properties alone', JSON.stringify(SCHEMA.properties)],
    ['its words', WORDS],
    ['the form', FORM],
  ])('knows %s for an echo', (_, text) => {
    expect(answerInText(text, SHAPE)).toEqual({ kind: 'echo' });
  });

  it.each([
    ['nothing', ''],
    ['prose', 'A common cold, most likely.'],
    ['another shape', '{"differential":["common cold"]}'],
    ['a probability in words', '{"diagnoses":[{"diseaseId":null,"name":"Cold","probability":"high"}]}'],
  ])('does not read %s', (_, text) => {
    expect(answerInText(text, SHAPE)).toEqual({ kind: 'unreadable' });
  });
});
