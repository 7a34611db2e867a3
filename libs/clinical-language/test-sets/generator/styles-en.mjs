/**
 * English as it is written outside of forms: chats, handovers, letters, clipped notes. `{kind|…}` marks an identifier,
 * `⟦…⟧` clinical language that looks like one. Neighbours go to different halves.
 */
export const STYLES_EN = `
Dear Dr {name|Okonkwo-Bright}, thank you for seeing this lady with palpitations.
Dear Dr {name|Thistlethwaite}, many thanks for reviewing this man with weight loss.
Dear {name|Ingeborg}, I saw your patient in clinic with worsening angina.
Dear {name|Anselm}, please could you see this gentleman with haematuria.
Dear Professor {name|Mbeki-Larsen}, I would value your opinion on his neuropathy.
Dear Mr {name|Featherstonehaugh}, the biopsy shows a benign naevus.
Re: {name|Perpetua Gladwin}, {date|14/02/1961}. She has had diplopia for a week.
RE: {name|Oswin Trelawney} DOB {date|03.09.1957} - progressive dysphagia to solids.
Yours sincerely, Dr. {name|H. Abernathy}, consultant in stroke medicine.
Kind regards, {name|Zsofia Horvath}, community nurse, wound still weeping.
Signed: {name|B. Castellanos} RN. Pain 4/10 at handover.
Signed {name|T Wojnarowska}, SHO. Chest clear, plan to mobilise.
cc Dr {name|Lemuel Stanhope}; haemoglobin stable at 11.2.
cc: Mrs {name|Philippa Cruikshank}, head teacher; asthma action plan enclosed.
{name|Quigley B}, 54M, crushing chest pain since 6 am.
{name|Baptiste M}, 37F, severe headache with neck stiffness.
{name|TUCKWELL, Ivy} 71F - fall from standing, hip pain.
{name|NAKAMURA, Kenji} 45M - epigastric pain, lipase raised.
{name|Featherby} 66M COPD exac, on nebs, sats 89%.
{name|Ogunleye} 29F PV bleed 8/40, stable.
Bed 4 {name|Pemberton}: NEWS 5, temp 38.2, awaiting cultures.
Bed 11 {name|Vasquez}: drain 40 ml, pain controlled.
Bay C - {name|Dunwoody} vomited twice overnight, ondansetron given.
Side room 2 - {name|Achterberg} diarrhoea x6, C diff sent.
Pt {name|Lindqvist} c/o SOB on exertion for 3 weeks.
Pt {name|Moyo} has not opened bowels for 5 days.
Patient {name|Haverford} states the cough is worse at night.
Patient {name|Kowalczyk} admits to 40 units a week.
{name|J.S.}, 47, was found drowsy beside an empty packet.
{name|M.K.} is a 31-year-old with recurrent mouth ulcers.
{name|R.T.W.} (62) presented with jaundice and itching.
{name|A.B.} aged 9 presented with a limp and fever.
My name's {name|Saoirse} and I've had a rash for a week.
hi i'm {name|bartholomew}, my knee swelled up after football.
this is {name|Keisha} again, the cramps are worse today doc.
hello, {name|Mehmet} here, still coughing blood.
My husband {name|Cornelius} snores and stops breathing at night.
Our son {name|Tobiah} has had a barking cough since yesterday.
her flatmate {name|Xanthe} found her confused and vomiting.
His boss Mr. {name|Dagobert Finch} noticed the slurred speech.
known as {name|Bartholomew Quigley}, alcohol dependent, fits.
goes by {name|Dusty}, rough sleeper, infected leg ulcer.
nicknamed {name|Boomer}, rugby player with concussion.
also known as {name|Lena Petrossian}, attends with back pain.
{name|Nguyen Thi Lan}, 52F, tingling in both hands at night.
{name|Oluwaseun Adebayo-Cole}, 24M, sickle crisis, pain in thighs.
{name|Mohammed al-Rashidi} reports fever after the pilgrimage.
{name|Anneke van der Heijden} complains of a dry mouth.
{name|Jean-Baptiste Lefèvre} says his vision is blurred.
{name|Siobhán Ní Dhomhnaill} was brought in after a seizure.
{name|Xiuying Zhao-Meyer} came in with calf swelling.
{name|Dong-hyun Kwak} came to the ED with a dislocated shoulder.
Mother ({name|Tamsin}) says he has not fed since noon.
Next of kin: {name|Ffion Prydderch} (daughter), aware of the DNAR decision.
Carer {name|Delroy} reports two falls this week.
Wife {name|Bronagh} called 999 when he went grey.
d/w {name|Nakagawa} (cardiology): start heparin, echo in the morning.
d/w Reg {name|Olufemi Bankole}: keep nil by mouth, repeat lactate.
R/v by {name|Castellane}, plan: CT head, neuro obs.
Seen by {name|Whitlock}/{name|Abara}, impression cellulitis.
Surgeon: {name|Prendergast}; anaesthetist: {name|Yilmaz}; no complications.
Scribe {name|L. Featherington}: patient tearful, poor sleep.
Lives at {address|14 Larkspur Close}, with two cats; wheezes at night.
Lives at {address|The Old Forge, Nether Wallop}, with her sister, housebound.
Lives in {address|Barnsley} with her daughter; walks with a frame.
Living in {address|Little Snoring}, farms pigs, fever and myalgia.
from {address|Ballymacarrett}, unemployed, chronic cough.
Originally from {address|Kilkeel}, fisherman, skin lesions on the hands.
Moved to {address|Tallahassee} last year and developed wheeze.
Resident of {address|Maple Ridge}, tick bite three weeks ago.
He collapsed on {address|Fulbright Avenue} outside a shop.
She slipped on {address|Harcourt Street} and hurt her wrist.
Address {address|77 Rowan Crescent, Dunoon PA23 8QR}, lives alone, poor vision.
Home is {address|apt 5b, 220 Juniper Blvd}, no lift, breathless on stairs.
works for {org|Brackenridge Logistics}, lifts boxes, sciatica.
employed by {org|Hallorans Bakery}, wheeze improves on holiday.
Works at {org|Tesco} in {address|Grimsby}, stands all day, varicose veins.
Works at {org|Amazon}, night shifts, tension headaches.
a teacher at {org|St Brendan's Primary}, voice hoarse for months.
student at {org|Wexcombe High}, fainted in assembly.
goes to {org|Little Acorns Nursery}, hand foot and mouth outbreak.
attends {org|Ridgeway Academy}, refuses school, tummy aches.
Transferred from {org|Queen Eleanor's}, septic, on noradrenaline.
Transferred from {org|Mercy General} after thrombolysis.
Discharged from {org|Fairmile Hospital} on oral steroids.
Under {org|Oakleaf Surgery} for blood pressure, last 168/96.
GP is Dr {name|Bhattacharya} at {org|Millbrook Health Centre}, warfarin clinic.
GP {name|Llewellyn}, {org|The Limes Practice}: repeat bloods show potassium 5.9.
tel {phone|07700 900 461}, ring after 5, still itchy.
ring me on {phone|0131 496-0722} if the biopsy is bad.
call/text {phone|(555) 0142-881}, daughter speaks English.
cell {phone|+1.415.555.0187}, post-op day 3, wound red.
ph {phone|555-0199}; leave a voicemail about the INR.
Mob: {phone|O7700 9OO318}, complains of tinnitus.
my number is {phone|oh seven seven double oh, nine double oh, one two six}, thanks.
number is {phone|zero one six one four nine six zero five four three}, mum answers.
Insta {wechat|@keisha.moves}, sent photos of the rash.
telegram {wechat|@drhorvath_zs} for the ECG picture.
Facebook: {wechat|tobiah.quill.9}, posted about suicidal thoughts.
snapchat {wechat|xan_the_77}, friends worried about bruises.
Skype {wechat|live:mehmet.k}, teleconsult, cough on speaking.
Twitter handle {wechat|@LenaP_writes}, long covid blog, fatigue.
Hosp no {mrn|K884120}, known AF, missed her apixaban.
Hospital #{mrn|77-20-31}, returns with wound discharge.
HN {mrn|0061928}, type 1 diabetic, ketones 4.1.
MR# {mrn|A0093-771}: chest pain, troponin pending.
Acc# {mrn|RX-2291-04}: CT shows sigmoid diverticulitis.
Episode {mrn|E20291887}: second admission with pancreatitis.
NHS {national-id|943 476 5919}, smoker, stridor.
SSN ending {national-id|4471}, insulin pump failure.
Medicare {national-id|1EG4-TE5-MK72}, dialysis three times weekly.
Passport {national-id|C01X0006H}, returned from the tropics with fever.
DOB {date|9 Sept '48}, macular degeneration, falls.
b. {date|21-11-39}, hearing aids, vertigo on turning.
born on the {date|4th of July 1946}, vascular dementia.
Born {date|Mar 1951}, aortic stenosis, syncope.
Operated on Friday {date|13 March}, wound now dehisced.
LMP {date|12/6}, brown discharge, left sided pain.
seen {date|3/2/24} in clinic, tremor worse.
seen on {date|the 22nd of August}, tonsils enlarged.
she'll be {age-over-89|96} next month and lives alone, off legs.
turned {age-over-89|ninety-two} in spring, new confusion.
{age-over-89|97} y.o. F, hip fracture, for palliation.
a {age-over-89|101} year old lady with pneumonia.
car reg {plate|LN19 QXZ}, parked outside; he is short of breath in the passenger seat.
driver of {plate|7TRK291}, whiplash after the collision.
IBAN {bank|GB29 NWBK 6016 1331 9268 19}, refund due; still has diarrhoea.
paid by card {bank|4111-1111-1111-1111}, then fainted in the queue.
pics at {url|photos.example.org/u/keisha}, purpuric rash on shins.
send to {email|zsofia(dot)h@care.example}, leg ulcer images.
`;

