import { type Language } from '@openrounds/contracts';
import { type Message } from '../messages/message';

/** What the cards of CDS Hooks say; every name and number comes from the engine's answer. */
export const CARD_WORDS = {
  leading: { en: (names) => `Differential: ${names}`, zh: (names) => `鉴别诊断：${names}` },
  mustNotMiss: { en: (names) => `Must not be missed: ${names}`, zh: (names) => `不可漏诊：${names}` },
  notExcluded: {
    en: (names) => `Not excluded by the record or the draft orders: ${names}`,
    zh: (names) => `现有记录和待开医嘱均不能排除：${names}`,
  },
  ordersTell: {
    en: (names) => `What the orders could tell: ${names}`,
    zh: (names) => `所选检查的信息量：${names}`,
  },
  tellsMore: { en: (name) => `Would tell more: ${name}`, zh: (name) => `信息量更大的检查：${name}` },
} as const satisfies Record<string, Message<string>>;

interface CardTexts {
  readonly tooLittle: string;
  readonly late: string;
  readonly lateDetail: string;
  readonly unknownOrders: string;
  readonly for: string;
  readonly against: string;
  readonly absent: (name: string) => string;
  readonly bits: (bits: string) => string;
  readonly excludedBy: (names: string) => string;
  readonly unknownOrder: (code: string) => string;
  readonly versions: (engine: string, knowledge: string) => string;
  readonly between: string;
}

export const CARD_TEXTS: Readonly<Record<Language, CardTexts>> = {
  en: {
    tooLittle: 'Too little is known for a reliable list',
    late: 'No answer in time. Nothing is said about this patient; it does not mean that nothing was found.',
    lateDetail: 'The list could not be computed in time. Open the patient again for another attempt.',
    unknownOrders: 'The selected orders are not in the knowledge base',
    for: 'for',
    against: 'against',
    absent: (name) => `${name} (absent)`,
    bits: (bits) => `${bits} bits`,
    excludedBy: (names) => `could be excluded by: ${names}`,
    unknownOrder: (code) => `LOINC ${code}: not in the knowledge base`,
    versions: (engine, knowledge) => `OpenRounds engine ${engine}, knowledge ${knowledge}.`,
    between: '; ',
  },
  zh: {
    tooLittle: '已知信息过少，列表不可靠',
    late: '未能及时得出结果。对该患者未作任何判断，并不表示没有发现。',
    lateDetail: '未能在规定时间内算出列表。请重新打开该患者再试一次。',
    unknownOrders: '所选检查不在知识库中',
    for: '支持',
    against: '反对',
    absent: (name) => `${name}（无）`,
    bits: (bits) => `${bits}比特`,
    excludedBy: (names) => `可由以下结果排除：${names}`,
    unknownOrder: (code) => `LOINC ${code}：不在知识库中`,
    versions: (engine, knowledge) => `OpenRounds引擎${engine}，知识库${knowledge}。`,
    between: '；',
  },
};
