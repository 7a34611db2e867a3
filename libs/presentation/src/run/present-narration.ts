import {
  type GeneratedBy,
  type Language,
  type Narration,
  type NarrationEvidence,
  type NarrationRecord,
  type SaidSentences,
  type ToldSentence,
} from '@openrounds/contracts';
import { notice } from '../messages/catalogue';
import { NARRATION_FAULTS, NARRATION_LABEL } from '../messages/narration';

/** A narration as it is read: each sentence with the lines that it rests on. It stays in the language that it was written in. */
export function presentNarration(record: NarrationRecord, language: Language): Narration {
  const { said, evidence, fault, createdAt, completedAt, ...rest } = record;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    sentences: said === null ? [] : toldSentences(said.sentences, evidence, said.generatedBy),
    dropped: said?.dropped ?? {},
    fault: fault === null ? null : { code: fault, text: NARRATION_FAULTS[fault][language] },
    label: NARRATION_LABEL[language],
    notice: notice(language),
  };
}

/** Sentences of a model with the lines that they rest on and what the passages among these say of them, each marked as generated. */
export function toldSentences(
  sentences: SaidSentences['sentences'],
  evidence: readonly NarrationEvidence[],
  generatedBy: GeneratedBy,
): ToldSentence[] {
  const byId = new Map(evidence.map((each): [string, NarrationEvidence] => [each.id, each]));
  return sentences.map(({ text, evidence: ids, guidance }) => ({
    text,
    evidence: ids.flatMap((id) => byId.get(id) ?? []),
    ...(guidance === undefined ? {} : { guidance }),
    generatedBy,
  }));
}
