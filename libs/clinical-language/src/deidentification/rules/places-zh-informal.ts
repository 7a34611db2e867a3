import { type MaskRule } from './mask-rule';

/** What workplaces make or do: a name is what is left when it is taken away (鸿达纺织厂, but 化工厂). */
const TRADES =
  /化工|纺织|机械|电子|服装|食品|制药|钢铁|钢|造纸|印刷|印染|皮革|皮鞋|鞋|玩具|家具|水泥|化肥|农药|塑料|塑胶|橡胶|五金|汽车|造船|船|砖|石料|石|砂|玻璃|陶瓷|电镀|电池|蓄电池|烟花|爆竹|轮胎|模具|电器|建材|木材|喷漆|油漆|涂料|养殖|屠宰|肉联|面粉|饲料|酿酒|酒|烟草|烟|机床|轴承|铸造|铝|铜|铅|锌|矿山|煤炭|煤|金|铁|加工|制造|生产|洗涤|发电|电|水|药|丝|棉|染|毛纺|毛巾|家电/gu;
const WORKPLACE = '(?:厂|煤矿|矿|矿山|林场|农场|渔场|牧场)';
const SHOP =
  '(?:快递|物流|电子|科技|置业|地产|保险|外卖|大药房|药房|药店|超市|商场|酒店|宾馆|饭店|银行|律师事务所|养老公寓)';
/** Words before them that name nothing: 附近药店, 送快递, 一家酒店. */
const NAMELESS =
  /某|一家|这家|那家|两家|几家|多家|附近|当地|外地|本地|私人|国营|民营|个体|大型|小型|连锁|平价|定点|网上|线上|楼下|自己|自购|院外|医院|门诊|住院|社区|商业|小|送|寄|取|做|跑|点|叫|去|到|卖|买|开|从事|学|搞|逛|住|吃/gu;
const HALL = /(?:食|课|教|澡|学|天|礼|殿|灵|佛|厅|客)堂$/;

const isNamed =
  (kind: RegExp): MaskRule['accept'] =>
  (masked) => {
    const own = masked.replace(kind, '').replace(TRADES, '').replace(NAMELESS, '');
    return Array.from(own).length >= 2;
  };

const rule = (
  kind: 'org' | 'address',
  pattern: string,
  accept: MaskRule['accept'] = () => true,
): MaskRule => ({
  kind,
  pattern: new RegExp(pattern, 'gu'),
  accept,
});

const ORGANISATIONS: readonly MaskRule[] = [
  rule(
    'org',
    '(?:工作单位|所在单位|单位|就读学校|学校|公司|就职于|任职于|供职于)[:：](?<it>\\p{Script=Han}{3,18})',
  ),
  rule(
    'org',
    '(?<=[在于读上])(?<it>\\p{Script=Han}{0,4}[一二三四五六七八九十]{1,2}[中小高])(?=读|上学|念|学生|任教|教书|[,。;])',
  ),
  rule(
    'org',
    '(?<=在)(?<it>\\p{Script=Han}{2,6})(?=上班|任职|就职|供职|(?:工作|打工)[,。了过半一二三四五六七八九十\\d])',
    (masked) => !ANYWHERE.test(masked) && isNamed(/$^/u)?.(masked, '', { start: 0, end: 0 }) === true,
  ),
  rule(
    'org',
    `(?<=在|于|为|系|是|前|进|从)(?<it>\\p{Script=Han}{2,8}?${WORKPLACE})(?![^,。;]{0,2}区)`,
    isNamed(/(?:厂|煤矿|矿|矿山|林场|农场|渔场|牧场)$/u),
  ),
  rule(
    'org',
    `(?<=^|[,。;\\n在于是为到去了])(?<it>\\p{Script=Han}{2,5}?${SHOP})(?!机|表|员证|产品|设备|体温计|血压计|秤|胃镜|喉镜|支气管镜)`,
    isNamed(new RegExp(`${SHOP}$`, 'u')),
  ),
  rule(
    'org',
    '(?<=在|到|去|于)(?<it>\\p{Script=Han}{2,5}堂)(?=[抓看买开配的,，。]|$)',
    (masked) => !HALL.test(masked),
  ),
];

const PROVINCE =
  '(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古?|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|自治区)?';
/** Where one works or lives without saying where: 在家上班, 在工地打工, 住高层. */
const ANYWHERE =
  /^(?:.{0,2}(?:工地|工厂|家|外地|农村|城里|乡下|学校|机关|单位|公司|银行|超市|饭店|餐馆|酒店|商场|市场|田里?|地里|国外|境外|海外|本地|本市|当地|这边|那边|室外|室内|户外|高空|夜间|白天|车间|厂里?|矿上?|井下|船上|办公室|幼儿园|医院|政府|部队|东南亚|[东西南北中]非|[东南中西]亚|非洲|欧洲|美国|日本|韩国|泰国|缅甸)|.{0,3}[厂店馆院校房楼层台]|院|校|宿舍|平房|高层|一楼|二楼|楼上|楼下|隔壁|附近|不远|同一|一起|本院|我院|过院|农家|养老|集体)/;

