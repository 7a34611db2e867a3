/** Family names that open a name beyond doubt. */
const PLAIN =
  '王李张刘陈杨赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖韦贾夏付邹熊孟秦邱江尹薛闫段侯龙史陶黎贺顾毛郝龚邵覃武钱戴严莫孔赖樊岳倪殷庞翟';
/** Family names that are also ordinary or clinical words (高热, 黄染, 白细胞): only in a labelled or certain place. */
const AMBIGUOUS = '高黄白温康常方程万石雷洪安任金傅于向文易施鲁柳';
const DOUBLE = '欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文';

export const SURNAME = `(?:${DOUBLE}|[${PLAIN}])`;
export const SURNAME_ANY = `(?:${DOUBLE}|[${PLAIN}${AMBIGUOUS}])`;

/** Characters that make a word clinical rather than a given name. */
export const CLINICAL_CHAR =
  /[热烧染痛咳吐泻晕血压糖脂龄度病症感史神精意肿胀炎癌瘤疹尿便气喘闷悸痰恶腹胸头发烦乏力昏迷诉述因入院医科室检查]/;

/** Ordinary words that begin like a family name: 患者曾因…, 白天, 何时, 许多. A look-ahead, no group. */
export const NO_NAME_ZH =
  '(?:曾[因于有患在经先多反行住诊服接出用就被按无]|严[重密格厉]|何[时种处人以]|许[多久可]|余[无均各者年]|常[有在于因伴规年]|任[何意]|安[静排]|高[热烧血龄度危]|白[天细昼带色]|于[是今昨前]|易[发疲出感]|成[年人]|方[才可能]|万[分一]|康复|温[和度]|石膏|金属|程度|毛[发细]|熊[猫]|马上|向[来后前]|雷[公诺]|文化|龙[胆贝]|江湖|孔径|洪亮|钱币|时[间常有])';
