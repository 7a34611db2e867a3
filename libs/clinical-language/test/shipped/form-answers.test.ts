import { saidOf } from './said-of';

describe('an answer of a form', () => {
  it.each([
    ['Rash: not examined\nItch: yes', 'rash'],
    ['怕热：有\n突眼：未询问\n手抖：有', 'exophthalmos'],
    ['Itch: yes\nRash: resolved', 'rash'],
    ['皮疹：已痊愈\n咳嗽：有', 'rash'],
  ])('says nothing where it was not asked, or is over: %s', (text, finding) => {
    expect(saidOf(text, finding)).toBeUndefined();
  });

  it.each([
    ['Itch: yes\nPeptic ulcer: resolved', 'previous-peptic-ulcer', 'present'],
    ['            YES   NO\nItch         X\nRash               X', 'rash', 'absent'],
    ['Free of nausea?  NO\nFree of pain?    YES', 'nausea', 'present'],
    ['illness\tself\tmother\tnobody\ngout\tx\t\t\nglaucoma\t\tx\t', 'family-history-of-glaucoma', 'present'],
    ['（1有 2无）\n胸闷 2\n心慌 1', 'palpitations', 'present'],
  ])('is read by where it stands: %s', (text, finding, said) => {
    expect(saidOf(text, finding)).toBe(said);
  });
});
