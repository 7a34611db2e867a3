/**
 * Written when the rules stood, to be measured and not to be tuned with: how much a new hand would still give away.
 * `{kind|…}` marks an identifier, `⟦…⟧` clinical language that looks like one.
 */
export const UNSEEN_EN = `
Our neighbour {name|Wilhelmina Stroud} asked me to bring him in; he has been vague since Sunday.
I am writing about {name|Percival Nyambe}, whose gout has flared again.
{name|Rowena}'s ankle is less swollen and she can weight bear.
Discussed today's scan with Mr {name|Teodorescu}, who favours a drain.
Feeding well per mum {name|Jocasta}; stools yellow.
Thank you for letting me know about {name|Ephraim Lindley} and his shingles.
Met {name|Bettina} at home; leg dressings dry.
Escalated to Dr {name|Quaye} at 02:10, lactate 3.1.
The daughter, {name|Ginevra}, is keen for him to go home.
Mrs {name|T. Aldous} cancelled; tremor unchanged by phone.
Nurse in charge {name|Olamide} aware of the fall.
Partner: {name|Casimir Duarte}. Alcohol: none.
Young man, {name|Dashiell}, cannot bear light.
Hi {name|Maarten}, could you add a TSH please?
Can {name|Fenella} have her cast off on Thursday {date|6 June}?
Her tablets come from {org|Larkfield Pharmacy}.
He caddies at {org|Gleneagle Links} and hurt his back.
Seen last week at {org|the Beacon Centre} for her mood.
Pupil of {org|Thornhill Grammar}; three absences this month.
{org|Dunmore & Pike Solicitors} want a report on his whiplash.
Keeps bees near {address|Pitlochry}; stung on the tongue.
Her flat on {address|Caversham Road} is damp and mouldy.
He drove over from {address|Ashby} with a numb face.
Lodges at {address|48a Mortimer Terrace}, chesty for a week.
Ring the son on {phone|07700-900-774} after ward round.
Landline {phone|01632 960 774}, hard of hearing.
Mail the ECG to {email|g.duarte@clinic.example}.
MRN is {mrn|40-77-1129}, stoma output 2 litres.
Request {mrn|LB-0045512}: potassium haemolysed.
Date of birth {date|30 Oct 1944}; cataracts both eyes.
Theatre slot {date|02/09/2023}, nil by mouth from six.
He is {age-over-89|98} years old and still swims.
Great-grandmother, {age-over-89|94}, pulled out her catheter.
Messages on WhatsApp {phone|+44 7700 900 118} about her rash.
`;

export const UNSEEN_ZH = `
您好，我姓{name|覃}，胃镜结果想请您看看。
给{name|梁雪}开的降压药她吃了头晕。
昨天老{name|葛}在麻将桌上突然说不出话。
{name|薛}阿姨的腿又肿了，按下去半天起不来。
值班：{name|卓越}，夜间患者无不适。
患者丈夫{name|祁连生}签字同意手术。
{name|小雨}妈妈，孩子今天体温正常了吗？
随访对象{name|邢佳怡}，产后42天，恶露已净。
由{name|尹}护士采血，结果回报血钾5.8。
患者{name|程功}诉夜间阵发性咳嗽。
伤者{name|邓超群}，被钢筋砸伤右足。
{name|何静}，女，36岁，反复头痛5年。
老师{name|严丽}发现他上课走神。
我同学{name|高飞}也得了水痘。
{name|努尔兰}，男，40岁，牧羊，发热伴关节痛。
孕妇{name|文静}，孕20周，产检血糖偏高。
家里保姆{name|翠花}先发烧的，然后孩子也烧了。
{name|黄}奶奶{age-over-89|92}了，最近总说腿没劲。
病人来自{address|安岳县岳阳镇}，种植柠檬，皮肤瘙痒。
外卖员，在{address|中山路}被车撞，右肩痛。
家在{address|东风小区}，装修后全家头晕。
常住{address|浏阳}，烟花厂工人，手部烧伤。
在{org|金城商厦}卖衣服，久站后下肢静脉曲张。
{org|向阳小学}老师，声音嘶哑两月。
打工的{org|利民食品厂}有三个人腹泻。
从{org|博爱医院}转来时血压测不到。
周一去{org|济世堂}扎针灸，扎完气短。
请拨{phone|139 1002 7788}告知病理结果。
他电话{phone|幺三七二六零零八八一九}，打不通。
家属微信{wechat|lianlian-66}，已发送CT图像。
病案号{mrn|0087213}，二次入院，腹水增多。
医保卡号{national-id|C30912887}，需长期透析。
{date|2022年11月20日}开始尿频，未治疗。
生日{date|1950-7-1}，白内障术后。
`;

export const UNSEEN_LOOK_ALIKES_EN = `
The ⟦Thompson⟧ test was positive and ⟦Achilles⟧ tendon was ruptured.
⟦Normal Saline⟧ at 80 ml/h; ⟦Hartmann's⟧ to follow.
⟦Right Hemicolectomy⟧ for ⟦Caecal Carcinoma⟧, ⟦Dukes B⟧.
Seen by ⟦Outreach⟧, plan for ⟦Physio⟧ on ⟦Monday⟧.
Allergic to ⟦Penicillin⟧ and ⟦Elastoplast⟧; takes ⟦Ramipril⟧.
⟦Sister⟧ has ⟦Coeliac⟧ disease; ⟦Mother⟧ ⟦Raynaud's⟧.
Back from ⟦Cape Verde⟧ with ⟦Zika⟧ contacts; born in ⟦Bangladesh⟧.
Lives in a ⟦Nursing Home⟧; walks to the ⟦Shops⟧.
⟦Bence Jones⟧ protein absent; ⟦Coombs⟧ negative; ⟦Rose Bengal⟧ staining.
Urine output ⟦30-40-35⟧ ml/h; pain ⟦7/10⟧; ⟦5/5⟧ power.
`;

export const UNSEEN_LOOK_ALIKES_ZH = `
患者⟦平卧⟧位，⟦颜面⟧浮肿，⟦舒张压⟧低。
患者⟦方才⟧进食，⟦安眠药⟧过量，⟦金属⟧异物。
家属⟦诉⟧患者⟦夜间⟧打鼾，⟦家属⟧史无特殊。
⟦阿奇霉素⟧三天，⟦小剂量⟧激素，⟦大剂量⟧利尿剂。
在⟦海边⟧玩耍后皮疹，在⟦医院⟧做B超，在⟦单位⟧体检。
⟦麦粒肿⟧，⟦雷诺⟧现象，⟦孟氏⟧骨折，⟦柯莱斯⟧骨折。
⟦九十次⟧每分，⟦一百二十⟧毫米汞柱，⟦二三天⟧一次。
⟦老年斑⟧，⟦小叶增生⟧，⟦阿蒂斯反应⟧，⟦严重⟧贫血。
去⟦新疆⟧旅游，在⟦广东⟧打工，⟦湖南⟧籍。
⟦石膏⟧托固定，⟦白带⟧清，⟦黄疸⟧消退，⟦全麻⟧下手术。
`;
