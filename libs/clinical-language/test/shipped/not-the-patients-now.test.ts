import { saidOf } from './said-of';

describe('what is not of the patient now', () => {
  it.each([
    // conditions that begin with a verb
    ['Return if she becomes drowsy, has a seizure or develops a rash.', 'seizure'],
    ['Return if she becomes drowsy, has a seizure or develops a rash.', 'rash'],
    ['Bring him back if drowsy, has a fit, vomits again or cannot walk straight.', 'vomiting'],
    ['Red streak up the arm = straight to A&E.', 'red-streaks-up-the-limb'],
    // a medicine that is only now given
    ['L sciatica for three weeks. Naproxen prescribed.', 'nsaid-use'],
    ['She has agreed to try gliclazide.', 'insulin-or-sulfonylurea-use'],
    // what is rubbed, looked for, or bleeds inside
    ['The inturned lashes rub the cornea.', 'pericardial-friction-rub'],
    ['A round-faced child who rubs and blinks.', 'pericardial-friction-rub'],
    ['上睑鲜红斑痣未查青光眼。', 'known-glaucoma'],
    ['上消化道大出血。', 'major-external-bleeding'],
    ['8岁，打鼾，偶有呼吸暂停。', 'apnoea-in-infant'],
  ])('%s: no %s', (text, finding) => {
    expect(saidOf(text, finding)).not.toBe('present');
  });

  it.each([
    ['He takes aspirin and has a fever, has a cough or a rash.', 'cough'],
    ['Was prescribed amoxicillin by the GP last week.', 'recent-antibiotic-use'],
    ['A rub is heard at the left sternal edge.', 'pericardial-friction-rub'],
    ['伤口大出血。', 'major-external-bleeding'],
    ['3月龄，呼吸暂停2次。', 'apnoea-in-infant'],
    ['8岁，打鼾，偶有呼吸暂停。', 'witnessed-apnoeas'],
  ])('%s: %s', (text, finding) => {
    expect(saidOf(text, finding)).toBe('present');
  });
});
