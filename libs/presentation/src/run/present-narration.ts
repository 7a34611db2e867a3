import {
  type Language,
  type Narration,
  type NarrationEvidence,
  type NarrationRecord,
} from '@openrounds/contracts';
import { notice } from '../messages/catalogue';
import { NARRATION_FAULTS, NARRATION_LABEL } from '../messages/narration';

/** A narration as it is read: each sentence with the lines that it rests on. It stays in the language that it was written in. */
export function presentNarration(record: NarrationRecord, language: Language): Narration {
  const { said, evidence, fault, createdAt, completedAt, ...rest } = record;
  const byId = new Map(evidence.map((each): [string, NarrationEvidence] => [each.id, each]));
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    sentences: (said?.sentences ?? []).map(({ text, evidence: ids }) => ({
      text,
      evidence: ids.flatMap((id) => byId.get(id) ?? []),
      generatedBy: said?.generatedBy ?? { model: '', promptVersion: '' },
    })),
    dropped: said?.dropped ?? {},
    fault: fault === null ? null : { code: fault, text: NARRATION_FAULTS[fault][language] },
    label: NARRATION_LABEL[language],
    notice: notice(language),
  };
}
