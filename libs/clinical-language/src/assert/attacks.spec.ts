import { compiledOnce } from '@openrounds/testing';
import { symptom } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

const vocabulary = compiledOnce({
  findings: [
    symptom('known-coronary-disease', 'Known coronary disease', '已知冠心病', { kind: 'history' }),
    symptom('known-diabetes', 'Known diabetes', '已知糖尿病', { kind: 'history' }),
  ],
  panels: [],
  diseases: [
    {
      id: 'st-elevation-myocardial-infarction',
      name: { en: 'Myocardial infarction', zh: '心肌梗死' },
      asFinding: { historical: 'known-coronary-disease' },
      isAttack: true,
    },
    {
      id: 'type-2-diabetes-mellitus',
      name: { en: 'Type 2 diabetes', zh: '2型糖尿病' },
      asFinding: { known: 'known-diabetes' },
    },
  ],
});

const read = (text: string): string[] =>
  understandText(text, undefined, vocabulary).findings.map(
    ({ findingId, presence }) => `${findingId} ${presence ?? ''}`,
  );

describe('an attack of a known illness', () => {
  it.each([
    ['Previous myocardial infarction.', ['known-coronary-disease present']],
    ['Myocardial infarction was ruled out.', []],
    ['No type 2 diabetes.', ['known-diabetes absent']],
    ['He has type 2 diabetes.', ['known-diabetes present']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
