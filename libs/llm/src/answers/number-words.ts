/** Small numbers in words, from two on: "one" and 一 are too often no number. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
}; // prettier-ignore

/** The same in Chinese, where they stand before what is counted: 三天, but 三叉神经. */
export const HAN_NUMBERS: Readonly<Record<string, number>> = {
  两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10,
}; // prettier-ignore
export const HAN_COUNTED = [
  '个', '天', '周', '月', '年', '日', '小时', '分钟', '次', '岁', '倍', '度', '支', '杯', '片',
] as const; // prettier-ignore