/** Clinical English that looks like a name, a place or a number. */
export const STYLES_LOOK_ALIKES_EN = `
Dear ⟦Colleague⟧, ⟦Thank you⟧ for referring this patient with gout.
Dear ⟦Sir or Madam⟧, this is to certify fitness for ⟦Work⟧.
Re: ⟦Chest Pain⟧ clinic referral; ⟦Rapid Access⟧ pathway.
Re: ⟦Two Week Wait⟧ referral; ⟦Iron Deficiency⟧ anaemia.
Signed off by ⟦Pharmacy⟧; ⟦Allergies⟧ none known.
Signed consent for ⟦Upper GI Endoscopy⟧; ⟦Risks⟧ explained.
Bed 4: ⟦Stable⟧, ⟦Apyrexial⟧, eating and drinking.
Bed 7 ⟦Empty⟧; bay 3 ⟦Closed⟧ for norovirus.
Pt ⟦Alert⟧ and orientated, ⟦GCS 15⟧, ⟦PEARL⟧.
Pt ⟦Denies⟧ fever; pt ⟦Reports⟧ nausea; ⟦O/E⟧ soft abdomen.
Patient ⟦Appears⟧ well, ⟦Afebrile⟧, ⟦Normotensive⟧.
Patient ⟦Declined⟧ chaperone; ⟦Consent⟧ verbal.
⟦T.B.⟧ contact in childhood; ⟦B.P.⟧ 140/90; ⟦H.R.⟧ 88.
⟦I.V.⟧ fluids started; ⟦P.R.⟧ bleeding; ⟦N.G.⟧ tube in place.
⟦U.T.I.⟧ last month; ⟦C.O.P.D.⟧ on inhalers; ⟦S.O.B.⟧ worse.
⟦D.V.T.⟧ in 2 legs; ⟦M.I.⟧ excluded; ⟦E.C.G.⟧ normal.
known as ⟦Diabetic⟧ for ten years; known ⟦Asthmatic⟧.
also known as ⟦Pott disease⟧; called ⟦Reactive Arthritis⟧ now.
d/w ⟦Haematology⟧: transfuse; d/w ⟦Micro⟧: switch to oral.
d/w ⟦Med Reg⟧; d/w ⟦Family⟧ about ceilings of care.
Seen by ⟦Physio⟧ and ⟦Dietetics⟧; reviewed by ⟦Stroke Team⟧.
R/v by ⟦Plastics⟧, ⟦Ortho⟧ and ⟦Max Fax⟧ this morning.
Carer ⟦Stress⟧ noted; wife ⟦Anxious⟧; mother ⟦Diabetic⟧.
Mother ⟦Hypertensive⟧, father ⟦Alcoholic⟧, sister ⟦Well⟧.
Lives in ⟦Sheltered Accommodation⟧; lives in a ⟦Bungalow⟧.
Lives in ⟦Rural⟧ area; lives at ⟦Home⟧; lives ⟦Alone⟧.
from ⟦Eastern Europe⟧; travelled to ⟦Kenya⟧ and ⟦Thailand⟧.
Returned from ⟦West Africa⟧; holiday in ⟦Spain⟧; pilgrimage to ⟦Mecca⟧.
Works for ⟦Himself⟧; works at ⟦Night⟧; works in ⟦Construction⟧.
Works as a ⟦Nurse⟧; employed as ⟦Plumber⟧; retired ⟦Miner⟧.
a student at ⟦University⟧; goes to ⟦Nursery⟧; attends ⟦Day Centre⟧.
attends ⟦Dialysis⟧ thrice weekly; attends ⟦Clinic⟧ regularly.
Transferred from ⟦Resus⟧ to ⟦ICU⟧; transferred from ⟦Theatre⟧.
Discharged from ⟦Physiotherapy⟧; discharged on ⟦Apixaban⟧.
Under ⟦Cardiology⟧ follow-up; under ⟦General Anaesthetic⟧.
On ⟦Augmentin⟧ and ⟦Ventolin⟧; off ⟦Lasix⟧; ⟦Voltarol⟧ as needed.
⟦Tamiflu⟧ five days; ⟦Tylenol⟧ with codeine; ⟦Zoloft⟧ stopped.
⟦Holter⟧ showed AF; ⟦Doppler⟧ normal; ⟦Mantoux⟧ 18 mm.
⟦Mallory-Weiss⟧ tear; ⟦Zollinger-Ellison⟧; ⟦Budd-Chiari⟧ syndrome.
⟦Wolff-Parkinson-White⟧ pattern; ⟦Brown-Séquard⟧; ⟦Lambert-Eaton⟧.
⟦Charcot⟧ joint; ⟦Jones⟧ criteria; ⟦Rovsing⟧ negative; ⟦Lasègue⟧ positive.
⟦Dix-Hallpike⟧ positive; ⟦Epley⟧ done; ⟦Rinne⟧ and ⟦Weber⟧ normal.
⟦Alvarado⟧ 7; ⟦Centor⟧ 3; ⟦Killip⟧ II; ⟦Forrest⟧ Ib ulcer.
⟦Bishop⟧ score 6; ⟦Waterlow⟧ 18; ⟦Braden⟧ 12; ⟦Morse⟧ high.
PEFR ⟦410-380-395⟧; pad weights ⟦120 300 210⟧.
sats ⟦97⟧, resps ⟦18⟧, temp ⟦36.9⟧, BM ⟦9.3⟧, scores ⟦0-1-1⟧.
HR ⟦96⟧, aged well; DBP ⟦93⟧; weight ⟦94 kg⟧; MoCA ⟦26/30⟧.
CK ⟦20145⟧; ferritin ⟦12/300⟧; PSA ⟦4.4⟧ to ⟦9.1⟧.
T⟦12/L1⟧ level; L⟦4/5⟧ disc; C⟦5-6-7⟧ dermatomes; visual acuity ⟦6/9⟧.
dose ⟦1/2⟧ tablet; lung sounds ⟦2/3⟧ up; ⟦3/7⟧ of fever; ⟦6/52⟧ review.
⟦One two⟧ block; ⟦seven⟧ stools a day; ⟦two or three⟧ episodes.
⟦twenty five⟧ pack years; ⟦nine out of ten⟧ pain; ⟦four to six⟧ weeks.
⟦Sudden⟧ onset headache; ⟦Worst⟧ ever; ⟦Thunderclap⟧ in nature.
⟦Persistent⟧ cough; ⟦Bilateral⟧ crackles; ⟦Pedal⟧ oedema.
The ⟦Bruce⟧ protocol was stopped at stage 3.
The ⟦Mayo⟧ score was 9, ⟦Child⟧ class C.
⟦Grace⟧ score 140; ⟦Virginia⟧ tobacco smoker; ⟦Ivy⟧ contact dermatitis.
⟦Iris⟧ normal, ⟦Rose⟧ spots on the trunk, ⟦Hope⟧ for recovery discussed.
⟦Pearl⟧ drops in the ear; ⟦Olive⟧-shaped mass; ⟦Daisy⟧ chain of pustules.
⟦Ginger⟧ for nausea; ⟦Jade⟧ coloured discharge; ⟦Rusty⟧ sputum.
`;
