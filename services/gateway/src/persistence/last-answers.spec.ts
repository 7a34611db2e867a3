import { packAnswer } from '@openrounds/run-flow';
import { codedAnswers, codedDiseases } from '@openrounds/testing';
import { packForRow, unpackFromRow } from './last-answers';

const answerOf = (probability: number) =>
  codedAnswers.build({ differential: [codedDiseases.build({ probability })] });

describe('answers of rows', () => {
  it('are those that were written, without being unpacked, as long as few came since', () => {
    const answer = answerOf(0.5);
    const packed = packForRow(answer);
    expect(unpackFromRow(Buffer.from(packed))).toBe(answer);
  });

  it('are unpacked where they were written long ago, or by another gateway', () => {
    const answer = answerOf(0.25);
    const packed = packForRow(answer);
    for (const probability of [0.1, 0.2, 0.3, 0.4]) packForRow(answerOf(probability));
    const read = unpackFromRow(packed);
    expect(read).not.toBe(answer);
    expect(read).toEqual(answer);
    const elsewhere = answerOf(0.75);
    expect(unpackFromRow(packAnswer(elsewhere))).toEqual(elsewhere);
  });
});
