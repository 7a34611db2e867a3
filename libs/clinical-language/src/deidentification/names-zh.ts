import { DOUBLE_SURNAMES } from './words/chinese-name-characters';

/** Family names that open a name beyond doubt. */
export const PLAIN_SURNAMES =
  '王李张刘陈杨赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖韦贾夏付邹熊孟秦邱江尹薛闫段侯龙史陶黎贺顾毛郝龚邵覃武钱戴严莫孔赖樊岳倪殷庞翟';
/** Family names that are also ordinary or clinical words (高热, 黄染, 白细胞): only in a labelled or certain place. */
export const AMBIGUOUS_SURNAMES = '高黄白温康常方程万石雷洪安任金傅于向文易施鲁柳';
/** Rarer family names, most of them ordinary words as well: only where a label, a bed or a role announces a name. */
export const RARE_SURNAMES =
  '褚卫尤华戚喻柏窦章云葛奚郎昌苗凤花俞酆鲍费廉岑汤滕毕邬卞齐伍卜穆湛祁禹狄米贝臧伏谈茅纪舒屈项祝阮蓝闵席季麻路娄危童颜梅盛刁骆凌霍虞柯昝管房裘缪宗宣贲郁单杭包诸吉钮嵇邢滑裴荣翁荀羊於惠甄曲封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬郗仰秋仲伊宫宁仇栾暴甘钭戎祖符景詹束幸司韶郜蓟薄印宿怀蒲邰鄂索咸籍卓蔺屠蒙池乔阴胥苍闻莘党贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚农庄晏柴瞿阎慕连茹习宦艾鱼容古慎戈庾暨衡耿满弘匡寇禄阙东欧殳沃利蔚夔隆师巩厍聂晁勾敖融冷訾辛阚简饶毋沙乜鞠丰巢关蒯查荆红游竺权逯盖益桓揭操佟苑辜丘鄢冼麦练邸朴康黎欧阳肖仝佘邝粟卿植青苟缑芦栗解';
const DOUBLE = DOUBLE_SURNAMES.join('|');

export const SURNAME = `(?:${DOUBLE}|[${PLAIN_SURNAMES}])`;
export const SURNAME_ANY = `(?:${DOUBLE}|[${PLAIN_SURNAMES}${AMBIGUOUS_SURNAMES}])`;
export const SURNAME_RARE = `(?:${DOUBLE}|[${PLAIN_SURNAMES}${AMBIGUOUS_SURNAMES}${RARE_SURNAMES}])`;

/** Characters that make a word clinical rather than a given name. */
export const CLINICAL_CHAR =
  /[热烧染痛咳吐泻晕血压糖脂龄度病症感史神精意肿胀炎癌瘤疹尿便气喘闷悸痰恶腹胸头发烦乏力昏迷诉述因入院医科室检查]/;

/** Ordinary words that begin like a family name: 患者曾因…, 白天, 何时, 许多. A look-ahead, no group. */
export const NO_NAME_ZH =
  '(?:曾[因于有患在经先多反行住诊服接出用就被按无]|严[重密格厉]|何[时种处人以]|许[多久可]|余[无均各者年]|常[有在于因伴规年]|任[何意]|安[静排]|戴[老眼口耳镜]|富隆|高[热烧血龄度危弓一出]|白[天细昼带色]|于[是今昨前]|易[发疲出感]|成[年人]|方[才可能]|万[分一]|康复|温[和度]|石膏|金属|程度|毛[发细]|熊[猫]|马上|向[来后前]|雷[公诺]|文[化盲]|龙[胆贝]|江湖|孔径|洪亮|钱币|时[间常有]|[老中青壮成少幼]年|关[节系于注]|麻[木醉痹]|红[肿疹斑润细]|房[颤室扑]|包[块皮括]|鱼[刺]|利[尿]|冷[汗敷饮]|牛[奶皮]|曲[张]|游[走离]|松[弛]|暴[躁饮]|农[民村]|青[紫霉光]|贲[门]|艾[滋灸]|山[区]|齐[全]|祖[父母]|华[法]|车[祸]|单[侧纯位]|边[缘界]|连[续日]|路[人上]|满[意腹布]|古[怪]|秋[季冬]|惠[者]|印[象]|简[单易]|尚[可未能]|东[西北南]|隆[起突]|权[利]|查[体房出]|全[身]|解[小大便血除热痉放释痛]|班[主里级上]|连[长队着]|师[傅范生])';

/** Characters that given names are made of and clinical words seldom begin with, for what friends call one another. */
export const GIVEN_CHAR =
  '[芳强雅珍丽娟伟杰敏静燕玲霞刚勇磊涛鹏波斌亮辉兰英萍娜婷颖洁琳慧莉倩梦琪佳欣怡雪薇蕾菲妍莹军峰健俊超浩宇轩博豪鑫旺福贵富财发生根宝虎龙凤莲秀桂香菊翠琴淑玉莎妮朵豆乐毛妞丫蛋果朋炳祥荣庆国建志文明海林平华红梅春秋冬夏云星月晨]';
