import { saidOf } from './said-of';

describe('a bare name', () => {
  it.each([
    ['No falls.', 'frequent-falls'],
    ['Falls: no.', 'frequent-falls'],
    ['Lymph nodes: nil. Pulse 72.', 'lymphadenopathy'],
    ['Guarding but no rebound.', 'rebound-tenderness'],
    ['Voices? N', 'auditory-hallucinations'],
    ['浅表淋巴结：无。', 'lymphadenopathy'],
    ['近期手术：无。', 'recent-surgery-or-immobility'],
  ])('is denied: %s', (text, finding) => {
    expect(saidOf(text, finding)).toBe('absent');
  });

  it.each([
    ['Falls: yes.', 'frequent-falls'],
    ['Leakage? Y', 'urinary-incontinence'],
    ['宠物：有。', 'animal-contact'],
  ])('is there where an answer says so: %s', (text, finding) => {
    expect(saidOf(text, finding)).toBe('present');
  });

  it.each([
    ['He falls asleep early.', 'frequent-falls'],
    ['Pus was sent to the laboratory.', 'pus-discharging-from-skin'],
    ['Surgery: yes.', 'recent-surgery-or-immobility'],
    ['Her mother had falls: no treatment.', 'frequent-falls'],
  ])('says nothing of itself: %s', (text, finding) => {
    expect(saidOf(text, finding)).not.toBe('present');
  });
});

describe('an answer that says how often', () => {
  it.each([
    ['Little interest or pleasure in doing things: nearly every day.', 'anhedonia', 'present'],
    ['Feeling down: several days; thoughts of self-harm: not at all.', 'low-mood', 'present'],
    ['Feeling down: several days; thoughts of self-harm: not at all.', 'suicidal-ideation', 'absent'],
    ['心情低落：几乎每天；自伤想法：完全没有。', 'low-mood', 'present'],
    ['心情低落：几乎每天；自伤想法：完全没有。', 'suicidal-ideation', 'absent'],
  ])('%s', (text, finding, presence) => {
    expect(saidOf(text, finding)).toBe(presence);
  });
});
