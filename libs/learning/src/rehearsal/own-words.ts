/** What people write who know no name for what they mean. None of it names a disease: a test looks in the vocabulary. */
export const OWN_WORDS: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: [
    'something he picked up abroad',
    'a problem with the plumbing',
    'not sure, ask the senior',
    'the thing from last week’s lecture',
    'some reaction to a tablet',
    'inflammation of something',
  ],
  zh: [
    '旅行时染上的什么病',
    '管道出了问题',
    '不确定，请教上级',
    '上周课上讲的那个',
    '某种药物引起的反应',
    '某处发炎了',
  ],
};
