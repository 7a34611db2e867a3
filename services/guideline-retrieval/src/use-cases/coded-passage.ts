import { type CodedPassage } from '@openrounds/contracts';
import { type PassageHit } from '../ports/passage-libraries';

/** A hit as it travels. */
export const codedPassage = ({ forDiseases, ...hit }: PassageHit): CodedPassage => ({
  ...hit,
  forDiseases: [...forDiseases],
});
