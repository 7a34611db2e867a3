/** Sentences of notes, letters and lecture slides; `{…}` is an identifier. Neighbours go to different halves. */
export const CONTEXTS_EN = `
Mr {surname} is a 58-year-old man who presents with crushing chest pain.
Mrs {surname}, 67, was found on the kitchen floor by her neighbour.
Ms. {fullName} came to the clinic because of a burning rash on her left flank.
This 34-year-old teacher, Miss {surname}, has had colicky abdominal pain since yesterday.
Dr {surname} reviewed the chest film and noted a right-sided effusion.
Seen on the ward round by Professor {surname}; plan as below.
{fullName} is a 45-year-old woman with fever and rigors.
{fullName}, a 72-year-old retired miner, is short of breath on walking to the gate.
Patient name: {fullName}. Presenting complaint: palpitations.
Name: {reversedName}; allergies: penicillin.
Her husband {given} says that she was confused during the night.
His daughter {fullName} brought him in after a fall.
My name is {fullName} and I have had a sore throat for three days.
Thank you for seeing {fullName}, whose cough has lasted six weeks.
{given} presents with two hours of tearing pain between the shoulder blades.
{given} has lost 8 kg and sweats at night.
Dear Dr {surname}, I would be grateful for your opinion on this lady with weight loss.
Yours sincerely, Dr {initialName}, Consultant Physician.
PATIENT: {capitalName}; WARD 7; HEART RATE 112.
Signed: {middleName}, RN, who measured the blood pressure.
Next of kin: {fullName} (wife), informed of the diagnosis.
I spoke to the patient's mother, {fullName}, about the vaccination.
Nurse {surname} noted that the urine was dark.
{pinyinName}, a 29-year-old student, has had diarrhoea since returning from a trip.
We discussed {given}'s results with the family; the potassium is 6.1 mmol/L.
{surname} reports that the pain is worse after meals.
Mr. and Mrs. {surname} attended together; he has a tremor.
On call: {fullName}, bleep 4521, for any drop in saturation.
Master {fullName}, aged 6, has a barking cough.
The anaesthetist, Dr. {middleName}, found a difficult airway.
He was transferred from {hospital} with suspected sepsis.
She was first seen at {saintHospital}, where a lumbar puncture was normal.
Old notes were requested from {hospital} because of a previous pulmonary embolism.
The patient works as a porter at {saintHospital} and was exposed to tuberculosis.
Two pupils of {school} have had the same rash.
A lecturer at {school} presents with a week of jaundice.
She lives in {careHome} and was sent in with delirium.
He was discharged to {careHome} after the hip fracture.
He drives a fork-lift at {firm} and strained his back.
Solvent exposure at {firm}, headaches by noon every day.
MRN {record}: 54-year-old man with haematemesis.
MRN: {letteredRecord}, admitted with a swollen calf.
Hospital number {record}; troponin 350 ng/L.
Hospital no. {letteredRecord}. Known COPD, now hypercapnic.
Medical record number: {record}. Complains of diplopia.
Chart no. {record}, second visit for migraine.
Patient ID {letteredRecord} had a D-dimer of 2.4 mg/L.
Accession number {record}: CT head without contrast shows no bleed.
Case number {letteredRecord}, neonatal jaundice on day 3.
Specimen no. {letteredRecord}: Gram-negative rods in blood culture.
NHS number {nhsNumber}; type 2 diabetes since 2009.
NHS No: {nhsDigits}, referred with a breast lump.
Identified by wristband ({nhsNumber}), drowsy but rousable.
NHS {nhsNumber}, asthma, four admissions.
SSN {socialSecurity}; lives alone and drinks heavily.
Insurance form with {socialSecurity} attached; the knee is swollen.
Passport number {passport}, returned from Ghana with fever.
Passport {passport}: traveller with bloody diarrhoea.
Call her on {phoneUk} if the potassium is high.
Contact number {phoneUk}, please ring with the biopsy result.
His son can be reached at {mobileUk} in the evening.
Mobile {mobileUk}; prefers text messages about insulin doses.
Tel. {phoneUs} for the pharmacy that filled his warfarin.
She left {phoneUs} as a number in case the fever returns.
Ring {mobileUk} when the scan is reported.
GP surgery: {phoneUk}. Please repeat the creatinine in one week.
Text the rota lead, {phoneUs}, about this STEMI.
Carer's phone is {mobileUk}; she gives the tablets.
Results may be sent to {email}, the cough has settled.
E-mail: {email}. Rash photographs attached.
The mother wrote from {email} that the child is febrile again.
Contact {email} or the ward about his dialysis.
Lives at {addressUk}, with three flights of stairs; angina on climbing them.
Address: {addressUs}. Complains of numb feet.
He collapsed outside {streetOnly} while running for a bus.
Home visit to {flat}: bed-bound, pressure sore over the sacrum.
Ambulance called to {streetOnly}; GCS 9 on arrival.
The family of {addressUs} all had headaches: carbon monoxide was measured.
She moved to {addressUk} last year and has wheezed since.
Discharge letter to {flat}; wound clean and dry.
Number plate {plate} was noted by police at the scene; he was drowsy at the wheel.
He was pulled from a car, registration {plate}, with a flail chest.
License plate {plate}; whiplash, no neurological deficit.
The vehicle ({plate}) hit a tree at speed; seat-belt sign present.
Card number {card} was found in his pocket; he could not say who he was.
Paid with {card}; then came the palpitations.
Bank account no. {account}; worried about money and not sleeping.
Account number {account} quoted repeatedly in a manic state.
WeChat {wechat} for follow-up of the blood glucose.
Add her on WeChat: {wechat} to send wound photographs.
Her blog {url} describes two years of fatigue.
The images are at {url} and show erythema migrans.
See {bareUrl} for what the family wrote about his seizures.
His symptoms are told in full on {bareUrl}, with a fever chart.
Admitted on {longDate} with pyelonephritis.
Date of birth {slashDate}; menarche at 13.
DOB: {isoDate}. Vaccinations up to date.
Born on {longDate}, at term, birth weight 3.2 kg.
Last menstrual period {slashDate}; a home pregnancy test was positive.
CT of {shortSlashDate} showed diverticulitis.
The echocardiogram on {americanDate} showed an ejection fraction of 35 %.
On {americanDate} he had a syncope at work.
Operated on {dashedDate} for appendicitis.
Biopsy ({dashedDate}): coeliac disease.
Since the {ordinalDate} she has had night sweats.
Symptoms began on the {ordinalDate} after a wedding.
Discharged {dottedDate}, readmitted with dyspnoea.
Blood cultures of {dottedDate} grew Staphylococcus aureus.
Seen in clinic on {dayAndMonth}; haemoglobin 8.2 g/dL.
Chest X-ray {isoDate} 14:30: no consolidation.
Report date {compactDate}, lipase 900 U/L.
Sample taken {compactDate}: sodium 118 mmol/L.
A {oldAge}-year-old woman has fallen twice this week.
This {oldAge} year old man is confused.
She is {oldAge} years of age and lives alone.
Aged {oldAge}, still gardening, now with exertional dyspnoea.
His grandmother, {oldAge} yo, has had a stroke.
Age: {oldAge}. Sex: F. Complaint: constipation.
A {oldAgeWords}-year-old former pianist has a painful wrist.
She turned {oldAge} last month and has stopped eating.
Her {oldAgeWords} year old mother has dementia.
{oldAge}F with a fractured neck of femur.
{oldAge} y/o M, syncope on the toilet.
Mr {surname} ({oldAge} yrs old) has a new murmur.
Mrs {surname}, MRN {record}, DOB {slashDate}, was admitted to {hospital} on {longDate} with acute abdomen.
{fullName} ({phoneUk}, {email}) asks whether the lump is cancer.
Discharged by Dr {surname} to {streetOnly} on {dayAndMonth}, apixaban 5 mg twice daily.
Referred by {fullName}, {hospital}, tel {phoneUk}: young woman with thunderclap headache.
`;
