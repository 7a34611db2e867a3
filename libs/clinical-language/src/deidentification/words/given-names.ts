/**
 * Given names of many cultures, written down from what is commonly known (names are facts; no data set was copied). Some are also
 * ordinary words (Grace, Rose, Mark): who asks must look whether an everyday word list has them too.
 */
export const MORE_GIVEN_NAMES: ReadonlySet<string> = new Set(
  `Abbie Abby Abdi Abdul Abdulla Abdullahi Abdulrahman Abeba Abel Abhishek Abigale Abraham Achieng Adah Adalyn Addie Adel Adela Adelaide
  Adele Adeline Aden Adnan Adolf Adriana Adriano Adrienne Adwoa Aelita Afia Afonso Afua Agata Agatha Agneta Agus Agustin Ahmad Aidan
  Aiko Aileen Aiman Aimee Ainsley Aisling Aiyana Ajay Akash Akiko Akinyi Akua Akwasi Alain Alana Alannah Alastair Alba Alberta Alberto
  Alda Aldo Alec Aled Alejandra Aleksander Aleksandr Aleksandra Alemayehu Alena Alessia Alexa Alexandra Alexandre Alexandria
  Alexandros Alexia Alexis Alfie Alfonso Alfred Alfreda Alfredo Alhassan Alicia Alina Alisa Alisha Alistair Allan Allen Allison Alma
  Alois Alonso Alphonse Althea Alun Alva Alvaro Alvin Alyson Ama Amadou Amaka Amal Amalia Amandine Amani Amaury Ambrose Ameena Ameer
  Aminata Aminatou Amira Amos Amparo Amrit Amrita Ana Anahera Anaïs Analyn Anastasios Anders Andre André Andreas Andrei Andrej Andrés
  Andy Aneesa Aneta Aneurin Angelica Angelina Angelo Angie Angus Anh Anika Anita Anjana Anju Ankit Annabel Annabelle Annalise Annette
  Annie Annika Anong Anouk Ansel Anselm Anthea Antoine Antoinette Anton Antonella Antonia Antonina Antonios Antonov Antti Anu Anwar
  Aparna Apirana Aputi Aputsiaq Araba Arash Archana Archibald Archie Ariadne Ariana Ariel Arif Aristotelis Arlene Arlo Arman Armand
  Armando Arnaud Arne Arnold Aroha Aron Artem Artur Arturo Aryan Asa Asad Asha Ashanti Ashish Ashok Ashwin Asif Asma Astou Atefeh
  Athanasios Atieno Atul Aubrey Audrey Augusta Augustine Augusto Aurelie Aurelio Aurora Ava Avery Avi Aviva Awa Axel Ayaan Ayan
  Ayodele Ayse Ayumi Azadeh Aziz Azra Baaba Babak Babatunde Babs Bao Baptiste Barack Barasa Barney Barry Bartholomew Bartosz Bashir
  Basil Bastien Bayani Baz Bea Beata Beatrice Beatrix Becca Becky Behrouz Bekele Belinda Bella Ben Benedetta Benedict Benedikt Benita
  Benito Benjamín Benny Benoit Bernadette Bernardo Bernhard Bernice Bernie Bert Berta Bertha Bertie Bertram Beryl Bess Bessie Beth
  Bethan Bethany Betsy Bette Bettina Bev Beverley Beverly Bhavna Bianca Bibi Biljana Bill Billie Billy Bindu Binta Birgit Birgitta
  Birhan Birte Blaise Blanca Blanche Blessing Bob Bobbie Bobby Bogdan Bohdan Bongani Bonnie Boubacar Boyd Brad Bradley Bram Branislav
  Branka Breda Brendan Brent Brett Bri Bridget Bridie Brigid Britt Brittney Brodie Bruno Bryan Bryce Bryn Bryony Buddy Budi Bukola
  Bunny Buster Byron Caitlin Caitriona Calvin Camilla Camilo Candace Candice Caoimhe Cara Carina Carl Carla Carlo Carlotta Carly
  Carmel Carmela Carmelo Carole Carolina Carolyn Caron Carrie Carter Casey Caspar Cassandra Cassie Catalina Catarina Cathal Cathy
  Catrin Cecelia Cecil Cecilia Cecilie Cedric Celeste Celia Celina Cesar Chad Chaiwat Chandan Chandra Chantal Charity Charlene Charles
  Charley Charlie Charlotte Charmaine Chas Chau Chaya Chaz Chebet Cheikh Chelsie Cheng Cherie Cherry Chesca Chester Chika Chike
  Chimamanda Chioma Chipo Chitra Chrissie Christa Christabel Christelle Christian Christiane Christie Christos Christy Chukwuemeka
  Cindy Claes Clara Clarence Clarice Clarissa Clark Claudette Claudia Claudine Claudio Claus Clayton Clem Clement Clementine Cleo
  Cliff Clifford Clifton Clint Clive Clodagh Clotilde Clyde Coco Cody Colette Colleen Colm Connie Connor Conrad Constance Constantin
  Consuelo Cora Coralie Cordelia Corey Corinne Cormac Cornelia Cornelius Cory Cosima Costas Cristian Cristiano Cristina Curtis Cyril
  Cyrus Daisy Dale Dalia Dalisay Damian Damien Damilola Damir Damon Dan Dana Dani Danica Daniela Daniele Danilo Danny Dante Danuta
  Daphne Dara Darcy Daria Darius Dariusz Darlene Darragh Darrell Darren Darryl Daryl Dasha Dashiell Dave Davey Davide Davina Davinder
  Dawit Dawn Dayo Daz Dean Deb Debbie Debora Debra Dee Deepa Deepika Deidre Delia Delilah Della Delores Delphine Demba Demetrius Demi
  Dena Denis Denny Denzel Derek Derrick Dervla Desiree Desmond Desta Dev Devi Devon Dewi Dex Dhruv Diann Diarmuid Dick Didier Dietmar
  Dilip Dimitra Dimitri Dimitrios Dina Dinah Dinesh Dino Dion Dionne Dipika Dirk Djibril Dolly Dolores Dom Domenico Dominic Dominik
  Dominika Dominique Don Donal Donatella Donato Donnacha Donovan Dora Doreen Dorian Doris Dorota Dorothea Dot Dottie Doug Dougal Doyle
  Dragan Drew Duane Duc Dudley Dulce Dumisani Duncan Dusan Dustin Dwayne Dwight Dymphna Eamon Eamonn Earl Ebo Ebony Ebun Eddie Eddy
  Eden Edgar Edina Edmund Edna Eduard Edwige Edyta Effie Efosa Efua Egon Eiji Eiko Einar Eirini Eithne Ekene Ekow Ekua Elaina Eleanora
  Eleni Eleonora Elfriede Eli Elias Elin Elina Eliot Elisa Elisabeth Elise Elisha Eliza Elke Ellie Elliot Elliott Ellis Elma Elmer
  Eloisa Eloise Elsa Elsbeth Elsie Elspeth Elton Elvira Elvis Elwyn Emanuel Emanuela Emanuele Emer Emerson Emi Emil Emile Emilia
  Emiliano Emilie Emilio Emine Emir Emlyn Emmanuel Emmanuelle Emmeline Emmett Emre Ena Engin Enid Enoch Enrico Enrique Enzo Ephraim
  Erdem Erhard Erich Erik Erika Erin Erma Ernest Ernestine Ernesto Ernie Ernst Errol Erwin Esi Esme Esmeralda Espen Esperanza Esteban
  Estelle Ester Esther Etienne Etta Euan Eugene Eugenia Eugenie Eugenio Eunice Eunji Eustace Evan Evangeline Evangelos Eve Evelina
  Evgeny Evie Ezekiel Ezra Fabian Fabienne Fabio Fabrice Fadi Faduma Fadumo Fahad Faisal Faith Faiza Faizan Fanny Fanta Farah Farai
  Farhana Farida Farouk Farrah Farzana Fatema Fatma Fatou Fatoumata Fausto Fay Faye Federico Felicia Felicity Felipe Felix Femi Feng
  Ferdinand Fergal Fern Fernanda Fetu Fidel Fidelma Fiifi Filip Filipe Filippo Finbar Finlay Finley Finn Finnian Fionn Fionnuala Fitz
  Flavia Flavio Fleur Flo Flora Florence Florian Florin Floyd Folasade Fran Francesco Francine Francisca Francisco Franco François
  Francoise Françoise Frank Frankie Franklin Franz Fred Freda Freddie Freddy Frederic Frederick Frederik Frieda Friedrich Fritz Fumiko
  Funmi Gabi Gabriele Gabriella Gabrielle Gaby Gael Gail Galina Ganesh Gaspard Gaston Gaurav Gauri Gayle Gaynor Gaz Gbenga Gemma Gene
  Geneva Genoveva Geoff Georg Georges Georgia Georgiana Georgie Georgina Georgios Geraint Geraldine Gerard Gerardo Gerd Gerda Gerhard
  Germaine Gerry Gertrude Gervase Gethin Ghislaine Giacomo Gian Gianluca Gianni Gideon Gigi Gil Gilbert Gilda Gina Ginny Giorgio
  Giorgos Giovanna Girma Giselle Gita Gitte Giulio Gladys Glenda Glenn Glenys Glynis Godfrey Goran Gordana Grace Gracie Graciela
  Graham Grahame Grant Graziella Gregor Gregorio Gretchen Griselda Gudrun Guido Guilherme Guillaume Guillermo Gulsen Gunnar Gunter
  Gurdeep Gustav Gustavo Guy Gwen Gwendolyn Gwilym Habib Hadi Hadiza Hafiz Haider Haile Hakan Hakim Halima Halina Hamid Hana Hanan
  Hanif Hank Hanna Hanne Hannelore Hansa Hansel Harald Hari Hariklia Harini Harish Harlan Harley Harminder Haroon Harriet Harriett
  Harris Harrison Harsh Harsha Haruka Haruki Haruko Harun Harvey Hasan Hattie Hayden Hayley Hazel Hector Hedda Hedwig Heidi Heike
  Heinrich Heinz Heledd Helena Helene Hemi Hendrik Henrietta Henrik Henrique Henryk Herbert Heribert Herman Hermann Hermione Hernan
  Hien Hieu Hilary Hilda Hildegard Hillary Hina Hinemoa Hirohito Hiroko Hiroto Hirut Hissa Hoa Hodan Holger Hollie Holly Homer Hone
  Honor Honora Hope Horace Horatio Horst Hortense Hridaya Huda Hugo Huguette Humberto Humphrey Hung Huong Husain Huw Hyacinth Hye-jin
  Hyejin Iain Ianto Ibrahima Ibtisam Ichiro Ida Idil Idris Iestyn Ieuan Ifan Ifeoma Ignacio Ignatius Ijeoma Ike Ikram Ilana Ilaria
  Ilona Ilse Imelda Imogen Imogene Indira Ines Inés Inga Inge Ingeborg Ingo Inigo Ioana Ioannis Iolanda Iona Iqbal Ira Iris Irma
  Irmgard Irving Irwin Isaac Isabela Isabelle Isadora Isak Ishaan Ishaq Isidora Isidro Ismael Ismahan Ismail Isobel Issa Istvan Italo
  Ivana Ivo Ivor Ivy Iwan Iyabo Izabela Izzy Jace Jacinta Jacinto Jacki Jackie Jackson Jacky Jaclyn Jacopo Jacquelyn Jacqui Jade
  Jaehyun Jagdish Jaime Jaimie Jake Jakob Jakub Jalal Jamal Jameela Jamila Jan Jana Janek Janette Janez Janine Janis Janusz Jared
  Jarek Jari Jarmila Jaroslav Jarrod Jarvis Jasmin Jasper Jaswinder Jatinder Javed Jawad Jay Jaya Jayne Jayson Jaz Jeanette Jeanne
  Jeannie Jeannine Jed Jeff Jefferson Jehan Jelena Jem Jemima Jen Jenna Jenni Jennie Jenny Jens Jepchirchir Jerome Jerry Jess Jesse
  Jessie Jesús Jethro Jez Jiho Jill Jillian Jim Jimena Jimmy Jin Jisoo Jitka Jiwoo Jo Joachim Joakim Joanne Joaquim Joaquin Jocelyn
  Jochen Jodie Jody Joey Johan Johann Johanna Johannes Johnnie Johnny Johnson Joko Jolanta Jolene Joline Jomar Jon Jonah Jonas
  Jonathon Jonny Jordan Jordi Jorg Jorge Joris Josef Josefa Josefina Josephine Josette Josh Josiah Josie Joss Josué Jovelyn Joy Jozef
  Juanita Juanito Judd Jude Judi Judie Jules Juliana Juliane Juliet Juliette Julio Julius June Jung Juno Justine Justyna Jutta Juwan
  Kabir Kadiatou Kahu Kai Kaia Kaitlin Kaitlyn Kaiulani Kajal Kalani Kalina Kalpana Kamal Kamala Kamau Kamil Kamila Kamran Kanako Kane
  Karan Karel Kari Karin Karina Karl Karla Karolina Karsten Kasia Kaspar Kasper Kassandra Kate Kateryna Kath Katharina Katharine
  Katherina Kathie Kathy Katja Katrin Katrina Katy Katya Kaushik Kavya Kay Kayode Kazimierz Kazuko Kazuo Keanu Keeley Kehinde Keira
  Keisha Kelechi Kelley Kelli Kellie Kelsey Kelvin Kemi Ken Kendall Kendra Kenny Kent Keoni Keren Kerri Kerry Kerstin Keshia Kev Kezia
  Khadijah Khadra Khaled Khalil Khanh Khoa Kiara Kidane Kiera Kieran Kiki Killian Kim Kimberley Kipchoge Kiprop Kiran Kirill Kirk
  Kirsten Kirstie Kirsty Kishore Kit Kitty Kiyoshi Kjell Klara Klaudia Knut Kobby Kobina Koji Kojo Konrad Konstantin Konstantinos
  Kostas Kris Krishna Krishnan Krista Kristen Kristian Kristin Kristina Kristine Kristof Kristoffer Kseniya Kudzai Kumar Kunle Kurt
  Kwabena Kwadwo Kwaku Kwasi Kweku Kyoko Kyra Kyriakos Ladislav Laila Lakeisha Lalita Lam Lamar Lamine Lan Lana Lance Landon Lanre
  Lara Laraine Larisa Larissa Larry Lasse Laszlo Latisha Latoya Laurence Laurent Laurie Laverne Lavinia Lawrie Laxmi Lea Leander
  Leandro Leanne Lee Leela Leif Leigh Leighton Leilani Lela Leland Len Lena Leni Lenka Lennart Lennie Lennox Lenny Lenora Leo Leon
  Leona Leonard Leonardo Leone Leonie Leonora Leopold Lerato Leroy Les Leszek Lethabo Leticia Letitia Lettie Lev Levi Lewis Lex Lexi
  Lexie Lia Liana Libby Lidia Liese Liesl Ligaya Lila Lilian Liliana Lilith Lillian Lillie Lily Lina Linas Lindsay Lindsey Lindy Linus
  Lionel Lior Lisbeth Lise Liselotte Lissa Litia Liv Livia Liz Liza Lizzie Lizzy Ljubica Llewellyn Lloyd Lochlan Lois Lola Loraine
  Loren Lorena Loretta Lori Lorna Lorraine Losa Lotte Lottie Lou Louella Louie Louis Louisa Lourdes Lowri Lubomir Luc Lucian Luciana
  Luciano Lucie Lucien Lucille Lucinda Lucius Lucja Lucrezia Ludmilla Ludovic Ludwik Luigi Luisa Luiz Lukas Lukasz Lula Lulu Luna
  Lungile Lupe Luther Lyall Lydia Lyle Lyn Lynda Lyndon Lyndsey Lynette Lynne Lynsey Maartje Mabel Mac Maciej Mack Mackenzie Madeleine
  Madeline Madge Madhavi Madhu Mads Mae Magda Magdalene Maggie Magnus Mags Mahesh Mahmood Mahnaz Mai Maia Maisie Maja Makena Makoto
  Malachi Malachy Malakai Malcolm Malee Malek Malia Malik Malika Malin Mallory Mamadou Mamie Manaaki Manar Manda Mandeep Mandla Mandy
  Manfred Manish Manisha Manjit Manju Manoj Manolis Manon Manuel Manuela Mara Marc Marcel Marcela Marceline Marcella Marcelo Marcia
  Marcin Marcos Maree Mareike Marek Marge Margie Margit Margo Margot Margrethe Marguerite Mari Mariah Mariam Mariama Marian Marianna
  Marianne Mariano Maribel Maricar Maricel Marielle Marietta Marija Marijke Marika Marilena Marin Marina Marion Marisa Marisol Marissa
  Marit Marita Marites Marius Mariusz Marjorie Mark Marko Markus Marla Marlene Marlon Marnie Marsha Marta Marten Marthe Marti Martijn
  Martina Martine Marty Marvin Marwa Marwan Masako Masashi Massimo Mateusz Mathew Mathias Mathilde Mathis Matías Matilda Matt Mattie
  Matty Maud Maude Maura Maureen Maurice Mauricio Maurizio Mavis Max Maxim Maxime Maximilian Maxine Maxwell May Maya Mayuri Mbali Meg
  Mehdi Mehmet Mei Meike Meili Mekonnen Mel Melanie Melinda Melody Melvin Melvyn Mercedes Mercia Mercy Mere Meredith Meriel Merle
  Merlin Merryn Mervyn Meryl Mette Mia Micaela Micah Michaela Michal Michel Michele Micheline Mick Mickey Mihai Miho Mika Mikael
  Mikaela Mike Mikko Mila Milan Mildred Milena Miles Milica Millicent Millie Milly Milo Milos Milton Mimi Mina Minako Mindy Minerva
  Ming Minh Minjae Minna Minnie Minseo Mira Miranda Mireille Mirela Miriam Miroslav Misty Mitch Mitchell Mitsuko Mo Modou Modupe
  Mohamad Mohammad Mohan Mohsen Moira Molly Mona Moncef Moni Monica Monika Monty Mordechai Morgan Moritz Morris Mort Mose Moses Moshe
  Moussa Mpho Mukesh Muna Munashe Munira Muriel Murray Murtaza Musa Mustapha Mwangi Myfanwy Myles Myra Myriam Myrna Myron Myrtle Nabil
  Nadeem Nadège Nader Nadezhda Nadine Nadir Naledi Nalini Nana Nandi Nanette Nanna Nanuk Naoki Narayan Narges Narinder Nasir Nasreen
  Nasrin Nastasia Nat Nata Natacha Natalya Natasha Natasza Nathalie Nathaniel Nattapong Naveed Naveen Navin Nazanin Nazir Ndeye Ned
  Neelam Nell Nellie Nelly Nelson Nerys Nessa Nestor Netta Nettie Neville Nga Ngaio Ngaire Ngoc Nguyen Nhung Nia Niall Nic Niccolo
  Nick Nickie Nicky Nico Nicolaas Nicolai Nicolas Nicoletta Nicolette Nicolo Niels Nige Nii Nikhil Nikita Nikki Niklas Nikola Nikolaos
  Nikolas Nikos Nilesh Nils Nimisha Nina Nino Nirmala Nisha Nita Nitin Niyi Njeri Njoroge Nnamdi Nneka Noam Noel Noelani Noelle Noemi
  Nola Nomsa Nonna Noor Noora Norbert Noreen Noriko Norma Norman Norris Nosipho Noura Nuala Nuno Nur Nura Nuria Nurul Nyambura Nyasha
  Nydia Oanh Obi Ochieng Octavia Octavio Odette Odhiambo Odile Odysseas Ogechi Oisín Okechukwu Okon Ola Olamide Olav Ole Oleksandr
  Olena Olesya Olexiy Olin Olive Ollie Oluchi Olufemi Olumide Oluwaseyi Omari Omid Omolara Ondrej Onyeka Oonagh Opal Ophelia Oren
  Orhan Oriana Orlaith Orlando Orsolya Orson Orville Osama Osman Osvaldo Oswald Otieno Otis Otto Otylia Oumar Ousmane Owen Oyelaran
  Ozan Ozlem Paddy Padma Padraic Paige Palesa Palmira Paloma Pam Panagiotis Pandora Paola Paolina Parisa Parminder Parvati Parveen
  Parvin Pascal Pascale Pasquale Pat Patience Patrice Patricio Patrik Patrycja Patsy Patti Pattie Patty Paulette Paulina Pauline Paulo
  Paweł Pearl Pedro Peg Peggy Pelle Penelope Pepe Pepita Percival Percy Perdita Perla Perpetua Perry Perttu Petar Pete Petr Petra
  Petros Petrus Petter Peyton Phil Philippa Phillipa Philomena Phoebe Phong Phuc Phuong Phyllis Pia Pieter Pino Pip Piper Pippa Polly
  Poonam Poppy Portia Pradeep Prakash Pramod Pranav Prasad Prasert Prashant Praveen Precious Preeti Prem Prema Preston Primrose
  Priscilla Priti Prosper Prudence Prue Pryce Przemyslaw Puja Punam Purnima Putri Quang Queenie Quentin Quincy Quinn Quinton Quynh
  Rachael Rachana Rachelle Radek Radhika Radoslaw Radovan Rae Raelene Rafa Rafał Raffaele Raffaella Rafiq Raghav Raheem Rahim Rahima
  Rainer Raisa Raj Raja Rajan Rajeev Rajendra Rajiv Rajni Raju Rakesh Ram Rama Raman Ramiro Ramon Ramón Ramona Rana Randal Randall
  Randy Rangi Rani Rania Ranjit Raoul Raphael Raquel Rashad Rashid Rashida Rasmus Rastislav Ratu Raul Raúl Raveena Ray Raya Raymundo
  Raza Reagan Reece Reese Refilwe Reg Regan Reggie Regina Reginald Rehana Reid Reiko Reina Reiner Reinhard Reinhold Rekha Remi Rémi
  Remus Remy Rena Renata Renate Renato Rene René Renee Renée Renuka Reuben Rex Reyna Reynaldo Reza Rhea Rhian Rhoda Rhodri Rhona
  Rhonda Rhydian Ria Riaan Rian Ricarda Riccardo Rich Richie Rick Rickie Ricky Rico Rihanna Rikke Riley Rina Ringo Rishi Rita Ritchie
  Ritu River Riya Riz Rizal Rizwan Rob Robbie Roberta Robin Robyn Rocco Rochelle Rocio Rod Rodel Roderick Rodney Rodolfo Rodrigo
  Rogelio Rohan Rohini Roland Rolando Rolf Roma Roman Romana Romeo Romina Romy Ron Ronaldo Ronnie Roopa Ropate Rory Ros Rosa Rosalba
  Rosalia Rosalie Rosalind Rosalyn Rosamund Rosanna Rosanne Roscoe Rose Roseanne Rosella Roselyn Rosemarie Rosetta Rosie Rosina Rosita
  Ross Rowan Rowena Roxana Roxanne Royston Roza Ruben Rubén Rubina Ruby Rudi Rudo Rudolf Rudolph Rudy Rufus Rui Rukhsana Rumana Rupa
  Rupert Rupinder Ruslan Russ Rusty Ruta Rutendo Ruthie Ryo Ryu Sabina Sabine Sabrina Sachin Sadia Sadie Saeed Sagal Sahar Sahil Saif
  Saira Sakina Sakura Sal Salah Saleem Saleh Salim Salimata Sally Salman Salome Salvador Salvatore Sam Samaira Sameer Sami Samia
  Samina Sampson Sana Sandeep Sander Sandhya Sandie Sandor Sandro Sandy Sangeeta Sanjana Sanjeev Sanna Santino Santosh Sapna Sara
  Sarai Saraswati Sarika Sarita Sasha Sashi Saskia Satish Satoshi Satya Saul Savannah Savitri Sawsan Scarlett Seán Seb Sebastiaan
  Sebastian Sebastiano Sebastien Seema Sefo Segun Seiji Sekou Selam Selena Selim Selima Selina Selma Selwyn Semisi Sena Senan Seojun
  Sepideh Sera Serafina Seren Serena Serge Sergio Serhiy Seth Seun Severin Shabana Shabnam Shafiq Shahid Shahida Shahin Shahnaz
  Shaista Shakira Shameem Shana Shane Shania Shanice Shannon Shanti Sharad Shari Sharmila Sharron Shashi Shaun Shauna Shawn Shawna
  Shayla Shayna Shaz Shazia Shea Sheena Shekhar Shelby Sheldon Shelley Shelly Sher Sheree Sheridan Sherif Sherman Sherri Sherrie
  Sherry Sheryl Shigeru Shilpa Shingai Shinji Shira Shireen Shivani Shobha Shona Shreyas Shruti Shui Shyam Siân Siavash Sibongile
  Sibusiso Sid Siddharth Sidney Sidsel Siegfried Sienna Sigmund Sigrid Silas Silke Silvana Silvester Silvio Simeon Simi Simona Simone
  Simran Sina Sindre Sinéad Sini Siobhán Sione Siriporn Sissel Sita Siti Siva Sizwe Skye Slamet Slavica Slawomir Slobodan Snezana
  Sobhan Sofie Sohail Sola Solange Soledad Solomon Solveig Somchai Somsak Somying Sonal Sonia Sonja Sonny Sonya Sooyeon Soraya Søren
  Souleymane Spencer Srinivas Stacey Stacy Stan Stanislav Stanislava Stanley Stavros Stefania Stefanie Steffen Steffi Stelios Stella
  Sten Stephane Stephanos Stephon Sterling Steve Stevie Stewart Stig Stina Stu Subhash Sudha Sudhir Sue Sukhdev Sukhjit Sukhwinder
  Suki Suleiman Sultan Suma Suman Sumathi Sumiko Sumit Sundeep Sunghoon Sunny Supaporn Suraj Surinder Surya Susana Susanna Susannah
  Susanne Sushila Sushma Susie Suzan Suzanna Suzanne Suzette Suzie Svenja Swati Sybil Sydney Syed Sylwia Szymon Tabitha Tad Tadashi
  Tadeo Tadesse Tafadzwa Tahir Tahira Taiwo Taj Takeshi Takumi Talanoa Talia Talitha Tallulah Tam Tama Tamar Tamara Tamas Tameka Tami
  Tamika Tamiko Tammy Tamsin Tane Tania Tanisha Tanja Tanvi Tanvir Tapiwa Tara Taras Tarek Tariro Taro Taryn Tasha Tasos Tate Tatenda
  Tatsuya Tatum Tatyana Tavita Tawanda Tawfiq Taylor Ted Teddy Teija Tejal Temi Temitope Tenzin Teo Teodor Teodora Terence Teri Terje
  Terrance Terrell Terrence Terri Terry Tesfaye Tess Tessa Tetsuya Tevita Thabiso Thaddeus Thandi Thandiwe Thanos Thao Thea Thelma
  Themba Theo Theobald Theodor Theodora Theodore Theodoros Theophilus Therese Theresia Thibault Thilo Thokozani Thom Thor Thora
  Thorsten Thu Thuli Thuy Tia Tiago Tiana Tiare Tibor Tien Tiernan Tiffany Tiger Tigist Tihana Tilda Tilly Tim Timmy Timo Timur
  Tinashe Tirza Titilayo Titus Tobi Tobias Tobin Toby Todd Tokunbo Tom Toma Tomas Tomás Tomek Tomislav Tommaso Tommie Tommy Tomoko
  Toni Tonia Tony Tonya Torben Tori Torsten Toshiko Tova Toyin Tracey Traci Trang Travis Trent Trev Trey Tricia Trina Trinh Trinity
  Trish Trisha Trista Tristan Trixie Troy Trudi Trudy Tsepo Tsering Tshepo Tuan Tudor Tui Tung Turlough Turner Tuyet Tyra Tyrone Tyson
  Uche Uchenna Udo Ugo Ulf Uli Ulla Ulrich Ulrika Ulrike Uma Umar Umesh Una Unai Upendra Ursel Urszula Usha Usman Uta Ute Uwe Uyen
  Uzma Vaclav Val Vala Valentin Valentine Valentino Valeria Valerio Valery Valter Vana Vanda Vania Varsha Vasco Vasil Vasile Vasiliki
  Vasilios Vasudha Vaughan Vaughn Veena Vera Verena Verity Verna Vernon Veronika Veronique Vesna Vic Vicente Vicki Vickie Vicky Victor
  Victoria Vida Vidya Vijay Vijaya Vikas Vikash Viktor Viktoria Vilma Vimala Vina Vinay Vince Vincenza Vincenzo Vineet Vinh Vinod
  Viola Violet Violeta Violetta Viorica Vipul Virgil Virginia Virginie Vishal Vishnu Vita Vito Vittorio Viv Vivek Vivian Viviana
  Vivien Vivienne Vlad Vladislav Vlasta Volker Volodymyr Vusi Vuyo Vy Wade Wafa Wahid Waldemar Wale Waleed Walid Wallace Wally Walt
  Wambui Wanda Wangari Wanjiku Wanjiru Warren Warrick Warsame Warwick Waseem Wati Wayan Wayne Wenceslas Wendell Werner Wes Wesley
  Weston Whitney Wiktor Wiktoria Wilbert Wilbur Wilf Wilfred Wilfredo Wilfrid Wilhelm Wilhelmina Will Willa Willard Willem Willemijn
  Willie Willow Willy Wilma Winifred Winnie Winston Wioletta Wiremu Wolfram Woody Wren Wyatt Wyn Xander Xanthe Xavi Xena Xenia Xerxes
  Xiaoli Xiaoming Xiaoyan Xin Xiomara Xolani Xuan Yaa Yael Yahya Yakov Yan Yana Yannick Yannis Yara Yaroslav Yash Yasir Yasmine Yasser
  Yasuko Yaw Yelena Yemi Yesenia Yetunde Yevgeny Yiannis Ying Yinka Yoav Yogesh Yohannes Yolanda Yolande Yonas Yosef Yoshi Yoshiko
  Youngsoo Yuki Yukiko Yuko Yul Yulia Yuliya Yumi Yuna Yunus Yuriko Yusra Yves Yvette Zac Zach Zachariah Zack Zadie Zafar Zaheer Zahid
  Zahir Zahra Zain Zaina Zak Zakaria Zakia Zandile Zane Zara Zarina Zaynab Zdenek Zdzislaw Zeb Zeenat Zehra Zeinab Zeke Zelda Zelma
  Zena Zenaida Zeno Zewdu Zeynep Zhanna Zia Zinaida Zita Ziva Ziyad Zodwa Zoltan Zora Zoran Zorica Zoya Zsofia Zsolt Zsuzsanna Zubair
  Zuleika Zulfiqar Zulkifli Zuzana`.split(/\s+/),
);
