import { type GuidelineDocument, type OwnPassage } from '@openrounds/contracts';
import { type StoredPassage } from './ports/document-store';

/** A stored passage as answers and records carry it. @param successor the edition that took the place of its document */
export function ownPassageFrom(
  passage: StoredPassage,
  document: GuidelineDocument,
  successor: GuidelineDocument | undefined,
): OwnPassage {
  const { title, publisher, year, region, language, licence, source } = document;
  const { section, page, text, sha256 } = passage;
  return {
    documentId: document.id,
    title,
    publisher,
    year,
    region,
    language,
    licence,
    source,
    section,
    page,
    text,
    sha256,
    supersededBy: successor === undefined ? null : `${successor.title} (${String(successor.year)})`,
  };
}
