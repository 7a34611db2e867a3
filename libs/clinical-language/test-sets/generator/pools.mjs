/** Words that identifiers are made of. All people and places are invented. Each half of the set draws from its own half. */
const words = (list) => list.trim().split(/\s*\|\s*|\n\s*/);

export const GIVEN =
  words(`Sarah|Oluwaseun|David|Siobhan|Mary|Priyanka|Robert|Katarzyna|Emily|Dmitri|Michael|Aoife|Susan|Tadeusz
Jennifer|Nkechi|Peter|Rhiannon|Margaret|Vikram|Hannah|Giulia|Daniel|Yusuf|Laura|Ingrid|Andrew|Chidi|Rebecca|Mateo|Helen|Farid`);
export const SURNAMES =
  words(`Okonkwo|Hartley|Featherstone|Ramanathan|O'Connell|Kowalczyk|Whitcombe|Al-Sayed|Henderson|Bianchi
Pemberton|Nakamura|Thistlewood|van Dijk|Blackwood|Mbeki|Ashworth|Fernandez|McAllister|Petrov|Lindqvist|Brown|Castellano|Jones
Hargreaves|Smith|Oyelaran|Walker|Delacroix|Bennett`);
export const SURNAMES_ZH = [
  ...'张王李刘陈杨黄赵周吴徐孙高马朱胡林郭何罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭白温方任金石',
];
export const DOUBLE_SURNAMES_ZH = ['欧阳', '司马', '上官', '诸葛', '慕容', '令狐'];
export const GIVEN_ZH =
  words(`伟|芳|秀英|敏|静|丽华|建国|桂兰|志强|雪梅|子涵|浩然|玉兰|国栋|晓明|淑珍|俊杰|梦琪|海燕|文博|思远|佳怡|永福|春花
宏伟|美玲|一诺|庆丰|凤英|德胜`);
export const TOWNS =
  words(`Kingsmere|Harrowgate|Ashdown|Thornbury|Larkfield|Willowbrook|Stonebridge|Maplewood|Redcliffe|Fairhaven
Elmsworth|Oakhurst|Brightwater|Millbrook|Westhaven|Northgate`);
export const STREETS = words(
  `Baker|Maple|Chestnut|Victoria|Elm|Station|Orchard|Mill|Church|Riverside|Cedar|Highfield`,
);
export const STREET_KINDS = words(`Street|Road|Avenue|Lane|Drive|Close|Court|Crescent`);
export const CITIES = words(`London|Springfield|Leeds|Portland|Bristol|Columbus|Cardiff|Austin`);
export const PLACES_ZH = words(`安州|临江|云川|青岭|南屏|海宁|东阳|清河|平川|北塘|金溪|长泰`);
export const PROVINCES_ZH = words(`江苏省|广东省|四川省|湖北省|浙江省|山东省`);
export const DISTRICTS_ZH = words(`朝阳区|鼓楼区|武侯区|江岸区|西湖区|历下区`);
export const ROADS_ZH = words(`建国路|中山路|人民南路|解放大道|文三路|经十路|和平里|长江东街`);
export const FIRMS_ZH = words(`博远科技|宏达机械|瑞丰食品|新华纺织|天翼物流|华信电子`);
export const FIRMS = words(
  `Harlow & Finch Ltd|Brightwater Logistics Inc|Norwood Engineering plc|Castle Foods Limited|Pinewood Systems LLC|Dunmore Textiles Ltd`,
);
export const HANDLES = words(`zhang_wei88|xiaoyu2019|mengmeng-520|hy_liang7|sunny0615|wxid_a8k2m4q9x1`);
export const PLATES_ZH = words(`京A12C45|沪BK8832|粤BD12345|川A7Q81Z|浙F9K221|鄂A88F60`);
export const PLATES = words(`LK19 ABC|BD51 SMR|7KXR204|YC68 UVJ|HG07 XLM|4BRD892`);
export const MONTHS = words(
  `January|February|March|April|May|June|July|August|September|October|November|December`,
);
export const NUMERALS_ZH = words(`九十一|九十二|九十三|九十四|九十五|九十六|九十七|九十八`);
export const NUMERALS = words(
  `ninety-one|ninety-two|ninety-three|ninety-four|ninety-five|ninety-six|ninety-seven|ninety-eight`,
);
export const SITES = words(
  `ourfamily-blog|heartstory-forum|ward7-diary|harrow-clinic|kingsmere-gp|li-family-page`,
);
