import { MAX_READ_CHARACTERS } from '@openrounds/clinical-language';
import { CaseInput, type ReadingProposals } from '@openrounds/contracts';
import { vocabularyOf } from '@openrounds/knowledge';
import { newId } from '@openrounds/platform';
import { compiledOnce, TestClock, tinyBundle } from '@openrounds/testing';
import { MemoryCases } from '../../test/doubles/memory-cases';
import { CheckReading } from './check-reading';
import { NormaliseCase } from './normalise-case';
import { OfferReading } from './offer-reading';

const vocabulary = compiledOnce(vocabularyOf(tinyBundle()));
const vocabularies = { of: () => Promise.resolve(vocabulary) };
const PATIENT = { age: null, sex: 'female' };

/** A run whose case has been understood, ready to be read by a model. */
async function understood(given: Record<string, unknown>) {
  const cases = new MemoryCases();
  const run = { tenantId: 'school', runId: newId(), knowledge: 'hash' };
  await new NormaliseCase(cases, vocabularies, new TestClock()).execute({
    ...run,
    caseId: newId(),
    fresh: { input: CaseInput.parse({ patient: PATIENT, ...given }), masked: [] },
  });
  const check = new CheckReading(cases, vocabularies);
  return {
    offer: () => new OfferReading(cases, vocabularies).execute(run),
    check: (proposals: ReadingProposals) =>
      check.execute({ ...run, model: 'm', promptVersion: '1', proposals }),
    cases,
  };
}

const proposal = (quote: string, changes: Partial<ReadingProposals[number]> = {}) => ({
  findingId: 'dyspnoea',
  state: null,
  quote,
  presence: 'present' as const,
  whose: 'patient' as const,
  when: 'now' as const,
  ...changes,
});

describe('the text of a run, for a language model', () => {
  it('is its narrative and those of its stages, with the findings that they may be speaking of', async () => {
    const { offer } = await understood({
      narrative: 'Dyspnoea.',
      stages: [{ name: 'ward', narrative: 'Worse.' }, { name: 'no text' }],
    });
    expect(await offer()).toMatchObject({
      language: 'en',
      texts: ['Dyspnoea.', 'Worse.'],
      candidates: expect.arrayContaining([expect.objectContaining({ findingId: 'dyspnoea' })]),
    });
  });

  it('is none where the case holds codes only', async () => {
    const { offer } = await understood({ findings: [{ findingId: 'dyspnoea', presence: 'present' }] });
    expect(await offer()).toBe('no-text');
  });

  it('is not cut where it is longer than a prompt takes', async () => {
    const narrative = 'x'.repeat(MAX_READ_CHARACTERS / 2 + 1);
    const { offer } = await understood({ narrative, stages: [{ name: 'more', narrative }] });
    expect(await offer()).toBe('too-long');
  });
});

describe('what a language model read', () => {
  it('stands in codes, with its words apart, and what was dropped is counted', async () => {
    const { check } = await understood({ narrative: 'Dyspnoea.' });
    expect(await check([proposal('Dyspnoea'), proposal('never written', { findingId: 'fever' })])).toEqual({
      coded: {
        used: true,
        model: 'm',
        promptVersion: '1',
        findings: [{ verdict: 'agrees', findingId: 'dyspnoea', presence: 'present', certainty: 0.8 }],
        dropped: { 'not-offered': 1 },
      },
      quotes: [{ findingId: 'dyspnoea', stage: null, start: 0, end: 8, quote: 'Dyspnoea' }],
    });
  });

  it('names the stage that it stands in', async () => {
    const { check } = await understood({
      narrative: 'Ill.',
      stages: [{ name: 'a', narrative: 'Dyspnoea.' }],
    });
    expect((await check([proposal('Dyspnoea')])).quotes).toMatchObject([{ stage: 0, start: 0, end: 8 }]);
  });

  it('is refused for a case that was erased meanwhile', async () => {
    const { check, cases } = await understood({ narrative: 'Dyspnoea.' });
    await cases.erase('school', cases.kept[0]?.caseId ?? '');
    await expect(check([proposal('Dyspnoea')])).rejects.toMatchObject({ code: 'case-erased' });
  });
});
