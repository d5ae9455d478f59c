import type { Audience } from './audiences.ts'
import type { Words } from './words.ts'

const guardian: Words = {
  nl: `Schoolplein is van school. Je regelt hier de dingen rond je kind met school. Zo gaan we ermee om.

# Wat je hier doet
- Je bekijkt wat er over je eigen kind staat.
- Je meldt je kind ziek en geeft door wat school moet weten.
- Je houdt je telefoonnummer en e-mailadres bij.

# Wat van een ander is
- Deel geen gegevens van andere kinderen, ouders of leerkrachten. Ook niet in een groepsapp.
- Maak geen schermafdrukken waar een ander op staat, en zet niets op sociale media.
- Zie je iets wat niet voor jou is? Sluit het en vertel het ons.

# Hoe je inlogt
- Je account is van jou alleen. Geef je wachtwoord aan niemand, ook niet aan de andere ouder: die krijgt een eigen account.
- Kan iemand anders in je account? Laat het ons meteen weten.

# Hoe we met elkaar praten
- Schrijf zoals je op het schoolplein zou praten: vriendelijk en duidelijk.
- Schelden, dreigen en pesten doen we niet.

# Als het misgaat
- School neemt eerst contact met je op en vertelt wat er is gezien.
- Gaat het niet anders, dan kun je een tijd niets versturen of niet verder in Schoolplein. Je leest dan waarom, en tot welke dag.
- Wat je mag weten over je kind, mag je blijven weten. Ziek melden kan altijd telefonisch.

# Als je het er niet mee eens bent
- Praat met de directeur. Komen jullie er niet uit, dan kun je naar de klachtencommissie van school.
- Gaat het over je gegevens? Dan kun je ook naar de privacyfunctionaris (FG) of de Autoriteit Persoonsgegevens.`,
  en: `Schoolplein belongs to school. Here you arrange with school what concerns your child. This is how we use it.

# What you do here
- You see what is kept about your own child.
- You report your child ill and tell school what it needs to know.
- You keep your phone number and email address up to date.

# What belongs to others
- Do not share details of other children, parents or teachers. Not in a group chat either.
- Do not make screenshots with others in them, and put nothing on social media.
- Do you see something that is not for you? Close it and tell us.

# How you sign in
- Your account is yours alone. Give your password to nobody, not to the other parent either: they get an account of their own.
- Can somebody else get into your account? Tell us at once.

# How we talk with each other
- Write as you would talk in the school yard: kindly and clearly.
- We do not call names, threaten or bully.

# When things go wrong
- School contacts you first and tells you what was seen.
- If there is no other way, you cannot send anything, or cannot go on in Schoolplein, for a while. You then read why, and until which day.
- What you may know about your child, you may keep knowing. Reporting your child ill by phone is always possible.

# If you disagree
- Talk to the principal. If that does not help, you can go to the complaints committee of the school.
- Is it about your details? Then you can also go to the privacy officer (DPO) or the Dutch Data Protection Authority.`,
}

const team: Words = {
  nl: `In Schoolplein staan gegevens van kinderen, ouders en collega’s. Ze zijn aan school toevertrouwd. Zo gaan we ermee om.

# Wat je hier doet
- Je bekijkt alleen wat je nodig hebt voor je werk, en alleen van wie je het nodig hebt.
- Wie jij opzoekt, wordt bijgehouden. De mensen om wie het gaat, kunnen dat zien.
- Klopt er iets niet? Pas het aan, of geef het door aan de administratie.

# Wat van een ander is
- Deel geen gegevens van kinderen of ouders buiten school, ook niet in een groepsapp.
- Maak geen schermafdrukken en zet geen lijsten op je eigen telefoon of computer.
- Laat je scherm niet open staan als je wegloopt.

# Hoe je inlogt
- Je account is van jou alleen. Een invaller of stagiair krijgt een eigen account.
- Ben je je telefoon kwijt, of denk je dat iemand in je account kan? Meld het meteen bij de administratie.

# Hoe we met elkaar praten
- Schrijf over een kind zoals je het de ouder zelf zou vertellen.
- Wees vriendelijk, ook als je haast hebt.

# Als het misgaat
- Een fout meld je meteen, ook als je twijfelt. Melden wordt je nooit kwalijk genomen.
- Houdt iemand zich niet aan deze regels, dan neemt school eerst contact op. Gaat het niet anders, dan kan school de toegang een tijd beperken. Je leest dan waarom, en tot welke dag.

# Als je het er niet mee eens bent
- Praat met de directeur. Gaat het over de directeur, dan met het bestuur of de vertrouwenspersoon.
- Gaat het over je gegevens? Dan kun je ook naar de privacyfunctionaris (FG) of de Autoriteit Persoonsgegevens.`,
  en: `Schoolplein holds details of children, parents and colleagues. They are entrusted to school. This is how we use it.

# What you do here
- You look only at what you need for your work, and only of whom you need it.
- Whom you look up is recorded. The people concerned can see that.
- Is something wrong? Correct it, or tell the office.

# What belongs to others
- Do not share details of children or parents outside school, not in a group chat either.
- Make no screenshots and put no lists on your own phone or computer.
- Do not leave your screen open when you walk away.

# How you sign in
- Your account is yours alone. A substitute or trainee gets an account of their own.
- Did you lose your phone, or do you think somebody can get into your account? Tell the office at once.

# How we talk with each other
- Write about a child as you would tell the parent yourself.
- Be kind, also when you are in a hurry.

# When things go wrong
- Report a mistake at once, also when in doubt. Reporting is never held against you.
- If somebody does not keep to these terms, school contacts them first. If there is no other way, school can restrict access for a while. You then read why, and until which day.

# If you disagree
- Talk to the principal. If it is about the principal, to the board or the confidential adviser.
- Is it about your details? Then you can also go to the privacy officer (DPO) or the Dutch Data Protection Authority.`,
}

/** What a school begins with and makes its own. Nothing of it counts before the school publishes it. */
export const defaultWords: Readonly<Record<Audience, Words>> = { guardian, team }
