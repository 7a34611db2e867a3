import { surfaceKeys } from '../lexicon/phrases';
import { PhraseTrie } from '../lexicon/phrase-trie';

/** What brings a complaint on, makes it worse or relieves it. */
export type Factor =
  | 'exertion'
  | 'breathing'
  | 'cough'
  | 'movement'
  | 'lying'
  | 'sitting-up'
  | 'standing-up'
  | 'head-movement'
  | 'bending'
  | 'chewing'
  | 'swallowing'
  | 'light'
  | 'noise'
  | 'morning'
  | 'evening'
  | 'meal'
  | 'fatty-meal'
  | 'food'
  | 'defaecation'
  | 'cold-air'
  | 'rest'
  | 'nitrate'
  | 'night'
  | 'arm-or-jaw'
  | 'back'
  | 'groin'
  | 'leg'
  | 'arm';

/** How the factor bears on the complaint. */
export type Bearing = 'worse' | 'relief' | 'radiation';

const trieOf = <T>(rows: readonly (readonly [T, string])[]): PhraseTrie<T> => {
  const trie = new PhraseTrie<T>();
  for (const [value, phrases] of rows) {
    for (const phrase of phrases.split('|').map((part) => part.trim())) {
      if (phrase !== '') trie.add(surfaceKeys(phrase), value);
    }
  }
  return trie;
};

/** English factors, each named by what stands behind "worse on", "relieved by" or "when". */
export const FACTORS_EN: PhraseTrie<Factor> = trieOf<Factor>([
  [
    'exertion',
    `exertion|minimal exertion|mild exertion|effort|exercise|mild exercise|exercises|exercising|activity|activities|minimal activity|minimal activities|physical activity|
    simple activities|walking|walks|walk|running|climbing|climbs|stairs|the stairs|climbing stairs|climbing the stairs|walking upstairs|going upstairs|upstairs|uphill|
    walking uphill|walking up a flight of stairs|flight of stairs|lifting|sport|sports|playing|housework|gardening|jogging|cycling|strenuous activity`,
  ],
  [
    'breathing',
    `breathing|breathing in|inspiration|deep inspiration|breath|deep breath|a deep breath|deep breaths|deep breathing|respiration|respirations|inhalation|inhaling|breathes|
    breathes in|breathes deeply|she breathes|he breathes|breathe|breathe in|taking a deep breath`,
  ],
  [
    'cough',
    'coughing|cough|coughs|sneezing|sneezes|sneeze|sneezed|coughed|straining|laughing|laughs|laughed',
  ],
  [
    'movement',
    'movement|movements|moving|motion|bending|lifting heavy objects|turning|twisting|moves|weight-bearing|weight bearing',
  ],
  [
    'lying',
    'lying|lying down|lying flat|lying on her back|lying on his back|lies down|lies flat|lays down|laying down|the supine position|supine|recumbency|recumbent',
  ],
  [
    'sitting-up',
    `sitting up|sitting forward|leaning forward|sitting|sits up|sitting upright|sit up|leans forward|lean forward|bending forward|leaning forwards|
    sitting and leaning forward|standing upright|sits forward|propping up|several pillows`,
  ],
  [
    'standing-up',
    'standing up|standing|stands up|getting up|stood up|rising|standing quickly|standing for prolonged periods|gets up',
  ],
  [
    'head-movement',
    `head movement|head movements|turning over|turning over in bed|turning her head|turning his head|turning the head|changing position|changes in position|change of position|
    positional changes|position changes|rolling over|looking up|rolling over in bed|head position`,
  ],
  ['bending', 'bending over|bending forward|bending down|leaning forward|stooping|bends down|bends forward'],
  [
    'chewing',
    'chewing|talking|brushing teeth|brushing her teeth|brushing his teeth|touch|light touch|shaving|cold wind|chews',
  ],
  ['swallowing', 'swallowing|swallows|swallow|swallowed|deglutition'],
  [
    'light',
    'light|lights|bright light|bright lights|opens his eyes to light|opens her eyes to light|sunlight',
  ],
  ['noise', 'noise|noises|loud noise|loud noises|sound|sounds|loud sounds'],
  [
    'morning',
    'morning|mornings|the morning|the mornings|early morning|waking|awakening|waking up|wakening|awakens',
  ],
  [
    'evening',
    'evening|evenings|the evening|end of the day|end of a day|as the day goes on|throughout the day',
  ],
  [
    'meal',
    'meals|eating|a meal|food|food intake|eats|meal|dinner|lunch|breakfast|heavy meals|a heavy meal|large meals|ingestion of food',
  ],
  [
    'fatty-meal',
    `fatty meals|a fatty meal|fatty food|fatty foods|greasy food|greasy meal|a greasy meal|fried food|fried foods|eating fried|eating fatty|a high-fat meal|high fat meal|oily food|
    eating greasy|rich food`,
  ],
  ['food', 'antacids|antacid|milk'],
  [
    'defaecation',
    'defecation|defaecation|bowel movement|bowel movements|a bowel movement|a bowel motion|passing stool|opening his bowels|opening her bowels|passing wind|passing flatus',
  ],
  ['cold-air', 'cold air|cold weather|the cold|dust|pollen'],
  ['rest', 'rest|resting|resting for a while|periods of rest|stopping|sitting down|lying still|stops|rests'],
  [
    'nitrate',
    'nitroglycerin|nitroglycerine|gtn|glyceryl trinitrate|nitrates|nitrate|sublingual nitroglycerin|nitro',
  ],
  ['night', 'night|at night|nights|night-time|nighttime|in the night'],
  [
    'arm-or-jaw',
    `arm|left arm|his left arm|her left arm|the left arm|arms|the arms|jaw|the jaw|neck|the neck|left shoulder|his left shoulder|her left shoulder|the left shoulder|
    shoulder|left upper limb|upper left limb|left hand|both arms|lower jaw|left side of the neck|the left side of the neck`,
  ],
  [
    'back',
    'back|the back|his back|her back|through to the back|mid back|interscapular region|left shoulder blade|scapula',
  ],
  ['groin', 'groin|the groin|left groin|right groin|testicle|testis|labia|genitals|scrotum|inner thigh'],
  [
    'leg',
    'leg|legs|left leg|right leg|the leg|thigh|calf|foot|left foot|right foot|the buttock|buttock|back of the thigh|below the knee|lower limb|toes|the foot',
  ],
]);

