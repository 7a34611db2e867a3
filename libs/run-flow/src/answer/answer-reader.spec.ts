import { randomBytes } from 'node:crypto';
import { DomainError, type ReadRankingPayload } from '@openrounds/contracts';
import { codedAnswers, codedDiseases, runMetas } from '@openrounds/testing';
import { AnswerReader } from './answer-reader';
import { byHash, fitsInto, inline, packAnswer, PART_BYTES, partOf } from './packed-answer';

const meta = runMetas.build();
/** What cannot be deflated makes an answer of several parts. */
const LARGE = codedAnswers.build({
  differential: codedDiseases.buildList(4).map((disease) => ({
    ...disease,
    summary: { for: [], against: [], missing: hexWords(1_000) },
  })),
});

function hexWords(count: number): string[] {
  return Array.from({ length: count }, () => randomBytes(50).toString('hex'));
}

const nobody = new AnswerReader(() => Promise.reject(new Error('nothing is asked for')));

describe('AnswerReader', () => {
  it('reads the answer that a job carries, without asking anybody', async () => {
    const answer = codedAnswers.build();
    expect(await nobody.read(meta, inline(packAnswer(answer)))).toEqual(answer);
  });

  it('reads an answer that is larger than a payload in parts, and no part is larger than a queue carries', async () => {
    const packed = packAnswer(LARGE);
    const asked: ReadRankingPayload[] = [];
    const reader = new AnswerReader((payload) => {
      asked.push(payload);
      return Promise.resolve({ data: partOf(packed, payload.part).toString('base64') });
    });
    expect(packed.length).toBeGreaterThan(PART_BYTES);
    expect(await reader.read(meta, byHash(packed))).toEqual(LARGE);
    expect(asked.map(({ part }) => part)).toEqual(
      Array.from({ length: Math.ceil(packed.length / PART_BYTES) }, (_part, at) => at),
    );
    expect(asked[0]).toMatchObject({ runId: meta.runId, meta: { tenantId: meta.tenantId } });
  });

  it('refuses what is not the ranking that was named', async () => {
    const [named, other] = [packAnswer(codedAnswers.build()), packAnswer(LARGE)];
    const reader = new AnswerReader(({ part }) =>
      Promise.resolve({ data: partOf(other, part).toString('base64') }),
    );
    await expect(reader.read(meta, byHash(named))).rejects.toThrow('not the one that was named');
  });

  it('says that a ranking was erased before it was read', async () => {
    const erased = new AnswerReader(() => Promise.reject(new DomainError('case-erased')));
    await expect(erased.read(meta, byHash(packAnswer(LARGE)))).rejects.toMatchObject({ code: 'case-erased' });
  });

  it('refuses an answer with a key that the contract has not', async () => {
    const drifted = { ...codedAnswers.build(), newlyFound: 1 };
    await expect(nobody.read(meta, inline(packAnswer(drifted)))).rejects.toThrow('newlyFound');
  });
});

describe('fitsInto', () => {
  it.each([
    [3, 4, true],
    [3, 3, false],
    [4, 7, false],
    [4, 8, true],
  ])('%i bytes into %i as base64: %p', (bytes, room, fits) => {
    const packed = Buffer.alloc(bytes);
    expect(fitsInto(packed, room)).toBe(fits);
    expect(JSON.stringify(inline(packed)).length - JSON.stringify({ packed: '' }).length <= room).toBe(fits);
  });
});
