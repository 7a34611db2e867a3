import { type Message } from './message';

type Words<K extends string> = Readonly<Record<K, string>>;

export const ROOM_WORDS = {
  noTestYet: { en: () => 'No test yet', zh: () => '暂不检查' },
} satisfies Readonly<Record<string, Message>>;

const dangerMissed: Message<Words<'diseases'>> = {
  en: ({ diseases }) =>
    `You never named ${diseases}, and nothing had excluded it yet. What would have made you think of it?`,
  zh: ({ diseases }) => `您从未列出${diseases}，而当时尚无任何证据将其排除。什么线索会让您想到它？`,
};
const dropped: Message<Words<'diseases' | 'stage'>> = {
  en: ({ diseases, stage }) =>
    `At stage ${stage} you dropped ${diseases}, which nothing had excluded. What made you let go of it?`,
  zh: ({ diseases, stage }) => `在第${stage}阶段您删去了尚未被排除的${diseases}。您为什么放弃了它？`,
};
const closed: Message<Words<'disease' | 'stage' | 'stated' | 'moved'>> = {
  en: ({ disease, stage, stated, moved }) =>
    `At stage ${stage} you gave ${disease} ${stated} points; your own list before, moved by the new findings, gives ${moved}. What else would explain the case?`,
  zh: ({ disease, stage, stated, moved }) =>
    `在第${stage}阶段您给${disease}${stated}分；而您此前的列表按新发现推算应为${moved}分。还有什么能解释这个病例？`,
};
const anchoring: Message<Words<'disease' | 'stage' | 'before' | 'stated' | 'moved'>> = {
  en: ({ disease, stage, before, stated, moved }) =>
    `At stage ${stage} the findings spoke against ${disease}: from your ${before} points they lead to ${moved}, and you gave ${stated}. What holds you to it?`,
  zh: ({ disease, stage, before, stated, moved }) =>
    `在第${stage}阶段，新发现不支持${disease}：从您的${before}分推算应为${moved}分，而您给了${stated}分。是什么让您坚持它？`,
};
const baseRate: Message<Words<'one' | 'two' | 'stated' | 'byFindings' | 'withSetting'>> = {
  en: ({ one, two, stated, byFindings, withSetting }) =>
    `You put ${one} to ${two} as ${stated} to 1. The findings alone say ${byFindings} to 1; with how common each is here it is ${withSetting} to 1. How common did you take them to be?`,
  zh: ({ one, two, stated, byFindings, withSetting }) =>
    `您认为${one}与${two}之比为${stated}比1。仅凭表现为${byFindings}比1；计入两者在此处的患病率后为${withSetting}比1。您认为它们有多常见？`,
};
const testChoice: Message<Words<'chosen' | 'bits' | 'better' | 'betterBits'>> = {
  en: ({ chosen, bits, better, betterBits }) =>
    `On your own list “${chosen}” would have told you ${bits} bits, and “${better}” ${betterBits}. What did you expect to learn?`,
  zh: ({ chosen, bits, better, betterBits }) =>
    `按您自己的列表，“${chosen}”可提供${bits}比特信息，“${better}”可提供${betterBits}比特。您期望从中得知什么？`,
};
const overconfidence: Message<Words<'pairs' | 'stated' | 'observed'>> = {
  en: ({ pairs, stated, observed }) =>
    `Over ${pairs} diagnoses that you named you gave ${stated} points on average, and ${observed} of 100 were right. Where could you have left more to Other?`,
  zh: ({ pairs, stated, observed }) =>
    `在您列出的${pairs}个诊断中，您平均给出${stated}分，而每100个中有${observed}个正确。哪里可以多留给“其他”？`,
};

/** Questions about the way of thinking, with the numbers behind them; points are of 100. */
export const PROMPTS = { dangerMissed, dropped, closed, anchoring, baseRate, testChoice, overconfidence };
