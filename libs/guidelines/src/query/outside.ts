import { type PassageLanguage } from '../passage';

/** Things that passages hardly ever answer, by the words for them: one that is asked must then say something of it itself. */
const OUTSIDE: readonly { readonly [language in PassageLanguage]: RegExp }[] = [
  {
    // what it costs and who pays
    en: /\b(?:cost(?:s|ing)?(?! ?-?effective)|pric(?:e[sd]?|ing)|afford(?:able)?|fees?|reimburse\w*|insur(?:ance|er|ers|ed)|deductible|co-?pay\w*|medicare|medicaid|billing|invoice|out[- ]of[- ]pocket)\b/i,
    zh: /多少钱|价格|价钱|费用|花费|报销|医保|自费|收费|保险|赔付|贵不贵|便宜/u,
  },
  {
    // the law
    en: /\b(?:su(?:e|es|ed|ing)|lawsuits?|litigat\w+|negligen\w+|malpractice|liab(?:le|ility)|courts?|lawyers?|attorney|solicitor|legal(?:ly)?|statut\w+|law)\b/i,
    zh: /诉讼|起诉|法院|律师|赔偿|法律|违法|合法|索赔|纠纷|追责/u,
  },
  {
    // how an operation is done
    en: /\b(?:trocars?|port (?:site|placement)s?|sutur(?:e|ing) technique|anastomos[ie]s|incisions?|osteotom(?:y|ies)|graft harvest\w*|(?:operative|surgical) (?:technique|steps?)|screw (?:length|size|placement)|robot(?:ic)?(?:-assisted)?)\b/i,
    zh: /入路|术式|切口|吻合|缝合方式|截骨|磨骨|戳卡|打孔位置|手术步骤|螺钉|机器人/u,
  },
];

/** An animal as the patient; not one that has done something to a person. */
const ANIMAL: { readonly [language in PassageLanguage]: RegExp } = {
  en: /\b(?:veterinar\w+|vet|pupp(?:y|ies)|kittens?|dogs?|cats?|canine|feline|equine|bovine|horses?|mares?|foals?|cows?|calves|sheep|lambs?|goats?|pigs?|piglets?|rabbits?|hamsters?|guinea pigs?|ferrets?|parrots?|budgies?|poultry|livestock)\b/i,
  zh: /兽医|宠物|猫|狗|犬|马驹|奶牛|母牛|小牛|羊羔|仔猪|母猪|兔子|仓鼠|豚鼠|鹦鹉|家禽|牲畜/u,
};
const ANIMAL_AND_PERSON: { readonly [language in PassageLanguage]: RegExp } = {
  en: /\b(?:bit(?:e|es|ten|ing)?|scratch\w*|stung|stings?|lick\w*|kick\w*|trampl\w*|fell|ridden|riding|rabies|rabid|allerg\w*|expos\w+|contact|handl\w+|keeps?|kept|owners?|owns|farm\w*|slaughter\w*|milk|meat|ate|eat(?:s|ing|en)?|fur|dander|scan|patients?|man|woman|men|women|child(?:ren)?|boy|girl|baby|pregnan\w+|i|my (?:son|daughter|wife|husband|mother|father))\b/i,
  zh: /咬|抓|舔|蜇|踢|踩|狂犬|过敏|接触|养|饲养|牧|屠宰|食用|生食|生肉|奶制品|毛屑|抓痕|叫样|吠|猫眼|马尾|狗吠|犬吠|孩|患者|病人|孕|男|女|岁/u,
};

/** Whether a question asks what a passage's own words show that it does not answer: prices, law, operations, animals. */
export function asksOutside(
  question: string,
  language: PassageLanguage,
): ((passageText: string) => boolean) | undefined {
  const kinds: RegExp[] = OUTSIDE.map((words) => words[language]).filter((words) => words.test(question));
  if (ANIMAL[language].test(question) && !ANIMAL_AND_PERSON[language].test(question))
    kinds.push(ANIMAL[language]);
  if (kinds.length === 0) return undefined;
  return (passageText) => !kinds.every((words) => words.test(passageText));
}