/** 乡村, 县城, 外地: no place in particular. */
const GENERIC =
  /^(?:本|外|当|某|该|偏远|贫困|山区|边远|附近|邻|同|全|这|那|我们|农|牧|渔|城|乡|省|市|郊)*(?:县|市|镇|乡|村|区|旗|屯)$/;
const SETTLEMENT = '(?:自治县|县|镇|乡|村|屯|旗|寨|庄)';
const isPlace: MaskRule['accept'] = (masked) =>
  !GENERIC.test(masked) && !/医院|卫生|诊|病|就|疫区|农村|乡村|城乡|超市|门市|夜市|城市|都市/.test(masked);
/** 走路, 半路, 尿路, 逛街: no street has such a name. */
const NO_STREET = /(?:[走半一上马公铁道通尿胆气旁环电思逛过赶迷让网线套]路|高速公路|逛街|上街|大街|街道)$/;

const ADDRESSES: readonly MaskRule[] = [
  rule('address', '坐标[ :在]?(?<it>\\p{Script=Han}{2,5})(?=[,。;]|$)'),
  rule(
    'address',
    `(?:(?:老家|祖籍|原籍|籍贯|定居|户籍|家乡)(?:在|是|于)?(?:${PROVINCE})?|(?:来自|家在|现居)${PROVINCE})(?<it>(?!人|的|${PROVINCE})\\p{Script=Han}{2,5}?)(?=人|的?[,。;]|的?$)`,
    (masked) => !ANYWHERE.test(masked) && !/[村乡]$/.test(masked),
  ),
  rule(
    'address',
    '(?<=[,。;\\n]|^|家|[我现])住(?:在)?(?<it>\\p{Script=Han}{2,5})(?=[,。;]|$)',
    (masked) => !ANYWHERE.test(masked) && !/[院病科房室楼校]/.test(masked),
  ),
  rule(
    'address',
    '(?<=^|[,。;\\n在于到从]|家住)(?<it>[王李张刘陈杨赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭肖蔡潘田董袁余叶蒋杜苏魏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武高]家?(?:村|庄|寨|屯|坝|湾|沟|营|堡|圩|塘|坪|岭))(?=的|人|村|[,。;]|$|老|有|卫)',
  ),
  rule(
    'address',
    '(?<=在|从|到|于|经|由)(?<it>\\p{Script=Han}{2,8}?(?:火车站|高铁站|汽车站|地铁站|机场|码头|广场|公园|步行街|立交桥))',
    (masked) => !/^(?:本|当|附近|小区|一个|某|这|那|街心|社区|市民|人民|国际|坐|去)/.test(masked),
  ),
  rule(
    'address',
    `(?:老家|原籍|祖籍|家在|户口在|户籍在|住在|家住|来自|从|出生在|生于|现住|租住在?)(?<it>\\p{Script=Han}{2,7}?(?:${SETTLEMENT}|[市州])(?:\\p{Script=Han}{1,4}(?:${SETTLEMENT}|区))?)(?=[的来人赶,。;]|$|转|过|到)`,
    isPlace,
  ),
  rule(
    'address',
    `(?<=是|^|[,。;\\n])(?<it>(?![一两几多每各])\\p{Script=Han}{2,7}?(?:${SETTLEMENT}|[市州]))(?=人[,。;]|来的|的人)`,
    isPlace,
  ),
  rule(
    'address',
    '(?<=在|到|于|沿|经过|路过|途经)(?<it>\\p{Script=Han}{2,5}(?:路|大道|大街|街|巷|胡同|弄堂|大桥))(?=时|口|上|旁|边|附近|门|被|遇|突|晕|摔|[,。;]|$)',
    (masked) => !NO_STREET.test(masked),
  ),
  rule(
    'address',
    '(?:住|家在|住在|租住在?|现住|居住于?)(?<it>\\p{Script=Han}{2,8}(?:小区|花园|家园|公寓|新村|社区|苑|里|城|府)(?:\\d{1,4}[号栋幢座楼](?:\\d{1,4}[室号单元]{0,2})?)?)',
    (masked) => !/^(?:本|一|某|老旧|普通|封闭|养老|老年|单身|学生|集体|农|县|城)/.test(masked),
  ),
];

/** Where Chinese patients work, shop and live, told without a full address. */
export const CHINESE_INFORMAL_PLACE_RULES: readonly MaskRule[] = [...ORGANISATIONS, ...ADDRESSES];
