import { saidOf } from './said-of';

describe('what is told behind a denial without a mark between them', () => {
  it.each([
    ['no tb contact never smoked father had lung cancer', 'smoking', 'family-history-of-cancer'],
    ['no cough mother has diabetes', 'cough', 'family-history-of-diabetes'],
    ['not pregnant on the pill', 'pregnancy', 'combined-oral-contraceptive-use'],
    ['no wheeze mild crackles at the bases', 'wheeze', 'crackles'],
    ['无咳嗽轻度头痛', 'cough', 'headache'],
    ['没有咳嗽父亲有高血压', 'cough', 'family-history-of-hypertension'],
  ])('%s: not %s, but %s', (text, absent, present) => {
    expect([saidOf(text, absent), saidOf(text, present)]).toEqual(['absent', 'present']);
  });

  it.each([
    ['Neither her mother nor her sister had asthma.', 'family-history-of-atopy'],
    ['She denies that her father has heart disease.', 'family-history-of-premature-coronary-disease'],
    ['无咳嗽或轻度头痛。', 'headache'],
  ])('and is denied with it in %s', (text, absent) => {
    expect(saidOf(text, absent)).toBe('absent');
  });

  it.each([
    ['Her gums would not stop bleeding.', 'gum-bleeding'],
    ['His hands will not stop shaking.', 'tremor'],
    ['孩子没几分钟就喘。', 'dyspnoea'],
    ['孩子没两天又开始咳嗽。', 'cough'],
  ])('%s: %s, which no denial denies', (text, present) => {
    expect(saidOf(text, present)).toBe('present');
  });
});
