import { list, type NameList } from './origin.ts'

export const turkish: NameList = {
  girls: list(
    `Elif, Zeynep, Defne, Azra, Eylül, Ela, Nehir, Asya, Ecrin, Miray, Selin, Duru, Ayla, Meryem, İpek, Lale, Beren`,
  ),
  boys: list(
    `Yusuf, Emir, Ömer, Kerem, Mert, Ali, Deniz, Baran, Kaan, Aras, Efe, Miraç, Eymen, Can, Tarık, Poyraz, Alperen`,
  ),
  women: list(
    `Fatma, Ayşe, Elif, Hülya, Esra, Zeynep, Sevgi, Derya, Özlem, Gülay, Nuray, Büşra, Songül, Hatice, Canan, Yasemin`,
  ),
  men: list(
    `Mehmet, Mustafa, Murat, Hakan, Serkan, Emre, Ahmet, Yasin, Fatih, Orhan, İbrahim, Cem, Volkan, Tuncay, Selim, Kemal`,
  ),
  surnames:
    list(`Kaya, Demir, Çelik, Şahin, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Çetin, Koç, Kurt, Özkan, Acar, Polat,
    Korkmaz, Karaca, Bulut, Güneş, Tekin, Yavuz, Aksoy, Taş`),
  takesName: 0.75,
  english: 0.03,
}

export const moroccan: NameList = {
  girls: list(
    `Amira, Nour, Aya, Inaya, Yasmina, Safa, Malak, Hiba, Lina, Sara, Jannah, Assia, Rania, Dina, Kawtar, Ilham, Salma`,
  ),
  boys: list(
    `Adam, Ilyas, Rayan, Amir, Ayoub, Zakaria, Sami, Bilal, Younes, Ismail, Noah, Anas, Imran, Walid, Nassim, Yahya, Idris`,
  ),
  women: list(
    `Fatima, Naima, Samira, Khadija, Nadia, Hanan, Souad, Loubna, Karima, Malika, Ikram, Siham, Rachida, Bouchra, Hafida`,
  ),
  men: list(
    `Mohamed, Rachid, Said, Hassan, Karim, Mustapha, Abdel, Khalid, Driss, Youssef, Nordin, Hamid, Aziz, Jamal, Tarik, Omar`,
  ),
  surnames:
    list(`El Idrissi, Benali, Bouzidi, El Amrani, Chaoui, Haddou, Azzouzi, El Khattabi, Boulahrouz, Amezian, Tahiri, Bakkali,
    El Yousfi, Ouali, Benhaddou, Zerouali, Lahlou, El Fassi, Mansouri, Saidi, Akachar, Boutaleb, Hamdaoui`),
  takesName: 0.05,
  english: 0.01,
}

export const surinamese: NameList = {
  girls: list(
    `Shanaya, Jada, Chayenna, Anjali, Priya, Naomi, Jaylinn, Soraya, Kiana, Indra, Zoë, Amaya, Maya, Diya, Aaliyah`,
  ),
  boys: list(
    `Jayden, Ravi, Jaden, Rishi, Dion, Shaquille, Arjun, Jermaine, Ryan, Damian, Kiran, Milan, Joshua, Vihaan, Elijah`,
  ),
  women: list(
    `Sharon, Jennifer, Sunita, Anita, Chandra, Marlène, Shanti, Carmen, Joyce, Reshma, Urmila, Melissa, Natasha, Wonny`,
  ),
  men: list(
    `Vikash, Glenn, Orlando, Ruben, Roy, Anand, Ricardo, Steven, Rajesh, Dennis, Winston, Marlon, Sandjai, Kenneth, Ashwin`,
  ),
  surnames:
    list(`Pinas, Ramdin, Kartosen, Bishoen, Sewpersad, Wongsoredjo, Amatmohamed, Jubitana, Landveld, Mohan, Kasanmoentalib,
    Biharie, Vreden, Tjon, Ramlal, Soekhoe, Doekhi, Amatredjo, Nijman, Sadhoe, Goedschalk, Plein`),
  takesName: 0.2,
  english: 0,
}

export const antillean: NameList = {
  girls: list(`Shaniqua, Naomi, Dayenne, Kiara, Aimée, Zaira, Jaylene, Chayra, Mila, Amaya, Delisha`),
  boys: list(`Jayvion, Dylan, Sheldon, Rayshawn, Jeremiah, Giovanni, Zayden, Shamar, Elijah, Nathan, Kenji`),
  women: list(`Sharina, Mildred, Suzette, Yadira, Rosalinda, Gisela, Maritza, Chantelle, Elvira, Zuleika`),
  men: list(`Rignald, Elton, Curtis, Gilbert, Rudsel, Raymond, Orlando, Giandro, Edsel, Shurwin`),
  surnames:
    list(`Martina, Cicilia, Maduro, Winklaar, Kirindongo, Croes, Isenia, Bernadina, Pieternella, Semeleer, Rosaria, Geerman,
    Zimmerman, Lucia, Balentien`),
  takesName: 0.15,
  english: 0.03,
}

export const indonesian: NameList = {
  girls: list(`Indah, Maya, Kirana, Sofie, Ayu, Noa, Liana, Dewi, Tara, Zoë`),
  boys: list(`Bima, Rafa, Noah, Surya, Jayden, Dimas, Luca, Arya, Timo, Satria`),
  women: list(`Dewi, Wulan, Merry, Sylvia, Ratna, Grace, Yvonne, Kartika, Jessica, Melanie`),
  men: list(`Rudy, Budi, Jeffrey, Rico, Glenn, Hendra, Boy, Andreas, Stanley, Otto`),
  surnames:
    list(`Latuheru, Pattinama, Tahapary, Sahetapy, Matulessy, Leatemia, Siahaya, Wibowo, Santoso, Hartono, Manuputty, Rumahloine,
    Lekransy, Tuhusula`),
  takesName: 0.3,
  english: 0.05,
}
