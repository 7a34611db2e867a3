/** Clinical language that looks like an identifier and must stay. `⟦…⟧` marks what is counted. Neighbours go to different halves. */
export const LOOK_ALIKES_EN = `
She has long-standing ⟦Parkinson's disease⟧ and takes levodopa.
⟦Crohn's disease⟧ of the terminal ileum is suspected.
⟦Wilson disease⟧ was considered because of the tremor and ⟦Kayser-Fleischer rings⟧.
⟦Parkinson⟧ is advanced, falls are frequent.
⟦Murphy's sign⟧ is positive and ⟦McBurney's point⟧ is not tender.
⟦Crohn⟧ colitis was excluded by biopsy.
⟦Babinski⟧ positive on the left; ⟦Hoffmann⟧ negative.
⟦Kernig⟧ and ⟦Brudzinski⟧ signs are absent.
⟦Graves disease⟧ with exophthalmos, ⟦Hashimoto thyroiditis⟧ in her sister.
⟦Stage III⟧ sacral ulcer, ⟦Grade 2⟧ on the left heel.
⟦Stevens-Johnson syndrome⟧ after lamotrigine.
⟦Stage IV⟧ carcinoma with ⟦Virchow's node⟧.
⟦Guillain-Barré syndrome⟧ after campylobacter; ⟦Miller Fisher variant⟧.
⟦Ward round⟧: continue heparin, repeat the gas.
⟦May⟧ be septic; may need ventilation.
⟦March fracture⟧ of the second metatarsal in a recruit.
⟦Addison's disease⟧ with a sodium of ⟦118 mmol/L⟧.
⟦Cushing⟧ reflex with bradycardia; ⟦Cushing's syndrome⟧ from prednisolone.
⟦CT-2 weeks ago⟧ showed no change; repeat ⟦in 3 months⟧.
⟦X-ray 3 days ago⟧ normal; pain began ⟦6 weeks ago⟧.
BP ⟦118/74⟧, HR ⟦112/min⟧, SpO2 ⟦91%⟧, temp ⟦38.9⟧.
BP was ⟦160/100⟧ on arrival and ⟦130/80⟧ after labetalol.
WBC ⟦14.2 x 10^9/L⟧, CRP ⟦120 mg/L⟧, Hb ⟦8.2 g/dL⟧.
Platelets ⟦250,000/uL⟧, ALP ⟦1200 U/L⟧, CK ⟦15000⟧.
Blood group ⟦O Rh negative⟧, ⟦A positive⟧ donor.
Blood group ⟦AB Rh positive⟧; crossmatch two units.
Warfarin ⟦5 mg⟧ daily, bisoprolol ⟦2.5 mg⟧, furosemide ⟦40 mg⟧ twice.
Paracetamol ⟦500 mg⟧ ⟦4 times a day⟧ for ⟦2/52⟧.
⟦Marfan syndrome⟧: tall, lens dislocated, ⟦Steinberg sign⟧ positive.
⟦Ehlers-Danlos syndrome⟧ runs in the family.
⟦Raynaud⟧ phenomenon in winter, ⟦Sjögren's syndrome⟧ suspected.
⟦Bell's palsy⟧ on the right, ⟦Ramsay Hunt syndrome⟧ excluded.
⟦Barrett's oesophagus⟧ under surveillance.
⟦Dupuytren's contracture⟧ of the ring finger.
⟦Lisfranc⟧ injury after a fall; ⟦Colles fracture⟧ ten years ago.
⟦Horner's syndrome⟧ with a ⟦Pancoast⟧ tumour.
⟦Wells score⟧ 6, ⟦Geneva score⟧ high; ⟦Apgar⟧ 9 and 10.
⟦Glasgow Coma Scale⟧ 14; ⟦Glasgow-Blatchford score⟧ 8.
⟦Child-Pugh⟧ class B cirrhosis, ⟦Maddrey⟧ index 40.
⟦Duke criteria⟧ for endocarditis are met; ⟦Osler nodes⟧ and ⟦Janeway lesions⟧ are seen.
⟦Gram-negative⟧ rods and ⟦Escherichia coli⟧ in the urine.
⟦Staphylococcus aureus⟧ bacteraemia; ⟦Neisseria meningitidis⟧ not grown.
⟦Salmonella Typhi⟧ in the stool, ⟦Brucella⟧ serology ⟦1:160⟧.
⟦Legionella⟧ antigen negative; ⟦Coxiella burnetii⟧ IgM positive.
⟦Epstein-Barr virus⟧ IgM positive, ⟦Paul-Bunnell⟧ test positive.
⟦Lyme disease⟧ after a tick bite; ⟦Zika⟧ not endemic there.
⟦Hodgkin lymphoma⟧ with ⟦Pel-Ebstein fever⟧.
⟦Burkitt lymphoma⟧ in a child; ⟦Kaposi sarcoma⟧ on the palate.
⟦Ewing sarcoma⟧ of the femur; ⟦Wilms tumour⟧ of the kidney.
⟦Henoch-Schönlein purpura⟧ with arthralgia.
⟦Kawasaki disease⟧: fever for ⟦5 days⟧, red eyes and lips.
⟦Takayasu arteritis⟧ with unequal pulses.
⟦Swan-Ganz⟧ catheter, ⟦Foley⟧ catheter, ⟦Hickman line⟧.
⟦Whipple procedure⟧ in the past, ⟦Billroth II⟧ gastrectomy.
⟦Hartmann's solution⟧ 1 L; ⟦Ringer lactate⟧ next.
⟦Trendelenburg⟧ gait; ⟦Romberg test⟧ positive.
⟦Phalen⟧ and ⟦Tinel⟧ tests reproduce the tingling.
⟦Lachman test⟧ positive, ⟦McMurray test⟧ negative.
⟦Rovsing⟧ and ⟦Psoas⟧ signs point to appendicitis.
⟦Lasègue⟧ positive at ⟦30 degrees⟧ on the left.
⟦Nikolsky sign⟧ positive with widespread blisters.
⟦Darier sign⟧ after stroking; ⟦Koebner phenomenon⟧ over the knees.
⟦Kussmaul⟧ breathing with a pH of ⟦7.08⟧.
⟦Cheyne-Stokes⟧ respiration during sleep.
⟦Beck's triad⟧: muffled heart sounds, hypotension, raised JVP.
⟦Charcot's triad⟧ of fever, jaundice and pain.
⟦Courvoisier's sign⟧: painless palpable gallbladder.
⟦Trousseau⟧ and ⟦Chvostek⟧ signs are present; calcium ⟦1.7 mmol/L⟧.
⟦Wegener's granulomatosis⟧ with saddle nose.
⟦Churg-Strauss syndrome⟧ in an asthmatic.
⟦Alzheimer's disease⟧ for 6 years; ⟦Lewy body dementia⟧ was considered.
⟦Huntington's chorea⟧ in the father and grandfather.
⟦Ménière's disease⟧ with tinnitus and vertigo.
⟦Dix-Hallpike⟧ provokes upbeat nystagmus; ⟦Epley manoeuvre⟧ done.
⟦Turner syndrome⟧ with coarctation; ⟦Klinefelter syndrome⟧ in a cousin.
⟦Down syndrome⟧ with an atrioventricular defect.
⟦Von Willebrand disease⟧ with heavy periods.
⟦Christmas disease⟧ was found in her brother.
⟦Still's disease⟧ with quotidian fever.
⟦Paget's disease⟧ of bone with deafness.
⟦Baker's cyst⟧ behind the knee; ⟦Hunter's canal⟧ block.
⟦Osgood-Schlatter disease⟧ in a 13-year-old footballer.
⟦Gilbert's syndrome⟧: bilirubin ⟦38 µmol/L⟧, otherwise normal.
⟦Conn's syndrome⟧: potassium ⟦2.9 mmol/L⟧, ⟦aldosterone⟧ raised.
⟦Mallory-Weiss tear⟧ after vomiting; ⟦Boerhaave syndrome⟧ excluded.
⟦Zollinger-Ellison syndrome⟧ with gastrin ⟦1500 pg/mL⟧.
⟦Zenker's diverticulum⟧ with halitosis.
⟦Meckel's diverticulum⟧ bled in a toddler.
⟦Osler-Weber-Rendu disease⟧ with epistaxis.
⟦Peutz-Jeghers syndrome⟧: brown spots on the lips.
⟦Janus kinase⟧ inhibitor started; ⟦JAK2 V617F⟧ found.
⟦Philadelphia chromosome⟧ positive leukaemia.
⟦Factor V Leiden⟧ heterozygous, ⟦Protein C⟧ normal.
⟦Vitamin B12⟧ 110 pg/mL, ⟦folate⟧ normal.
⟦HbA1c 9.2 %⟧, glucose ⟦18 mmol/L⟧, osmolality ⟦310⟧.
Sodium ⟦128⟧, potassium ⟦5.9⟧, creatinine ⟦210 µmol/L⟧.
The cough has lasted ⟦3 weeks⟧, fever since ⟦Tuesday⟧.
Symptoms come ⟦every 28 days⟧ and last ⟦2-3 days⟧.
She is ⟦28 weeks⟧ pregnant, ⟦G2P1⟧, last scan ⟦2 weeks ago⟧.
Menarche at ⟦13⟧, menopause at ⟦51 years⟧ of age.
An ⟦89-year-old⟧ man and his ⟦85-year-old⟧ wife are febrile.
A ⟦6-month-old⟧ boy, born at ⟦39 weeks⟧, weighs ⟦7.2 kg⟧.
⟦Emergency Department⟧ triage category ⟦2⟧; ⟦Intensive Care Unit⟧ informed.
Brought to the ⟦emergency department⟧ from a ⟦local hospital⟧.
⟦Dengue⟧ contact in ⟦Thailand⟧, ⟦malaria⟧ film negative.
Travelled to ⟦rural India⟧ for ⟦6 weeks⟧; typhoid vaccine given.
⟦Pitting oedema⟧ to the knees; ⟦Grey Turner sign⟧ on the flank.
⟦Cullen's sign⟧ around the umbilicus.
⟦Young⟧ man with ⟦White coat⟧ hypertension.
⟦Black⟧ stools and ⟦Brown⟧ urine for 2 days.
⟦Tall⟧ T waves, ⟦Delta waves⟧, ⟦Wolff-Parkinson-White syndrome⟧.
⟦Wenckebach⟧ block, ⟦Mobitz II⟧, then complete heart block.
⟦Brugada syndrome⟧ pattern in ⟦V1-V3⟧.
⟦Austin Flint murmur⟧ and ⟦Corrigan pulse⟧ of aortic regurgitation.
⟦Graham Steell murmur⟧ with pulmonary hypertension.
PaO2 ⟦62 mmHg⟧, PaCO2 ⟦28 mmHg⟧, A-a gradient ⟦45⟧.
`;
export const LOOK_ALIKES_ZH = `
⟦王氏征⟧阳性，左下肢肿胀。
⟦克氏征⟧阴性，⟦布氏征⟧阴性，颈软。
⟦巴宾斯基征⟧左侧阳性，⟦霍夫曼征⟧阴性。
⟦墨菲征⟧阳性，⟦麦氏点⟧无压痛。
⟦克罗恩病⟧待排，肠镜示回盲部溃疡。
⟦帕金森病⟧10年，震颤加重。
⟦威尔逊病⟧可见⟦K-F环⟧。
⟦白塞病⟧反复口腔溃疡。
⟦何杰金淋巴瘤⟧化疗后。
⟦马方综合征⟧，主动脉根部扩张。
⟦高热⟧3天，最高⟦39.8℃⟧。
⟦黄染⟧明显，⟦黄疸⟧进行性加重。
⟦白细胞⟧⟦14.2×10^9/L⟧，中性粒⟦88%⟧。
⟦石膏⟧固定6周，⟦金属⟧内固定。
⟦温度⟧觉减退，⟦方向⟧感差。
⟦高血压⟧病史⟦10年⟧，最高⟦180/110mmHg⟧。
⟦于今晨⟧突发胸痛，⟦常伴⟧恶心。
⟦任何⟧活动均气促，⟦康复⟧治疗2月。
⟦安静⟧时心率⟦98次/分⟧，⟦安眠药⟧助眠。
⟦易疲劳⟧、⟦施术后⟧恢复可。
⟦马尾综合征⟧，大小便失禁。
⟦马蹄足⟧畸形，步态异常。
⟦金黄色葡萄球菌⟧败血症。
⟦鲍曼不动杆菌⟧，对碳青霉烯耐药。
⟦大肠埃希菌⟧⟦10^5⟧ CFU/ml。
⟦梅毒⟧螺旋体抗体阳性，滴度⟦1:32⟧。
⟦江湖郎中⟧自购药物服用。
⟦余无⟧特殊，⟦余未见⟧异常。
⟦金氏⟧评分低；⟦洼田饮水试验⟧3级。
⟦程度⟧加重，⟦方式⟧不明。
血压⟦118/74mmHg⟧，脉搏⟦112次/分⟧。
血压⟦90/60⟧mmHg，心率⟦130⟧次/分，呼吸⟦28⟧次/分。
体温⟦38.9℃⟧，血氧饱和度⟦91%⟧。
血红蛋白⟦72g/L⟧，血小板⟦20×10^9/L⟧。
肌酐⟦210μmol/L⟧，尿素氮⟦18.6mmol/L⟧。
血钾⟦6.2mmol/L⟧，血钠⟦118mmol/L⟧。
⟦3天前⟧受凉后出现咳嗽。
⟦半年来⟧体重下降⟦8公斤⟧。
⟦11天前⟧行左膝关节置换术。
⟦2周前⟧上呼吸道感染。
⟦6月龄⟧男婴，⟦足月⟧顺产，体重⟦7.2kg⟧。
孕⟦30周⟧，⟦G2P1⟧，胎动正常。
停经⟦50天⟧，阴道少量流血⟦2天⟧。
患者女，⟦58岁⟧，绝经⟦8年⟧。
其父⟦89岁⟧，健在。
⟦85岁⟧男性，吸烟⟦40年⟧，每日⟦20支⟧。
阿司匹林⟦100mg⟧每日⟦1次⟧口服。
头孢曲松⟦2g⟧静滴⟦7天⟧。
⟦血型O型⟧，⟦Rh阴性⟧。
⟦AB型血⟧，输红细胞⟦2单位⟧。
⟦当地医院⟧予抗感染治疗，无好转。
⟦外院⟧CT未见异常，遂来⟦我院⟧。
⟦某三甲医院⟧诊断不明。
⟦社区医院⟧测血糖高。
⟦急诊科⟧收入⟦重症医学科⟧。
⟦心内科⟧会诊后转⟦呼吸科⟧。
⟦大学生⟧，宿舍多人腹泻。
⟦小学生⟧，发热伴皮疹2天。
⟦主任医师⟧查房，⟦护士⟧记录出入量。
⟦医生⟧建议住院，⟦患者⟧拒绝。
⟦王浆⟧过敏，⟦周期性⟧发热。
⟦周围神经病⟧变，⟦周身⟧疼痛。
⟦何时⟧起病不详，⟦何种⟧药物不详。
⟦许多⟧红色丘疹，⟦曾有⟧类似发作。
⟦曾于⟧5年前行胆囊切除，⟦曾患⟧肺结核。
⟦谢绝⟧手术，⟦严重⟧脱水。
⟦戴眼镜⟧，⟦毛发⟧脱落。
⟦毛细血管⟧充盈时间⟦4秒⟧。
⟦陈旧性⟧心肌梗死，⟦陈旧⟧骨折。
⟦杨梅舌⟧，⟦草莓舌⟧，躯干皮疹。
⟦柳氮磺吡啶⟧治疗中。
⟦汗多⟧，⟦汪汪⟧流泪。
⟦孔源性⟧视网膜脱离。
⟦雷诺现象⟧，遇冷手指发白。
⟦雷公藤⟧服用后肝损害。
⟦史密斯骨折⟧，腕部银叉畸形。
⟦吉兰-巴雷综合征⟧，四肢对称性无力。
⟦阿尔茨海默病⟧，记忆力减退。
⟦库欣综合征⟧，⟦艾迪生病⟧鉴别。
⟦格雷夫斯病⟧，突眼，甲状腺肿大。
⟦桥本甲状腺炎⟧，⟦TPOAb⟧阳性。
⟦梅尼埃病⟧，眩晕伴耳鸣。
⟦川崎病⟧，发热⟦5天⟧，球结膜充血。
⟦唐氏综合征⟧，⟦房间隔缺损⟧。
⟦特纳综合征⟧，身材矮小。
⟦贝尔面瘫⟧，右侧额纹消失。
⟦胡桃夹综合征⟧，血尿。
⟦林可霉素⟧过敏，⟦罗红霉素⟧口服。
⟦罗音⟧可闻及，⟦胡须⟧稀疏。
⟦郭氏⟧分级不清，⟦谢汉综合征⟧产后。
⟦希恩综合征⟧，产后闭经。
⟦拉塞格征⟧⟦30度⟧阳性。
⟦龙贝格征⟧阳性，走路不稳。
⟦沈阳⟧方言，言语⟦含糊⟧。
⟦石墨⟧样便，⟦白陶土⟧样便。
⟦水样便⟧10余次，⟦米泔水⟧样。
⟦方颅⟧、⟦鸡胸⟧，佝偻病。
⟦高枕卧位⟧，夜间⟦阵发性⟧呼吸困难。
⟦高脂血症⟧，⟦高尿酸⟧，⟦高龄⟧初产。
⟦黄色⟧脓痰，⟦黄绿色⟧呕吐物。
⟦江豚⟧接触史无，⟦牛羊⟧接触史有。
⟦姜黄色⟧尿，⟦茶色尿⟧2天。
⟦3月⟧前出现，病程⟦3月⟧余。
病程⟦5个月⟧，每⟦2月⟧复查。
⟦1月余⟧前无诱因低热。
GCS评分⟦14分⟧，⟦Wells⟧评分⟦6分⟧。
Child-Pugh⟦B级⟧，NYHA⟦Ⅲ级⟧。
⟦Ⅲ度⟧烧伤，⟦Ⅱ期⟧压疮。
⟦肝功能⟧ALT⟦320U/L⟧，总胆红素⟦85μmol/L⟧。
pH⟦7.08⟧，PaO2⟦62mmHg⟧，乳酸⟦5.6⟧。
CT值约⟦40HU⟧，大小约⟦3.2×2.5cm⟧。
第⟦3⟧腰椎，⟦L4-5⟧椎间盘突出。
⟦7:30⟧进食，⟦8:00⟧出现腹痛，持续⟦30分钟⟧。
`;
