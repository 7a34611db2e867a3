import { type Presence } from '@openrounds/contracts';
import { matchConcepts } from './resolve/concepts';
import { unifyWords } from './normalise/unify-words';
import { readText } from './segment/read-text';
import { toEngineCase } from './read-case';
import { type EnginePatient } from './model/understanding';
import { type CompiledVocabulary } from './vocabulary/compile';
import { gather } from './normalise/lists-by-key';

/** What a question speaks of. */
export interface UnderstoodQuestion {
  /** Diseases that it names. */
  readonly diseaseIds: string[];
  /** Findings that it tells of, as present or in a state. */
  readonly facts: { findingId: string; state?: string }[];
  readonly ageYears: number | null;
}

const NOBODY: EnginePatient = { ageYears: null, sex: 'unknown', pregnant: null };

/**
 * Reads a question as a case is read. What is asked about counts like what is told ("if I hear a murmur"); only what is
 * denied outright does not. Pure and deterministic; no text is an error.
 */
export function readQuestion(question: string, vocabulary: CompiledVocabulary): UnderstoodQuestion {
  const { observed, patient } = toEngineCase(
    { narrative: question, patient: { age: null, sex: 'unknown' } },
    vocabulary,
  );
  const asWritten = readText(question);
  const reading = { ...asWritten, tokens: unifyWords(asWritten.tokens, vocabulary.spelling) };
  const senses = gather(matchConcepts(reading, reading.sentences, vocabulary, NOBODY), (mentions) =>
    gather(mentions, (mention) => mention.senses),
  );
  const presences = new Map<string, Presence | undefined>(
    observed.map(({ findingId, presence }) => [findingId, presence]),
  );
  const told = gather(observed, ({ findingId, presence, state }) => {
    if (presence !== undefined) return presence === 'present' ? [{ findingId }] : [];
    return state === undefined ? [] : [{ findingId, state }];
  });
  const mentioned = new Set(
    gather(senses, (sense) =>
      sense.kind === 'finding' &&
      !presences.has(sense.findingId) &&
      vocabulary.findings.get(sense.findingId)?.domain === 'binary'
        ? [sense.findingId]
        : [],
    ),
  );
  const diseases = gather(senses, (sense) => (sense.kind === 'disease' ? [sense.diseaseId] : []));
  return {
    diseaseIds: [...new Set(diseases)],
    facts: [...told, ...[...mentioned].map((findingId) => ({ findingId }))],
    ageYears: patient.ageYears,
  };
}
