import { stem } from '../text/stem';
import { joinedText } from '../text/at-position';
import { spellingOf, type Token } from '../text/tokens';

const stems = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(stem));

/**
 * General nouns, and what before them makes another thing of them: pulmonary hypertension is no (systemic) hypertension,
 * hay fever no fever. Such a compound is read only if the vocabulary has it whole. Renal or arterial hypertension stay
 * hypertension.
 */
const ROWS: readonly (readonly [nouns: string, modifiers: string])[] = [
  [
    'hypertension hypertensive',
    'pulmonary portal intracranial cranial ocular intraocular gestational pregnancy',
  ],
  ['diabetes diabetic', 'gestational pregnancy'],
  ['hypotension hypotensive', 'intracranial cranial ocular intraocular'],
  ['oedema', 'pulmonary lung cerebral brain macular retinal corneal optic disc laryngeal marrow'],
  ['depression', 'respiratory st segment marrow cardiac skull'],
  ['fever', 'hay rheumatic scarlet yellow dengue glandular typhoid paratyphoid lassa spotted relapsing'],
  ['asthma', 'cardiac'],
  ['migraine', 'abdominal ocular retinal'],
  ['trauma', 'emotional psychological'],
  ['stroke', 'heat'],
  ['guarding', 'security mouth gum coast life prison door traffic border national night'],
  ['emphysema', 'surgical subcutaneous mediastinal'],
];
const COMPOUNDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ROWS.flatMap(([nouns, modifiers]) => [...stems(nouns)].map((noun) => [noun, stems(modifiers)] as const)),
);

/** What behind a general noun makes another thing of it. */
const FOLLOWED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [stem('diabetes'), stems('insipidus')],
  [stem('stroke'), stems('volume')],
  [stem('fever'), stems('blister blisters phobia')],
  [
    stem('pale'),
    stems(
      'stool stools faeces motions urine sputum patch patches area areas spot spots macule macules lesion lesions yellow ' +
        'disc discs disk halo centre center retina pink rash scar swelling swellings weal weals wheal wheals lump plaque ring',
    ),
  ],
]);

/** May stand inside such a compound: "pulmonary [arterial] hypertension", "pregnancy-[induced] hypertension". */
const INSIDE = stems('arterial artery venous vein vascular induced associated -');

/** Parts that may be pale alone: 手指遇冷苍白, 视盘苍白. */
const PALE_PART =
  /(?:视盘|视乳头|视神经|手指|足趾|脚趾|指端|趾端|肢端|患肢|患侧|[上下]肢|肢体|小腿|足背|大便|粪便|龟头)(?:皮肤)?(?:遇冷|受冷)?(?:后|时)?(?:变|发|呈|颜色)?$/;

/** The same in Chinese, for wordings that begin with the noun (高血压, 高血压病史): 肺动脉高血压, 脑水肿. */
const HAN_COMPOUNDS: readonly (readonly [noun: string, before: RegExp])[] = [
  ['高血压', /(?:肺|肺动脉|门静脉|门脉|颅内|眼|妊娠|妊娠期)$/],
  ['糖尿病', /(?:妊娠|妊娠期)$/],
  ['低血压', /(?:颅内|眼)$/],
  ['水肿', /(?:肺|脑|喉头|喉|黄斑|视盘|视乳头|视神经|角膜|骨髓)$/],
  ['苍白', PALE_PART],
  ['皮肤苍白', PALE_PART],
];
const MAX_HAN_BEFORE = 9;

/** What is pale alone: "the optic disc is pale", "fingers that turn pale", "pale silvery stretch marks". */
const PALE_ALONE = stems(
  `disc discs disk finger fingers toe toes hand hands foot feet leg legs limb limbs arm arms stool stools urine faeces
  motions lesion lesions patch patches rash retina mark marks striae scar scars centre halo area areas macules papules
  plaques spot spots`,
);
/** What may be sluggish besides the patient. */
const SLUGGISH_ALONE = stems(
  'pupil pupils cord cords fold folds reflex reflexes refill reaction sounds light',
);
const TURNS = stems(
  'is are was were look looks looked appear appears turn turns turned turning go goes went become becomes became that which very and cold',
);
const MAX_TURNS = 3;

