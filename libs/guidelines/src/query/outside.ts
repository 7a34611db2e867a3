import { type PassageLanguage } from '../passage';

/**
 * Things that passages hardly ever answer, by the words for them: a passage must then say something of it itself. A question
 * that names a disease and asks for its gene is no question on the disease.
 */
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
    en: /\b(?:trocars?|ports?|sutur(?:e|ing) technique|anastomos[ie]s|incisions?|osteotom(?:y|ies)|graft harvest\w*|(?:operative|surgical) (?:technique|steps?)|screw (?:length|size|placement)|robot(?:ic)?(?:-assisted)?)\b/i,
    zh: /入路|术式|切口|孔道|吻合|缝合方式|截骨|磨骨|戳卡|打孔位置|手术步骤|螺钉|机器人/u,
  },
  {
    // who found it, and when
    en: /\b(?:(?:who|when|where) (?:was|were|is|first|originally) ?(?:it )?(?:first|originally)? ?(?:described|discovered|reported|published|invented|isolated|coined|named|wrote|written)|who (?:first|discovered|described|invented|coined|wrote)|(?:what|which) (?:year|century|decade)|named after|eponym\w*|histor(?:y of (?:medicine|the (?:name|term|discovery))|ian\w*)|nobel|etymolog\w+)\b/i,
    zh: /最(?:早|先)(?:报道|发现|描述|提出|记载|命名)|首次(?:报道|发现|描述|提出)|谁(?:最先|最早|首先)?(?:发现|提出|发明|命名|报道|描述)|是谁|哪一?年|哪个年代|名字(?:的)?由来|命名由来|词源|诺贝尔/u,
  },
  {
    // genes and molecules
    en: /\b(?:chromosom(?:e|es|al)|exons?|introns?|codons?|(?:gene )?loc(?:us|i)|alleles?|amino acids?|transcription factors?|receptor subtypes?|signal(?:l)?ing pathways?|molecular (?:weight|formula|structure|mechanism)|crystal structure|enzyme kinetics|isoforms?)\b/i,
    zh: /染色体|外显子|内含子|密码子|基因座|位点|等位基因|氨基酸序列|转录因子|受体亚型|信号通路|分子(?:量|式|结构|机制)|晶体结构/u,
  },
  {
    // what becomes of a drug in the body
    en: /\b(?:half[- ]li(?:fe|ves)|bioavailab\w+|volume of distribution|protein[- ]bind\w+|pharmaco(?:kinetic|dynamic)\w*|peak (?:plasma|serum|concentration)\w*|t ?max|c ?max|first[- ]pass|cyp ?\d\w*|excipients?|mechanism of action)\b/i,
    zh: /半衰期|生物利用度|达峰|血药峰|分布容积|蛋白结合率|药代|药动学|首过|辅料|赋形剂|作用机制|作用机理/u,
  },
  {
    // who makes and sells it
    en: /\b(?:patents?|brands?|manufactur\w+|suppliers?|wholesal\w+|market share|shares? in|trade ?names?|vendors?|procurement|tender)\b/i,
    zh: /专利|品牌|牌子|商品名|厂家|厂商|国产|供应商|采购|招标|哪家/u,
  },
  {
    // work, papers and posts
    en: /\b(?:roster\w*|rotas?|staffing|staffed|shifts? pattern|salar(?:y|ies)|wages?|payroll|sick ?(?:note|pay|leave)|visas?|pensions?|recruit\w*|vacanc\w+|accredit\w+|car park\w*|software|password|wi-?fi|exam fee|tuition)\b/i,
    zh: /排班|值班表|编制|工资|奖金|病假|请假|盖章|公务员|入职|招聘|签证|养老金|职称|评级|验收|停车|软件|密码|学费|考研|落户/u,
  },
  {
    // research and its arithmetic
    en: /\b(?:kaplan|log-?rank|cox regres\w*|regressions?|p-?values?|sample size|power calculation|odds ratios?|confidence intervals?|null hypothes\w+|theses|thesis|dissertation|impact factor|grant|manuscript|referenc(?:e|ing) style|spss|excel)\b/i,
    zh: /样本量|统计学|回归分析|生存曲线|论文|课题|影响因子|基金|答辩|投稿|查重|参考文献/u,
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
