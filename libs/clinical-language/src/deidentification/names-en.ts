/** Given names that are no ordinary words and no clinical eponyms; enough to notice a name that stands alone. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `Aaron Abigail Adam Adrian Agnes Ahmed Alan Albert Alex Alexander Alice Alison Amanda Amelia Amir Amy Andrea Andrew Angela Anna Anne
  Anthony Arthur Ashley Barbara Benjamin Bernard Betty Brandon Brenda Brian Bruce Carlos Carol Caroline Catherine Cheryl Chloe Chris
  Christina Christine Christopher Claire Colin Craig Cynthia Daniel Danielle David Deborah Denise Dennis Diana Diane Donald Donna Dorothy
  Douglas Edith Edward Edwin Eileen Elaine Eleanor Elizabeth Ella Ellen Emily Emma Eric Erica Ethan Eva Evelyn Fatima Fiona Frances
  Francis Gareth Gary Gavin Geoffrey George Gerald Gillian Gloria Gordon Greg Gregory Hannah Harold Harry Heather Helen Henry
  Howard Hugh Ian Imran Irene Isabel Isabella Jack Jacob Jacqueline James Jamie Jane Janet Janice Jason Jean Jeffrey Jennifer Jeremy
  Jessica Joan Joanna Joe Joel John Jonathan Jose Joseph Joshua Joyce Juan Judith Judy Julia Julian Julie Justin Karen Katherine
  Kathleen Kathryn Katie Keith Kelly Kenneth Kevin Kimberly Kyle Laura Lauren Lawrence Leah Leslie Liam Linda Lisa Louise Lucas Lucy Luis
  Luke Lynn Madison Marcus Margaret Maria Marie Marilyn Mario Martha Martin Mary Matthew Megan Melissa Michael Michelle Miguel
  Mohamed Mohammed Muhammad Nancy Naomi Natalie Nathan Neil Nicholas Nicola Nicole Nigel Noah Nora Oliver Olivia Oscar Pamela Patricia
  Patrick Paul Paula Peter Philip Phillip Priya Rachel Ralph Raymond Rebecca Richard Robert Roger Ronald Rosemary Roy Russell Ruth Ryan
  Samantha Samuel Sandra Sarah Scott Sean Sharon Sheila Shirley Simon Sophia Sophie Stephanie Stephen Steven Stuart Susan Sylvia Tanya
  Teresa Theresa Thomas Timothy Tina Tracy Trevor Valerie Vanessa Veronica Vincent Walter Wendy William Yvonne Zachary Zoe
  Aoife Siobhan Niamh Ciara Sinead Saoirse Orla Roisin Maeve Grainne Deirdre Eoin Cian Oisin Padraig Declan Conor Cillian Fergus Ronan
  Seamus Rhiannon Sian Carys Cerys Angharad Bronwen Gwyneth Rhys Dylan Emyr Owain Dafydd Eilidh Mairi Isla Hamish Ewan Callum Alasdair Lachlan
  Morag Catriona Katarzyna Agnieszka Malgorzata Ewa Zofia Krystyna Magdalena Joanna Piotr Krzysztof Andrzej Tomasz Pawel Tadeusz Wojciech
  Grzegorz Zbigniew Stanislaw Jerzy Dmitri Dmitry Sergei Sergey Alexei Vladimir Ivan Nikolai Mikhail Yuri Oleg Igor Boris Natalia Svetlana
  Olga Tatiana Irina Ekaterina Anastasia Ludmila Giulia Francesca Chiara Giovanni Giuseppe Luca Matteo Lorenzo Alessandro Alessandra Paolo
  Marco Antonio Stefano Roberto Elena Valentina Federica Silvia Mateo Santiago Diego Alejandro Javier Fernando Pablo Andres Ricardo Rafael
  Eduardo Sofia Camila Lucia Guadalupe Carmen Pilar Joao Thiago Beatriz Mariana Gabriela Juana Ximena Hans Jurgen Wolfgang Klaus Dieter
  Greta Ingrid Astrid Sven Lars Bjorn Olaf Soren Freya Anneliese Gisela Ursula Helga Matthias Stefan Pierre Jacques Francois Philippe Claude
  Henri Olivier Mathieu Camille Amelie Genevieve Celine Sylvie Monique Brigitte Thierry Yusuf Youssef Omar Ali Hassan Hussein Khalid Abdullah
  Farid Tariq Mustafa Mahmoud Ibrahim Samir Karim Bilal Zainab Aisha Ayesha Khadija Maryam Layla Leila Nadia Yasmin Amina Salma Hamza
  Priyanka Vikram Rahul Rajesh Sanjay Sunita Anjali Deepak Arjun Rohit Amit Sunil Anil Ravi Suresh Ramesh Lakshmi Meera Kavita Pooja Neha
  Divya Shreya Ananya Aditya Gurpreet Harpreet Manpreet Jaspreet Farhan Oluwaseun Chidi Nkechi Ngozi Chinedu Emeka Adaeze Folake Tunde Kwame
  Kofi Akosua Abena Thabo Sipho Nomvula Lindiwe Tendai Amara Chinwe Obinna Zanele Hiroshi Kenji Takashi Akira Haruto Yoko Naoko Keiko Minjun
  Thanh Linh Mason Logan Jayden Aiden Elijah Caleb Isaiah Gabriel Xavier Tyler Chelsea Brittany Courtney Kayla Alyssa Brianna Jasmine Hailey`.split(
    /\s+/,
  ),
);

/** Capitalised words that open a sentence or describe a person without naming one. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `A An The This That Our Your His Her She He They It We I On In At Of For With From After Before During When While If And But Or No Not
  African American Asian Chinese Indian Hispanic Latino Latina Caucasian White Black Native European British English Irish Scottish Welsh
  Afro Caribbean Previously Healthy Obese Pregnant Elderly Young Male Female Man Woman Patient Past Family Social History Chief Complaint
  Physical Examination Emergency Department General Medical Case Report Presenting Mr Mrs Ms Miss Dr Professor Known Type Stage Grade
  Said Says Has Had Is Was Who Reports Denies Presents Complains Temperature Pulse Blood Heart Chest Abdominal Monday Tuesday Wednesday
  Thursday Friday
  Colleague Sirs Team Unit Ward Service Services Clinic Care Medicine Surgery Surgical Surgeons Medical Nursing Neurology Cardiology Oncology
  Haematology Hematology Radiology Pathology Histology Cytology Microbiology Psychiatry Paediatrics Pediatrics Obstetrics Gynaecology Gynecology
  Orthopaedics Orthopedics Ophthalmology Dermatology Urology Nephrology Rheumatology Gastroenterology Endocrinology Respiratory Renal Cardiac
  Intensive Infectious Diseases Disease Internal Accident Occupational Public Mental Speech Therapy Palliative Acute Outpatient Ultrasound Imaging
  Paramedics Parents Relatives Neighbours Neighbors Witnesses Someone Everyone Nobody Staff Nurse Doctor Mother Father Wife Husband Son Daughter
  Sister Brother Partner Carer Teacher Boy Girl Baby Child Infant Student Police Ambulance Triage Resuscitation Room Hospital Department Home
  Which Whoever There These Those Literature Author Authors Evidence Research Studies Study Guidance Guideline World Health Organization
  Also Then Now Today Yesterday Tomorrow Tonight Further Otherwise However Saturday Sunday January February March April May June July August September October November December`.split(
    /\s+/,
  ),
);

/** Names that live on in signs, scores and diseases: never masked when what follows says so. */
export const EPONYM_FOLLOWERS =
  /^(?:'s|s'|’s)?[ -](?:disease|syndrome|sign|signs|test|score|criteria|triad|point|node|nodes|line|lines|law|reflex|palsy|chorea|phenomenon|contracture|fracture|lymphoma|sarcoma|tumou?r|thyroiditis|arteritis|purpura|nodules?|maneuver|manoeuvre|classification|scale|index|an(?:a)?emia|encephalopathy|colitis|o?esophagus|ulcer|spots?|crisis|glands?|hernia|diverticulum|murmur|pulse|block|pattern|cells?|bod(?:y|ies)|rings?|tear|variant|procedure|duct|cysts?|canal|catheter|tube|solution|stain|splint|position|gait|breathing|respiration|fever|granulomatosis|dementia|deformity|manifestation|virus|deficiency|operation|repair|lesions?|pouch|space|rash|antibod(?:y|ies)|pupils?|apple|protocol|viper|tobacco|wort|fundoplication|nail|baby bottle|mantle|palsies|paralysis|amputation|therapy)\b|^ (?:angina|knife|null|fields|boots?|march|frame|forceps|neuralgia|epilepsy|[a-z]{3,14}(?:ectomy|plasty|otomy|ostomy))\b|^'s angina\b|^ ?(?:瞳孔|综合征|[病征氏线点瘤]|试验)/i;

