import { type Aspect, type PassageLanguage } from '../passage';

/**
 * Words by which a question says what it wants to know, and so no words of its subject. English: whole words, any case.
 * Chinese: longest first where one begins another.
 */
export const ASPECT_WORDS: {
  readonly [language in PassageLanguage]: { readonly [aspect in Aspect]: RegExp };
} = {
  en: {
    recognition:
      /\b(recogni[sz](?:e|ed|ing)|recognition|suspect(?:ed|ing)?|suspicion|signs?|symptoms?|red flags?|features?|clues?|presentations?|presents?|look like|think(?:ing)?(?: of)?|what is it|clinch(?:es)?|how serious|identif(?:y|ied|ying))\b/gi,
    diagnosis:
      /\b(diagnos(?:e|ed|es|is|ing|tic)|confirm(?:s|ed|ing|ation)?|rul(?:e|ed|es|ing) out|exclud(?:e|ed|es|ing)|work-?up|investigat(?:e|ed|ions?)|tests?|testing|workup|imaging|scans?|criteria|cut-?offs?|nomogram|tell apart|how (?:do|can|does|should) (?:i|we|you|doctors|one) tell)\b/gi,
    'first-action':
      /\b(first(?![- ]line)|initial(?:ly)?|immediate(?:ly)?|at once|straight away|right away|right now|emergency|urgent(?:ly)?|first aid|how (?:fast|quickly|soon))\b/gi,
    treatment:
      /\b(treat(?:s|ed|ing|ments?)?|therap(?:y|ies)|manag(?:e|ed|ing|ement)|handled?|doses?|dosages?|dosing|tablets?|pills?|creams?|medications?|medicines?|drugs?|first[- ]line|1st[- ]line|rx|what helps)\b/gi,
    'follow-up':
      /\b(follow(?:ed)?[- ]?up|monitor(?:ed|ing)?|long[- ]term|afterwards|how often|recheck(?:ed|s)?|re-?check|track(?:ed|ing)?|review(?:ed|s)?|come back|repeat(?:ed)?|discharged?|sent home|aim(?:ing|ed)? for)\b/gi,
  },
  zh: {
    recognition: /(识别|怀疑|警惕|临床表现|表现|症状|体征|征象|特征|线索|想到|考虑|什么病|怎么回事|提示)/gu,
    diagnosis: /(鉴别诊断|诊断|确诊|鉴别|排除|检查|查什么|评估|判断|抽血|化验|分级|分型|分期|界值)/gu,
    'first-action':
      /(首先|第一步|第一时间|立即|马上|立刻|紧急|急救|急诊|初始|初步|首要|处理|处置|抢救|怎么办|怎么救|现场|先做)/gu,
    treatment:
      /(治疗|用药|疗法|管理|怎么治(?!疗)|如何治(?!疗)|剂量|首剂|疗程|怎么用|怎么吃|吃多久|服用|口服|停药|换药|药要|什么药|吃药|激素|手术|怎么选)/gu,
    'follow-up': /(随访|复查|监测|长期|跟踪|隔多久|多久查|出院|以后还|之后怎么)/gu,
  },
};

/** Words of any question, that say nothing of its subject. */
export const GENERAL_WORDS: { readonly [language in PassageLanguage]: RegExp } = {
  en: /\b(guid(?:e|ed|ance|elines?)|recommend(?:s|ed|ations?)?|advi[sc]e[ds]?|approach|role|best|good|right|way|need(?:s|ed)?|us(?:e|es|ed|ing)|consider(?:ed)?|say|says|tell|know|patients?|someone|somebody|people|cases?|clinic(?:al|ally)|indicat(?:e|ed|ions?)|help(?:s|ful)?|make|made|done|doing|give[ns]?|start(?:s|ed|ing)?|just|much|many|kind|steps?|important|think|get|go(?:es|ing)?|must|usual(?:ly)?|about|between|difference|happens?|main)\b/gi,
  zh: /(指南|推荐|建议|方法|原则|标准|时候|情况|何时|何种|哪种|多久|多少|怎样|必须|一定|是否|可否|能否|怀疑|考虑|有没有|为何|几个|哪个|哪项|哪类|依据|要点|流程|步骤|措施|主要|最|用|给|选择|适合|直接)/gu,
};
