import {
  GivenSubmission,
  SEAL_PLACES,
  type RecordSubmissionsPayload,
  type SubmissionInput,
} from '@openrounds/contracts';
import { Metrics, newId } from '@openrounds/platform';
import { testSealer } from '@openrounds/testing';
import { z } from 'zod';
import { answering, masker } from '../../../test/fixtures/doubles';
import { type Seat } from '../../model/seat';
import { SubmitAnswer } from './submit-answer';

const sealer = testSealer();
const roomId = newId();
const seatOf = (number: number): Seat => ({
  tenantId: 'school',
  roomId,
  code: '482913',
  participantId: newId(),
  number,
});
const RECEIVED = '2026-11-21T09:00:01.000Z';

describe('submitting an answer', () => {
  let batches: GivenSubmission[][];
  let submit: SubmitAnswer;
  let metrics: Metrics;

  beforeEach(() => {
    batches = [];
    const services = answering({
      'record-submissions.v1': ({ sealed }: RecordSubmissionsPayload) => {
        const place = SEAL_PLACES.givenSubmissions('school', roomId);
        const given = sealer.open(sealed, place, z.array(GivenSubmission));
        batches.push(given);
        return {
          receipts: given.map(({ number, roundId, attempt, revision }) =>
            number === 13
              ? {
                  ok: false as const,
                  code: 'invalid-request' as const,
                  errors: [{ pointer: '/answer/entries', code: 'sum-not-100' }],
                }
              : {
                  ok: true as const,
                  status: 'kept' as const,
                  roundId,
                  attempt,
                  revision,
                  receivedAt: RECEIVED,
                },
          ),
        };
      },
    });
    metrics = new Metrics('gateway');
    submit = new SubmitAnswer(services, masker, sealer, metrics);
  });

  const given = (answer: SubmissionInput['answer'], revision = 1): SubmissionInput => ({
    roundId: newId(),
    attempt: 1,
    revision,
    committedAt: '2026-11-21T09:00:00.000Z',
    answer,
  });
  const CHOICE = { kind: 'choice' as const, optionIds: ['ct'] };

  it('gives each of a class its own receipt, in few messages', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 150 }, (_, at) => submit.execute(seatOf(at + 100), given(CHOICE, at + 1))),
    );
    expect(batches.map(({ length }) => length)).toEqual([100, 50]);
    expect(receipts.map(({ revision }) => revision)).toEqual(receipts.map((_, at) => at + 1));
    expect(receipts[0]).toEqual(expect.objectContaining({ status: 'kept', receivedAt: RECEIVED }));
    expect(receipts[0]).not.toHaveProperty('ok');
    const counted = await metrics.registry.metrics();
    expect(counted).toMatch(/openrounds_room_batch_items_sum\{[^}]*batch="answers"[^}]*\} 150/);
    expect(counted).toMatch(/openrounds_room_batch_seconds_count\{[^}]*outcome="answered"[^}]*\} 2/);
  });

  it('takes identities out of everything that people write', async () => {
    const phone = 'tel. 13812345678';
    await Promise.all([
      submit.execute(seatOf(1), given({ kind: 'text', text: phone })),
      submit.execute(seatOf(2), given({ kind: 'error', lineId: 'l', errorKind: 'sum', why: phone })),
      submit.execute(
        seatOf(3),
        given({ kind: 'differential', entries: [{ text: phone, points: 50 }], other: 50 }),
      ),
    ]);
    const sent = JSON.stringify(batches);
    expect(sent).not.toContain('13812345678');
    expect(sent.match(/\[phone\]/g)).toHaveLength(3);
  });

  it('says whose seat it is by the token alone', async () => {
    const seat = seatOf(7);
    await submit.execute(seat, given(CHOICE));
    expect(batches[0]?.[0]).toMatchObject({ participantId: seat.participantId, number: 7 });
  });

  it('says in words what is wrong, to the one whose answer it is', async () => {
    const [one, two] = await Promise.allSettled([
      submit.execute(seatOf(12), given(CHOICE)),
      submit.execute(seatOf(13), given(CHOICE)),
    ]);
    expect(one.status).toBe('fulfilled');
    const errors = [
      { pointer: '/answer/entries', code: 'sum-not-100', message: expect.stringMatching(/100/) },
    ];
    expect(two).toMatchObject({ reason: { code: 'invalid-request', errors } });
  });

  it('takes no answer of more than two kilobytes', async () => {
    const large = submit.execute(
      seatOf(1),
      given({ kind: 'choice', optionIds: Array(20).fill('x'.repeat(120)) }),
    );
    await expect(large).rejects.toMatchObject({ code: 'too-large' });
    expect(batches).toEqual([]);
  });
});
