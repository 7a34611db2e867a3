import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../lexicon/phrases';

/** What is measured in a fluid of the body. `other`: read, and of no further use. */
export type Analyte =
  'cells' | 'neutrophils' | 'lymphocytes' | 'glucose' | 'protein' | 'ada' | 'ph' | 'ldh' | 'other';

/** Names are separated by `|`. */
const NAMES: Readonly<Record<Analyte, string>> = {
  cells: `white cells|white cell count|white blood cells|white count|wbc|wbcs|wcc|wbc count|leucocytes|leukocytes|leucocyte count|leukocyte count|
    cells|cell count|nucleated cells|nucleated cell count|白细胞|白细胞计数|白细胞数|白细胞总数|有核细胞|有核细胞数|有核细胞计数`,
  neutrophils: `neutrophils|neutrophil|neutrophil count|polymorphs|polymorphonuclear|polymorphonuclear cells|polymorphonuclears|pmn|pmns|polys|
    中性粒细胞|中性|多核细胞|多个核细胞|多形核细胞|分叶核细胞`,
  lymphocytes: `lymphocytes|lymphocyte|lymphs|mononuclear cells|mononuclears|mononuclear|淋巴细胞|淋巴|单个核细胞|单核细胞`,
  glucose: `glucose|sugar|葡萄糖|糖|糖定量`,
  protein: `protein|total protein|proteins|蛋白|总蛋白|蛋白质|蛋白定量`,
  ada: `ada|adenosine deaminase|腺苷脱氨酶|腺苷酸脱氨酶`,
  ph: `ph`,
  ldh: `ldh|lactate dehydrogenase|乳酸脱氢酶`,
  other: `red cells|red blood cells|rbc|rbcs|erythrocytes|eosinophils|monocytes|macrophages|albumin|chloride|lactate|amylase|cholesterol|
    triglycerides|红细胞|红细胞计数|细胞总数|嗜酸性粒细胞|嗜酸粒细胞|巨噬细胞|间皮细胞|白蛋白|氯|氯化物|乳酸|淀粉酶|胆固醇|甘油三酯|压力`,
};

export const ANALYTES: PhraseTrie<Analyte> = buildAnalytes();

function buildAnalytes(): PhraseTrie<Analyte> {
  const trie = new PhraseTrie<Analyte>();
  for (const [analyte, names] of Object.entries(NAMES) as [Analyte, string][]) {
    for (const name of names.split('|')) trie.add(surfaceKeys(name.trim()), analyte);
  }
  return trie;
}
