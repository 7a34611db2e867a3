import { compiledOnce } from '@openrounds/testing';
import { summary } from '../../test/summary';
import { VOCABULARY } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

const vocabulary = compiledOnce(VOCABULARY);
/** All that is understood but the bare "pain". */
const read = (text: string): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter((line) => line !== 'pain+');
const unmatched = (text: string): string[] =>
  understandText(text, undefined, vocabulary).unmatched.map(({ quote }) => quote);

describe('the side of the body', () => {
  it.each([
    ['Pain over the left lower quadrant.', ['left-lower-quadrant-pain+']],
    ['Pain in the right lower quadrant.', ['right-lower-quadrant-pain+']],
    ['There is tenderness of the left lower quadrant.', []],
    ['There is tenderness of the right lower quadrant.', ['mcburney-point-tenderness+']],
    ['Pain on the left side of the chest.', ['chest-pain+']],
    ['Pain on the right side of the chest.', ['right-sided-chest-pain+']],
    ['Chest pain and right leg swelling.', ['chest-pain+', 'unilateral-leg-swelling+']],
    ['Pain in the chest, on the right.', ['chest-pain+', 'right-sided-chest-pain+']],
    ['Headache on the right and chest pain.', ['chest-pain+', 'headache+']],
    ['The left leg is swollen.', ['unilateral-leg-swelling+']],
    ['Swelling of both legs.', ['peripheral-oedema+']],
    ['Bilateral leg swelling.', []],
    ['Left and right leg swelling.', []],
    ['Leg swelling on both sides.', []],
    ['左下腹痛', ['left-lower-quadrant-pain+']],
    ['左下腹压痛', []],
    ['右下腹压痛', ['mcburney-point-tenderness+']],
    ['左侧胸痛', ['chest-pain+']],
    ['左侧下肢肿胀', ['unilateral-leg-swelling+']],
    ['双下肢肿胀', []],
    ['双侧下肢肿胀', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is quoted with what was not understood', () => {
    expect(unmatched('双侧下肢肿胀')).toEqual(['双侧下肢肿胀']);
  });
});

describe('words that change what is meant', () => {
  it.each([
    ['Severe pain in the calf, abdominal pain.', []],
    ['Abdominal pain, severe.', ['severe-abdominal-pain+']],
    ['The heart rate was counted.', []],
    ['The heart sounds were muffled; the rate of breathing is not known.', []],
    ['He began to feel cold after the operation.', []],
    ['When she began to walk, her calf was swollen.', ['calf-swelling+']],
    ['On the calf, the skin became tender.', []],
    ['No swelling, normal calf.', []],
    ['It came after a cold.', ['recent-respiratory-infection+']],
    ['She has a normal heart rate.', ['heart-rate=normal']],
    ['心率正常', ['heart-rate=normal']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('normality phrases', () => {
  it.each([
    ['Breath sounds are reduced on the left.', ['reduced-breath-sounds+']],
    ['Breath sounds are normal.', ['crackles-', 'reduced-breath-sounds-']],
    ['Breath sounds were heard.', []],
    ['Chest X-ray shows consolidation.', ['chest-x-ray-consolidation+']],
    ['Chest X-ray was taken.', []],
    ['Chest X-ray: normal.', ['chest-x-ray-consolidation-']],
    ['The chest X-ray is normal.', ['chest-x-ray-consolidation-']],
    ['胸片示实变', ['chest-x-ray-consolidation+']],
    ['胸片正常', ['chest-x-ray-consolidation-']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a general noun inside a longer one', () => {
  it.each([
    ['Known pulmonary hypertension.', []],
    ['Known pulmonary arterial hypertension.', []],
    ['Portal hypertension.', []],
    ['Known arterial hypertension.', ['known-hypertension+']],
    ['Known renal hypertension.', ['known-hypertension+']],
    ['Pulmonary disease and hypertension.', ['known-hypertension+']],
    ['Rheumatic fever as a child.', []],
    ['Cerebral oedema.', []],
    ['Diabetes insipidus.', []],
    ['Gestational diabetes.', []],
    ['Pregnancy-induced hypertension.', ['pregnancy+']],
    ['Drug-induced hypertension.', ['known-hypertension+']],
    ['Diabetes.', ['known-diabetes+']],
    ['Ankle oedema.', ['peripheral-oedema+']],
    ['肺动脉高血压', []],
    ['门静脉高血压病史', []],
    ['高血压病史', ['known-hypertension+']],
    ['脑水肿', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is shown as not understood', () => {
    expect(unmatched('Known pulmonary hypertension.')).toEqual(['pulmonary hypertension']);
  });
});

describe('what parts concepts', () => {
  it.each([
    ['Red eyes and a swollen calf.', ['calf-swelling+']],
    ['Her calf hurts, there is swelling elsewhere.', []],
    ['The calf is red and now the arm is swollen.', ['illness-course=progressive']],
    ["His calf is well, it doesn't look swollen.", ['calf-swelling-']],
    ['Swollen, calf normal.', []],
    ['Throwing up, tummy very sore.', ['vomiting+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