/** Chinese factors with the character that ties them to a complaint (活动后, 深吸气时). */
export const FACTORS_ZH: PhraseTrie<Factor> = trieOf<Factor>([
  [
    'exertion',
    `活动后|活动时|劳累后|劳累时|劳力后|运动后|运动时|爬楼|上楼|爬楼梯|上楼梯|走路时|行走时|行走后|快走|稍活动|轻微活动|体力活动|跑步后|用力时|剧烈活动后|爬坡|
    步行后|干活时|干活后|体力劳动后`,
  ],
  ['breathing', '吸气时|深吸气|深吸气时|深呼吸|深呼吸时|呼吸时|随呼吸'],
  ['cough', '咳嗽时|咳嗽后|打喷嚏时|用力咳嗽|大笑时|打喷嚏'],
  ['movement', '翻身时|弯腰时|转身时|体位改变时|弯腰|负重时|负重后'],
  ['lying', '平卧时|平卧后|平躺时|平躺后|卧位时|仰卧时|平卧|躺下后|躺下时'],
  ['sitting-up', '坐起后|坐位时|前倾位|端坐位|坐起|前倾坐位|高枕|半卧位'],
  ['standing-up', '站起时|起立时|站立时|起身时|蹲起时|久站后|坐起时'],
  ['head-movement', '转头时|翻身时|头位改变|变换体位|体位变动时|起床时|抬头时'],
  ['bending', '低头时|弯腰时|低头'],
  ['chewing', '咀嚼时|说话时|刷牙时|洗脸时|触碰时|进食时'],
  ['meal', '餐后|饭后|进食后|进餐后|吃饭后|食后|吃完饭'],
  ['fatty-meal', '进食油腻后|进油腻食物后|油腻饮食后|进食油腻食物后|高脂饮食后|饱餐后'],
  ['food', '进食后|进餐后|抑酸药|服药后'],
  ['defaecation', '排便后|便后|排气后|大便后'],
  ['cold-air', '遇冷|遇冷空气|冷空气|吸入冷空气|接触花粉|闻到刺激性气味'],
  ['rest', '休息后|休息|静卧后|停止活动后|歇一会'],
  ['nitrate', '硝酸甘油|速效救心丸|硝酸异山梨酯'],
  ['night', '夜间|夜里|晚上|凌晨|入夜|夜晚|半夜'],
  [
    'arm-or-jaw',
    '左肩|左臂|左上肢|左肩背|左上臂|左手臂|下颌|颈部|左侧肩|肩背部|左肩背部|左肩部|双上肢|咽喉部',
  ],
  ['back', '腰背|后背|背部|腰背部|后背部|肩背'],
  ['groin', '腹股沟|会阴部|会阴|大腿内侧|阴囊|睾丸'],
  ['leg', '下肢|左下肢|右下肢|小腿|大腿|臀部|足部|双下肢|足背'],
  ['arm', '上肢|手臂|左上肢|右上肢|手指|前臂'],
]);

/** Words that say which way a factor bears, as they stand before it in English. */
export const RELATIONS_EN: PhraseTrie<Bearing> = trieOf<Bearing>([
  [
    'worse',
    `worse|worsens|worsen|worsened|worsening|exacerbated|exacerbates|exacerbate|aggravated|aggravates|increases|increased|increase|intensifies|triggered|provoked|precipitated|induced|
    brought on|occurs|occurring|occur|comes on|appears|elicited|more marked|more severe|especially|on|with|when|while|during|upon|whenever|following|after|at|by`,
  ],
  [
    'relief',
    `relieved|relieves|relief|resolves|resolved|resolve|subsides|subside|eases|eased|ease|improves|improved|improve|better|alleviated|alleviates|settles|settled|disappears|
    goes away|reduced|decreases|lessens|lessened|abates|only with|helped|helps|gone`,
  ],
  [
    'radiation',
    `radiates|radiating|radiate|radiated|radiation|spreads|spreading|spread|shoots|shooting|goes down|going down|goes to|going to|goes through|travels|travelling|extends|extending|
    referred|moves to|moving to|through to`,
  ],
]);

/** The same in Chinese, where they follow the factor; radiation stands before. */
export const RELIEF_ZH = /^(?:缓解|减轻|好转|消失|可缓|稍缓|改善)$/;
export const RADIATION_ZH = /^(?:放射|牵涉|扩散|窜痛|传导|反射)$/;