function stemAt(tokens: readonly Token[], position: number): string {
  const token = tokens[position];
  return token === undefined ? '' : spellingOf(token);
}

const isAmong = (words: ReadonlySet<string>, tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from), to).some((token) => words.has(spellingOf(token)));

/** "Pupils 7 mm, sluggish", "sluggish reflexes": not the patient is sluggish. */
function isSluggishInPart(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from !== 1 || tokens[from]?.text !== 'sluggish') return false;
  return isAmong(SLUGGISH_ALONE, tokens, from - MAX_TURNS - 1, from + MAX_TURNS);
}

/** How many words at most describe a noun before which "pale" stands. */
const MAX_ADJECTIVES = 2;

/** The noun right behind "pale", or behind another adjective: "pale [silvery] stretch marks". */
function isBeforePalePart(tokens: readonly Token[], pale: number): boolean {
  for (let at = pale + 1; at <= pale + 1 + MAX_ADJECTIVES; at += 1) {
    if (tokens[at]?.kind !== 'word' || TURNS.has(stemAt(tokens, at))) return false;
    if (PALE_ALONE.has(stemAt(tokens, at))) return true;
  }
  return false;
}

/** "Her fingers turn pale", 皮肤苍白斑: no pallor of the whole. */
function isPaleInPart(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[to - 1]?.text === '白') return /^[斑灶区]$/.test(tokens[to]?.text ?? '');
  const pale = to - 1;
  if (tokens[pale]?.text !== 'pale' || pale < from) return false;
  if (isBeforePalePart(tokens, pale)) return true;
  let at = pale - 1;
  while (pale - at <= MAX_TURNS && TURNS.has(stemAt(tokens, at))) at -= 1;
  return at < pale - 1 && PALE_ALONE.has(stemAt(tokens, at));
}

/** The same of words that stand apart: "*turn* very *pale*" and no more. */
export function isOnlyPaleInPart(tokens: readonly Token[], used: readonly number[]): boolean {
  const rest = used.filter((position) => tokens[position]?.text !== 'pale');
  if (!rest.every((position) => TURNS.has(stemAt(tokens, position)))) return false;
  return used.some((position) => isPaleInPart(tokens, position, position + 1));
}

/** 肝脾大小正常: 大小 is the size, but 肝大小便 is a liver and what follows. */
const isOfSize = (tokens: readonly Token[], to: number): boolean =>
  tokens[to - 1]?.text === '大' && tokens[to]?.text === '小' && tokens[to + 1]?.text !== '便';

/** 膝盖后面痛: a side, and no face; 左侧面 is half the face. 手背痛: no back. */
const SIDE_NOT_FACE = /(?:[后前上下里外背对反]|(?<![左右一两双])侧)$/;
const BACK_OF_LIMB = /[手足脚]$/;

function isOtherPart(tokens: readonly Token[], from: number): boolean {
  const text = tokens[from]?.text;
  const before = joinedText(tokens, from - 2, from);
  return (text === '面' && SIDE_NOT_FACE.test(before)) || (text === '背' && BACK_OF_LIMB.test(before));
}

/** Whether the general noun at `from`..`to` is only a part of a longer noun that names something else. */
export function isPartOfOtherCompound(tokens: readonly Token[], from: number, to: number): boolean {
  const noun = tokens[from];
  if (isOfSize(tokens, to)) return true;
  if (isPaleInPart(tokens, from, to) || isSluggishInPart(tokens, from, to)) return true;
  if (noun?.kind === 'han') {
    if (isOtherPart(tokens, from)) return true;
    const wording = joinedText(tokens, from, to);
    const before = joinedText(tokens, from - MAX_HAN_BEFORE, from);
    return HAN_COMPOUNDS.some(([start, organ]) => wording.startsWith(start) && organ.test(before));
  }
  if (to - from !== 1 || noun?.kind !== 'word') return false;
  if (FOLLOWED_BY.get(spellingOf(noun))?.has(stemAt(tokens, to)) === true) return true;
  let at = from - 1;
  while (INSIDE.has(stemAt(tokens, at))) at -= 1;
  return COMPOUNDS.get(spellingOf(noun))?.has(stemAt(tokens, at)) ?? false;
}
