import { list, type NameList } from './origin.ts'

export const dutch: NameList = {
  girls: list(`Anna, Lotte, Sofie, Noor, Saar, Evi, Fleur, Lieke, Roos, Julie, Sara, Nora, Tess, Yara, Zoë, Fenne, Liv,
    Liz, Olivia, Emma, Mila, Maud, Floor, Vera, Loïs, Elin, Hannah, Jasmijn, Veerle, Sophie, Milou, Fenna, Isabel, Lina,
    Benthe, Puck, Rosalie, Eva, Luna, Feline, Norah, Pippa, Suus, Madelief, Hailey, Lauren, Merel, Juna, Charlie, Bo,
    Romy, Jula, Amélie, Lynn, Elise, Lara, Ella, Charlotte, Linde, Sterre, Silke, Nina, Cato, Lana, Esmée, Fay`),
  boys: list(`Noah, Sem, Lucas, Levi, Daan, Finn, James, Luuk, Milan, Liam, Bram, Mees, Thijs, Sam, Benjamin, Noud, Teun,
    Gijs, Siem, Julian, Adam, Morris, Hugo, Olivier, Jens, Guus, Lars, Floris, Boaz, Mats, Tijn, Jurre, Pepijn, Stijn,
    Ties, Abel, Moos, Joep, Ruben, Tobias, Owen, Jesse, Vince, Kai, Lev, Jack, Melle, Cas, Dex, Xavi, Luca, Max, Otis,
    Senn, Fedde, Willem, Jip, Mason, Dean, Jaxx, Robin, Lenn, Quinn, Oscar, Casper, Job, Hidde, David`),
  women:
    list(`Linda, Marieke, Sanne, Kim, Esther, Annemieke, Mirjam, Ilse, Femke, Karin, Nicole, Wendy, Marloes, Suzanne,
    Petra, Daniëlle, Judith, Manon, Chantal, Saskia, Monique, Inge, Anouk, Maaike, Simone, Lisanne, Ellen, Marjolein,
    Renske, Mariska, Bianca, Eline, Laura, Iris, Kirsten, Lonneke, Miranda, Astrid, Jolanda, Natasja, Bregje, Elles,
    Claudia, Debbie, Naomi, Anneke, Roos, Willemijn, Hanneke, Leonie, Michelle, Stephanie, Ingrid, Carolien, Tamara`),
  men: list(`Jeroen, Bas, Martijn, Dennis, Mark, Sander, Erik, Jasper, Joost, Pieter, Marcel, Rob, Tim, Maarten, Wouter, Niels,
    Richard, Patrick, Michiel, Arjan, Stefan, Bart, Koen, Remco, Ronald, Ruud, Edwin, Frank, Vincent, Jelle, Thomas,
    Gerben, Roel, Thijs, Rick, Peter, Robert, Hans, Johan, Danny, Kevin, Bjorn, Rutger, Wilco, Gijs, Paul, Lennart, Mike,
    Arno, Sjoerd, Barry, Ivo, Jordy, Dirk, Maurice, Steven, Leon, Menno, Ramon, Twan`),
  surnames:
    list(`de Jong, Jansen, de Vries, van den Berg, van Dijk, Bakker, Janssen, Visser, Meijer, de Boer, Mulder, de Groot,
    Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkman, Smits, de Graaf, van der Meer, Kok,
    van der Linden, Jacobs, de Haan, Vermeulen, van den Heuvel, van der Veen, van den Broek, de Bruijn, Schouten,
    van Beek, Willems, van Vliet, van de Ven, Hoekman, Maas, Verhoeven, Koster, van Dam, van der Wal, Prins, Blom, Huisman,
    de Lange, Kuiper, van Veen, Gerritsen, van Wijk, Post, Martens, Molenaar, van Loon, Scholten, Kuijpers, Schipper,
    van der Velde, de Ruiter, Hermans, Verbeek, Timmermans, van der Horst, Zwart, Rietveld, van 't Hof, Schreuder,
    Driessen, Evers, Wolters, Bosman, Groen, Kramers, Verschoor, Hofstede, van Rijn, Goossens, Vink, van Doorn, Lammers,
    Ouwehand, Zandstra, Kortekaas, Duinker, Haasnoot, Zuidervliet, Noordermeer, Buijs, Wagenaar, Steenbergen, Bloemendaal,
    Vreugdenhil, Waterman, van der Zwaan, den Hollander, ten Brinke, in 't Veld, ter Horst, van Oosten, Kleinjan`),
  takesName: 0.25,
  english: 0.01,
}

export const frisian: NameList = {
  girls:
    list(`Fenna, Jildou, Nynke, Sietske, Tjitske, Famke, Wytske, Anke, Femke, Elske, Marrit, Hiske, Lobke, Silke, Jitske,
    Froukje, Ymke, Foske`),
  boys: list(`Jelle, Sybren, Hidde, Wybren, Douwe, Sjoerd, Fedde, Jorrit, Tjeerd, Rinse, Ids, Klaas, Brecht, Ate, Harmen, Silvan,
    Redmer, Jurjen`),
  women: list(
    `Nynke, Sjoukje, Baukje, Tjitske, Aukje, Wietske, Hinke, Jeltje, Klaske, Minke, Froukje, Geertje, Sytske, Rixt`,
  ),
  men: list(
    `Sjoerd, Wiebe, Durk, Hessel, Jelmer, Sietse, Ype, Harmen, Folkert, Eelke, Rients, Tjerk, Auke, Bouke, Jitse`,
  ),
  surnames:
    list(`Hoekstra, Dijkstra, Wiersma, Postma, Hofstra, Veenstra, Zijlstra, Bouma, Terpstra, Sikkema, Bosma, Elzinga,
    Hiemstra, Miedema, Jellema, Boonstra, Wijnia, Kooistra, Sinnema, Haringa, Buwalda, Nauta`),
  takesName: 0.2,
  english: 0,
}
