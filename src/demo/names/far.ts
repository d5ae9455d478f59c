import { list, type NameList } from './origin.ts'

export const polish: NameList = {
  girls: list(`Zofia, Julia, Hanna, Lena, Maja, Alicja, Oliwia, Pola, Amelia, Nadia, Wiktoria, Iga, Kornelia, Liliana`),
  boys: list(
    `Jakub, Filip, Antoni, Szymon, Franciszek, Oskar, Nikodem, Leon, Mikołaj, Kacper, Aleksander, Wojciech, Igor, Fabian`,
  ),
  women: list(
    `Agnieszka, Katarzyna, Małgorzata, Joanna, Monika, Aleksandra, Ewelina, Magdalena, Justyna, Paulina, Kinga, Beata`,
  ),
  men: list(
    `Tomasz, Piotr, Marcin, Paweł, Krzysztof, Łukasz, Michał, Grzegorz, Rafał, Dariusz, Mariusz, Sławomir, Artur`,
  ),
  surnames:
    list(`Nowak, Kowalski/Kowalska, Wiśniewski/Wiśniewska, Wójcik, Kamiński/Kamińska, Lewandowski/Lewandowska, Zieliński/Zielińska,
    Szymański/Szymańska, Woźniak, Dąbrowski/Dąbrowska, Mazur, Krawczyk, Piotrowski/Piotrowska, Grabowski/Grabowska, Pawlak, Sikora`),
  takesName: 0.8,
  english: 0.3,
}

export const ukrainian: NameList = {
  girls: list(`Sofia, Solomiia, Anastasiia, Zlata, Polina, Daryna, Kira, Veronika, Milana, Eva, Yeva`),
  boys: list(`Maksym, Artem, Danylo, Matvii, Tymofii, Oleksandr, Nazar, Bohdan, Mark, Ivan, Yehor`),
  women: list(`Oksana, Olena, Iryna, Natalia, Tetiana, Yuliia, Kateryna, Svitlana, Alina, Viktoriia, Nadiia`),
  men: list(`Andrii, Serhii, Volodymyr, Oleh, Dmytro, Vitalii, Taras, Yurii, Roman, Ihor`),
  surnames:
    list(`Bondarenko, Shevchenko, Kovalenko, Tkachenko, Kravchenko, Oliinyk, Melnyk, Savchuk, Rudenko, Petrenko, Lysenko, Marchuk,
    Hrytsenko, Polishchuk`),
  takesName: 0.85,
  english: 0.6,
}

export const syrian: NameList = {
  girls: list(`Noor, Layan, Tala, Sham, Rimas, Masa, Jana, Sedra, Hala, Aseel, Miral, Lamar, Rita`),
  boys: list(`Omar, Karam, Yazan, Jawad, Hamza, Laith, Majd, Elias, Tim, Qusay, Zain, Abdulrahman, Rami`),
  women: list(`Rana, Hiba, Rasha, Dima, Maysaa, Lubna, Nisreen, Samar, Ghada, Rima, Abeer, Hanadi`),
  men: list(`Ahmad, Khaled, Bassam, Mahmoud, Firas, Wael, Anas, Ammar, Ziad, Nizar, Hussam, Fadi`),
  surnames:
    list(`Haddad, Khoury, Al Masri, Darwish, Najjar, Al Hariri, Sabbagh, Qabbani, Al Khatib, Barakat, Zaher, Alsayed, Shaheen,
    Kabbara, Al Ahmad`),
  takesName: 0,
  english: 0.25,
}

/** Iranian and Afghan families. */
export const persian: NameList = {
  girls: list(`Maryam, Parisa, Nika, Roya, Yasaman, Hosna, Darya, Mahsa, Ava, Setayesh`),
  boys: list(`Parsa, Arash, Kian, Dariush, Mahdi, Sina, Ilia, Benyamin, Sohrab, Arvin`),
  women: list(`Leila, Shirin, Narges, Mina, Azadeh, Fereshteh, Zahra, Sahar, Parvin, Nasrin`),
  men: list(`Reza, Ali, Hossein, Behnam, Farhad, Navid, Masoud, Kamran, Siamak, Jawid`),
  surnames: list(`Rezaei, Karimi, Rahimi, Moradi, Ahmadzai, Sadeghi, Noori, Hashemi, Jafari, Mohseni, Sharifi, Azizi`),
  takesName: 0.05,
  english: 0.2,
}

/** Ghanaian and other West African families. */
export const ghanaian: NameList = {
  girls: list(`Zuri, Abena, Nana, Adjoa, Imani, Gifty, Blessing, Esi, Michelle, Ewurama, Nhyira`),
  boys: list(`Tobi, Kwame, Kofi, Nathan, Emmanuel, Jayden, Kwaku, Samuel, Elikem, Caleb, Yaw`),
  women: list(`Akosua, Ama, Grace, Comfort, Patience, Abigail, Mercy, Yaa, Felicia, Doris`),
  men: list(`Kofi, Kwabena, Emmanuel, Daniel, Isaac, Stephen, Yaw, Ebenezer, Francis, Nana`),
  surnames: list(`Owusu, Mensah, Boateng, Asante, Osei, Appiah, Agyeman, Addo, Ofori, Amoah, Sarpong, Okafor, Quaye`),
  takesName: 0.4,
  english: 0.4,
}

/** A child's surname is the given name of the father, his is that of his father. */
export const eritrean: NameList = {
  girls: list(`Yohana, Semhar, Ruta, Bethlehem, Soliana, Meron, Heran, Eldana, Rahwa, Delina`),
  boys: list(`Abel, Nahom, Yonatan, Natnael, Filmon, Robel, Even, Samiel, Henok, Siem`),
  women: list(`Selam, Mebrat, Feven, Rahel, Letebrhan, Winta, Senait, Azmera, Helen, Genet`),
  men: list(`Tesfay, Haile, Berhane, Kidane, Mulugeta, Gebremariam, Tekle, Yemane, Okbay, Habtom, Mehari, Fitsum`),
  surnames: [],
  takesName: 0,
  english: 0.3,
}

export const chinese: NameList = {
  girls: list(`Emily, Xinyi, Yuna, Mei, Jia, Chloë, Lily, Anna, Yiran`),
  boys: list(`Kevin, Haoyu, Leo, Jun, Jason, Ethan, Yichen, Lucas, Zihan`),
  women: list(`Li, Xiaoyan, Mei, Jing, Yan, Suki, Wenting, Hui, Lan`),
  men: list(`Wei, Jun, Ming, Jian, Kevin, Tao, Bin, Chi Wai, Lei`),
  surnames: list(`Chen, Wang, Lin, Hu, Cheung, Zhou, Wong, Liu, Zheng, Huang, Yip, Ye`),
  takesName: 0,
  english: 0.35,
}
