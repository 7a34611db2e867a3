import { lookupOf } from '../../src';
import { shippedBundle } from '../../../../test/support/shipped';

const bundle = shippedBundle();
const { documents, passages } = bundle.guidelines;
const { diseases, findings } = lookupOf(bundle);

describe('the guideline passages of the knowledge base', () => {
  it('are six hundred and more, ours, in both languages', () => {
    expect(passages.length).toBeGreaterThanOrEqual(600);
    const others = passages.filter(
      ({ kind, text, section }) =>
        kind !== 'summary' || [text.en, text.zh, section.en, section.zh].includes(undefined),
    );
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  it('name diseases and findings that exist, what they help with, and their region', () => {
    const bare = passages.filter(
      ({ forDiseases, forFindings, about, region }) =>
        about === undefined ||
        region === '' ||
        !forDiseases.some((id) => diseases.has(id)) ||
        !forFindings.some((id) => findings.has(id)),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('stand in documents that can be found: by page or DOI, else by their own name, body and year', () => {
    const lost = documents.filter(
      ({ title, language, publisher, year }) =>
        [title.en, title.zh, title[language]].includes(undefined) || publisher === '' || !(year > 1990),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
    for (const { url } of passages) if (url !== undefined) expect(new URL(url).protocol).toBe('https:');
  });

  it('have a licence of ours beside that of the document, which bodies that allow less are not said to give', () => {
    expect(new Set(passages.map(({ licence }) => licence))).toEqual(new Set(['CC-BY-4.0']));
    const sparing = documents.filter(({ publisher }) =>
      /National Institute for Health and Care|World Health Organization|Thoracic Society|中华医学会/.test(
        publisher,
      ),
    );
    expect(sparing.length).toBeGreaterThan(150);
    expect(sparing.filter(({ documentLicence }) => /^CC.BY.4/i.test(documentLicence))).toEqual([]);
    const nice = documents.filter(({ id }) => /^nice-(ng|cg|ph)\d/.test(id));
    expect(new Set(nice.map(({ documentLicence }) => documentLicence))).toEqual(
      new Set(['NICE UK Open Content Licence']),
    );
  });

  it('conflict with passages of other documents, both ways', () => {
    const byId = new Map(passages.map((one) => [one.id, one]));
    const pairs = passages.flatMap(({ id, document, conflictsWith }) =>
      conflictsWith.map((other) => ({ id, document, other: byId.get(other) })),
    );
    expect(pairs.length).toBeGreaterThan(50);
    for (const { id, document, other } of pairs) {
      expect(other?.conflictsWith).toContain(id);
      expect(other?.document).not.toBe(document);
    }
  });
});
