import { SEAL_PLACES, type RoomAnswer, type Sealed } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { z } from 'zod';
import {
  type NewParticipant,
  type Part,
  type Person,
  type StoredAnswer,
  type StoredScore,
} from '../ports/answer-store';
import { type RoomRef } from '../ports/room-store';
import { withoutTexts, withTexts } from './answer-texts';
import { type ParticipantEntity } from './entities/participant.entity';
import { type ResultEntity } from './entities/result.entity';
import { type SubmissionEntity } from './entities/submission.entity';

const Texts = z.array(z.string());

/** Between rows, in which what people wrote is sealed, and answers as use-cases know them. */
export class AnswerRows {
  constructor(private readonly sealer: Sealer) {}

  participantRow(
    { tenantId, roomId }: RoomRef,
    { name, decisions: _decisions, ...given }: NewParticipant,
  ): ParticipantEntity {
    const place = SEAL_PLACES.participantName(tenantId, given.participantId);
    return { ...given, tenantId, roomId, name: name === null ? null : this.sealer.seal(name, place) };
  }

  submissionRow({ tenantId, roomId }: RoomRef, given: StoredAnswer): SubmissionEntity {
    const { coded, texts } = withoutTexts(given.answer);
    const text = texts.length === 0 ? null : this.sealer.seal(texts, textPlace(tenantId, given));
    return { ...given, tenantId, roomId, answer: coded, text };
  }

  answerOf({ tenantId, roomId: _roomId, text, answer, ...row }: SubmissionEntity): StoredAnswer {
    return { ...row, answer: this.whole(tenantId, row, answer, text) };
  }

  /** Somebody with their own rows. */
  personOf(
    { tenantId, participantId, number, name }: ParticipantEntity,
    answers: readonly SubmissionEntity[],
    results: readonly ResultEntity[],
  ): Person {
    const place = SEAL_PLACES.participantName(tenantId, participantId);
    return {
      participantId,
      number,
      name: name === null ? null : this.sealer.open(name, place, z.string()),
      team: null,
      ...this.partOf(answers, results),
    };
  }

  partOf(answers: readonly SubmissionEntity[], results: readonly ResultEntity[]): Part {
    return { answers: answers.map((each) => this.answerOf(each)), scores: results.map(scoreOf) };
  }

  private whole(
    tenantId: string,
    key: Pick<SubmissionEntity, 'attempt' | 'participantId' | 'roundId'>,
    coded: RoomAnswer,
    text: Sealed | null,
  ): RoomAnswer {
    return text === null ? coded : withTexts(coded, this.sealer.open(text, textPlace(tenantId, key), Texts));
  }
}

const textPlace = (
  tenantId: string,
  { roundId, attempt, participantId }: Pick<SubmissionEntity, 'attempt' | 'participantId' | 'roundId'>,
) => SEAL_PLACES.submissionText(tenantId, roundId, attempt, participantId);

const scoreOf = ({ roomId: _roomId, ...score }: ResultEntity): StoredScore => score;
