/** Characters of names, titles and places as they are written in Taiwan and Hong Kong, each beside its simplified form. */
const PAIRS =
  '陳陈張张劉刘楊杨趙赵黃黄吳吴孫孙馬马羅罗鄭郑謝谢許许鄧邓馮冯韓韩蕭萧葉叶蔣蒋蘇苏呂吕盧卢鐘钟鍾钟譚谭陸陆範范賈贾鄒邹嚴严賴赖龔龚萬万錢钱湯汤齊齐龐庞顧顾賀贺閻阎歐欧陽阳諸诸蘭兰麗丽鳳凤華华國国偉伟強强軍军傑杰濤涛豔艳艷艳飛飞龍龙雲云蓮莲貞贞瓊琼鵬鹏輝辉曉晓瑩莹穎颖靜静潔洁寶宝慶庆義义榮荣貴贵勝胜學学發发東东興兴樹树澤泽維维賢贤愛爱嬌娇嫻娴綺绮儀仪憶忆夢梦語语詩诗軒轩銘铭鋒锋師师醫医護护長长爺爷媽妈姊姐嬸婶員员說说話话訴诉們们來来個个開开電电號号區区縣县鎮镇鄉乡莊庄灣湾橋桥樓楼單单廠厂園园銀银歲岁歷历處处診诊療疗後后從从與与給给請请幫帮讓让還还過过這这兒儿妳你檢检報报週周';
const TO_SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  (PAIRS.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const TRADITIONAL = new RegExp(`[${[...TO_SIMPLIFIED.keys()].join('')}]`, 'gu');

/** The same text in simplified characters as far as names and what announces them go; same length. */
export const simplified = (text: string): string =>
  text.replace(TRADITIONAL, (char) => TO_SIMPLIFIED.get(char) ?? char);