/** "Pouch of Douglas": parts of the body and of the microscope that keep a name. */
export const EPONYM_LEADERS =
  /(?:pouch|circle|angle|ligament|foramen|islets?|tetralogy|sphincter|line|triangle|space|bundle|canal|loop|node|bod(?:y|ies)|cells?|signs?|duct|ampulla|crypts?|zone|valve|membrane) of $/i;

/** Services, drugs, states and places of a hospital that notes write with a capital: no names where a name could stand. */
export const NO_SERVICES: ReadonlySet<string> = new Set(
  `Majors Minors Micro Haem Ortho Orthopaedic Plastics Physio Physiotherapy Dietetics Dietician Dietitian Pharmacy Pharmacist Family Med Reg Registrar Resus
  ICU ITU HDU CCU ED AE Theatre Theatres Recovery Ward Wards Clinic Clinics Dialysis Rehab Rehabilitation Hospice Radiology Vascular Colorectal
  Maxillofacial Max Fax ENT Gynae Obs Obstetric Paeds Neuro Neurosurgery Cardio Cardiothoracic Gastro Resp Renal Endo Rheum Derm Psych Liaison
  Geriatrics Elderly Palliative Oncall On-call Crash Outreach Safeguarding Microbiologist Cardiologist Neurologist Surgeons Team Teams Night
  Nights Day Days Morning Evening Home Work Himself Herself Themselves Self Construction Farming Retail Healthcare Hospitality Nursery School
  Schools College University Primary Secondary Kindergarten Centre Center Practice Sheltered Accommodation Bungalow Flat House Hostel Rural
  Urban Alone Residential Warden Supported Assisted Temporary Care Anxious Stress Stressed Diabetic Hypertensive Alcoholic Well Unwell Worried Tearful
  Smoker Ex-smoker Nonsmoker Asthmatic Epileptic Stable Unstable Alert Orientated Oriented Drowsy Sleepy Confused Afebrile Apyrexial Normotensive
  Tachycardic Bradycardic Febrile Pyrexial Comfortable Settled Empty Closed Open Full Awaiting Discharged Admitted Transferred Declined Refused
  Refuses Consent Consented Appears Appeared Feels Felt Looks Looked Remains Denied Denying Reporting Complaining Complained Presenting Presented
  Sent Returned Referred Referral Review Reviewed Colleague Colleagues Sir Madam Chest Pain Back Head Neck Abdo Iron Deficiency Rapid Access
  Two Week Wait Upper Lower Endoscopy Colonoscopy Gastroscopy Bronchoscopy Allergies Allergy Risks Risk Benefits Consultant Junior Senior
  Sudden Worst Thunderclap Persistent Bilateral Unilateral Pedal Left Right Severe Mild Moderate Productive Dry Wet Loose Fresh Old New Recent
  Recurrent Intermittent Constant Sharp Dull Crushing Burning Nausea Vomiting Diarrhoea Diarrhea Fever Fevers Cough Coughing Headache Rash
  Palpitations Dizziness Syncope Seizure Seizures Collapse Fall Falls Trauma Sepsis Septic Pneumonia Cellulitis Asthma Bronchiolitis Croup
  Miner Plumber Builder Nurse Farmer Driver Cleaner Engineer Retired Unemployed Disabled Pott Reactive Arthritis Weekly Daily Regular
  Thank Thanks Many Apologies Happy Ongoing Routine Urgent Emergency Elective Follow-up Followup Plan Impression Background Examination Obs
  Temp Pulse Sats Resps Observations Bloods Cultures Urine Stool Sputum Wound Drain Catheter Cannula Line Lines Diet Fluids Mobility Skin
  Pressure Bowels Bladder Sleep Mood Speech Vision Hearing Gait Balance Tone Power Reflexes Sensation Coordination Christmas Easter Ramadan Diwali
  General Anaesthetic Anaesthesia Sedation Physical Occupational Community District Social Services Council Police Prison Court Probation
  Rh Somebody Anybody Anyone Brucella Legionella Salmonella Shigella Klebsiella Bordetella Rubella Pasteurella Moraxella
  Francisella Guillain-Barré Guillain Barré Step-Down Stepdown Warfarin Apixaban Heparin Aspirin Insulin Metformin Steroids Antibiotics Paracetamol Morphine Oxygen Saline`.split(
    /\s+/,
  ),
);

/** Anxious, Hypertensive, Dialysis: a state or a service written with a capital is no name. */
export const DESCRIBES =
  /^(?!(?:Eric|Cedric|Dominic|Ludovic|Frederic)$)\p{Lu}\p{Ll}*(?:ic|ive|ous|ious|less|ful|ness|itis|osis|a?emia|uria|algia|pn(?:o)?ea|ology|iatry|ation|ition|ment|ology|ysis|ectomy|oscopy|ular|iac|pathy|therapy|tion|sion|ble|ics|tics)$/u;
