import { type NamedDisease, type NameIndex, nameIndex, type Reading } from '@openrounds/learning';
import { type CaseVocabulary } from '../ports/case-library';
import { type StoredRoom } from '../ports/room-store';

type Diseases = CaseVocabulary['diseases'];

/** Made once for each knowledge version: of all names in both languages. */
const INDEXES = new WeakMap<Diseases, NameIndex>();

/** How words become diseases in a room: the teacher's word first, then names and synonyms. */
export function readingOf(
  { diseases }: Pick<CaseVocabulary, 'diseases'>,
  { words }: Pick<StoredRoom, 'words'>,
): Reading {
  const index = INDEXES.get(diseases) ?? nameIndex(namesOf(diseases));
  INDEXES.set(diseases, index);
  return { index, words: new Map(Object.entries(words)) };
}

const namesOf = (diseases: Diseases): NamedDisease[] =>
  [...diseases.values()].flatMap(({ id, name, synonyms }): NamedDisease[] => [
    [id, name.en, ...synonyms.en],
    [id, name.zh, ...synonyms.zh],
  ]);
