import { type GroundTutorPayload, type TutorGround } from '@openrounds/contracts';
import { answerWithKnowledge, Handles, packAnswer } from '@openrounds/run-flow';
import { GroundTutor } from '../use-cases/ground-tutor';

/** Tells whether somebody may ask the tutor about an attempt or a room, and which list answers rest on. */
@Handles('teaching-interactive', 'ground-tutor.v1')
export class GroundTutorResponder {
  constructor(private readonly groundTutor: GroundTutor) {}

  async answer(wanted: GroundTutorPayload): Promise<TutorGround> {
    const { answer, goesWith, ...ground } = await answerWithKnowledge(() => this.groundTutor.execute(wanted));
    return {
      ...ground,
      goesWith: [...goesWith],
      packed: answer === null ? null : packAnswer(answer).toString('base64'),
    };
  }
}
