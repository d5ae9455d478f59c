import type { DataKind, Nature } from '../kinds.ts'

/** What the letter to people says (art. 34 GDPR): level B1, and nothing in it that was typed, so that every language has all. */
export type PeopleTexts = {
  readonly title: string
  readonly rehearsal: string
  readonly dear: string
  /** What happened, by what was done to the data. */
  readonly happened: (school: string, day: string) => string
  readonly natures: Readonly<Record<Nature, string>>
  readonly which: string
  readonly kinds: Readonly<Record<DataKind, string>>
  readonly canHappen: string
  readonly canHappenText: string
  readonly password: string
  readonly does: string
  readonly doesText: string
  readonly authority: string
  readonly questions: string
  readonly askUs: string
  readonly reach: (who: string) => string
  readonly regards: string
}

type Letters = 'nl' | 'en' | 'tr' | 'pl' | 'uk' | 'ar'

export const peopleTexts: Readonly<Record<Letters, PeopleTexts>> = {
  nl: {
    title: 'Er ging iets mis met gegevens',
    rehearsal: 'OEFENING: dit is niet echt gebeurd',
    dear: 'Beste ouder, verzorger, leerling of collega,',
    happened: (school, day) => `Op ${day} ontdekte ${school} een datalek. Dat gaat ook over jou of je kind.`,
    natures: {
      read: 'Iemand kon gegevens lezen die niet voor die persoon waren.',
      copied: 'Iemand heeft gegevens gekopieerd.',
      changed: 'Gegevens zijn veranderd terwijl dat niet mocht.',
      deleted: 'Gegevens zijn gewist terwijl dat niet mocht.',
      stolen: 'Gegevens zijn gestolen.',
    },
    which: 'Om welke gegevens gaat het?',
    kinds: {
      health: 'gegevens over gezondheid',
      credential: 'gegevens om in te loggen',
      financial: 'gegevens over geld',
      results: 'resultaten van school',
      ordinary: 'naam en andere gewone gegevens',
      contact: 'adres, e-mailadres of telefoonnummer',
      image: 'foto’s',
      family: 'gegevens over het gezin',
      activity: 'wat iemand op school of in het systeem deed',
    },
    canHappen: 'Wat kan er gebeuren?',
    canHappenText:
      'Iemand kan de gegevens gebruiken om je te bellen, te mailen of te doen alsof hij van school is. Vertrouw je een bericht niet? Klik nergens op en bel school.',
    password: 'Verander je wachtwoord. Gebruik je het ook ergens anders? Verander het daar ook.',
    does: 'Wat doet school?',
    doesText: 'School heeft het gestopt, lost de oorzaak op en schrijft alles op.',
    authority: 'School heeft het gemeld bij de Autoriteit Persoonsgegevens.',
    questions: 'Heb je vragen?',
    askUs: 'Vraag het school. Dat mag altijd. Het spijt ons dat dit is gebeurd.',
    reach: (who) => `Je kunt ook de privacyfunctionaris vragen: ${who}.`,
    regards: 'Met vriendelijke groet,',
  },
  en: {
    title: 'Something went wrong with data',
    rehearsal: 'REHEARSAL: this did not really happen',
    dear: 'Dear parent, guardian, pupil or colleague,',
    happened: (school, day) => `On ${day} ${school} found a data breach. It is about you or your child too.`,
    natures: {
      read: 'Somebody could read data that were not for that person.',
      copied: 'Somebody copied data.',
      changed: 'Data were changed while that was not allowed.',
      deleted: 'Data were deleted while that was not allowed.',
      stolen: 'Data were stolen.',
    },
    which: 'Which data are they?',
    kinds: {
      health: 'data about health',
      credential: 'data to sign in with',
      financial: 'data about money',
      results: 'results at school',
      ordinary: 'name and other ordinary data',
      contact: 'address, e-mail address or phone number',
      image: 'photos',
      family: 'data about the family',
      activity: 'what somebody did at school or in the system',
    },
    canHappen: 'What can happen?',
    canHappenText:
      'Somebody can use the data to call or mail you, or to pretend to be from school. Do you not trust a message? Do not click on anything and call the school.',
    password: 'Change your password. Do you use it elsewhere too? Change it there as well.',
    does: 'What does the school do?',
    doesText: 'The school stopped it, solves the cause and writes everything down.',
    authority: 'The school reported it to the Dutch Data Protection Authority.',
    questions: 'Do you have questions?',
    askUs: 'Ask the school. You always may. We are sorry that this happened.',
    reach: (who) => `You can also ask the privacy officer: ${who}.`,
    regards: 'Kind regards,',
  },
  tr: {
    title: 'Verilerle ilgili bir sorun oldu',
    rehearsal: 'TATBİKAT: bu gerçekten olmadı',
    dear: 'Sayın veli, öğrenci veya çalışma arkadaşımız,',
    happened: (school, day) =>
      `${day} tarihinde ${school} bir veri ihlali fark etti. Bu sizi veya çocuğunuzu da ilgilendiriyor.`,
    natures: {
      read: 'Bir kişi, kendisi için olmayan verileri okuyabildi.',
      copied: 'Bir kişi verileri kopyaladı.',
      changed: 'Veriler izinsiz olarak değiştirildi.',
      deleted: 'Veriler izinsiz olarak silindi.',
      stolen: 'Veriler çalındı.',
    },
    which: 'Hangi veriler?',
    kinds: {
      health: 'sağlık bilgileri',
      credential: 'giriş bilgileri',
      financial: 'para ile ilgili bilgiler',
      results: 'okul sonuçları',
      ordinary: 'ad ve diğer genel bilgiler',
      contact: 'adres, e-posta adresi veya telefon numarası',
      image: 'fotoğraflar',
      family: 'aile bilgileri',
      activity: 'bir kişinin okulda veya sistemde yaptıkları',
    },
    canHappen: 'Ne olabilir?',
    canHappenText:
      'Biri bu verileri sizi aramak, size e-posta göndermek veya okuldan gibi davranmak için kullanabilir. Bir mesaja güvenmiyor musunuz? Hiçbir şeye tıklamayın ve okulu arayın.',
    password: 'Şifrenizi değiştirin. Aynı şifreyi başka yerde de kullanıyor musunuz? Orada da değiştirin.',
    does: 'Okul ne yapıyor?',
    doesText: 'Okul bunu durdurdu, nedenini çözüyor ve her şeyi kaydediyor.',
    authority: 'Okul bunu Hollanda Veri Koruma Kurumu’na bildirdi.',
    questions: 'Sorularınız mı var?',
    askUs: 'Okula sorun. Her zaman sorabilirsiniz. Bunun olmasından dolayı üzgünüz.',
    reach: (who) => `Gizlilik görevlisine de sorabilirsiniz: ${who}.`,
    regards: 'Saygılarımızla,',
  },
  pl: {
    title: 'Coś poszło nie tak z danymi',
    rehearsal: 'ĆWICZENIE: to nie wydarzyło się naprawdę',
    dear: 'Szanowni rodzice, opiekunowie, uczniowie i pracownicy,',
    happened: (school, day) =>
      `${day} szkoła ${school} wykryła naruszenie ochrony danych. Dotyczy ono także Państwa lub Państwa dziecka.`,
    natures: {
      read: 'Ktoś mógł przeczytać dane, które nie były dla niego.',
      copied: 'Ktoś skopiował dane.',
      changed: 'Dane zostały zmienione bez zgody.',
      deleted: 'Dane zostały usunięte bez zgody.',
      stolen: 'Dane zostały skradzione.',
    },
    which: 'O jakie dane chodzi?',
    kinds: {
      health: 'dane o zdrowiu',
      credential: 'dane do logowania',
      financial: 'dane o pieniądzach',
      results: 'wyniki szkolne',
      ordinary: 'imię i nazwisko oraz inne zwykłe dane',
      contact: 'adres, adres e-mail lub numer telefonu',
      image: 'zdjęcia',
      family: 'dane o rodzinie',
      activity: 'co ktoś robił w szkole lub w systemie',
    },
    canHappen: 'Co może się stać?',
    canHappenText:
      'Ktoś może użyć tych danych, żeby do Państwa dzwonić, pisać lub udawać, że jest ze szkoły. Nie ufają Państwo wiadomości? Proszę w nic nie klikać i zadzwonić do szkoły.',
    password: 'Proszę zmienić hasło. Jeśli używają go Państwo także gdzie indziej, proszę zmienić je i tam.',
    does: 'Co robi szkoła?',
    doesText: 'Szkoła to zatrzymała, usuwa przyczynę i wszystko zapisuje.',
    authority: 'Szkoła zgłosiła to do holenderskiego Urzędu Ochrony Danych.',
    questions: 'Mają Państwo pytania?',
    askUs: 'Proszę zapytać szkołę. Zawsze wolno. Przykro nam, że tak się stało.',
    reach: (who) => `Można też zapytać inspektora ochrony danych: ${who}.`,
    regards: 'Z poważaniem,',
  },
  uk: {
    title: 'Щось сталося з даними',
    rehearsal: 'НАВЧАННЯ: цього насправді не сталося',
    dear: 'Шановні батьки, опікуни, учні та колеги!',
    happened: (school, day) => `${day} школа ${school} виявила витік даних. Це стосується також вас або вашої дитини.`,
    natures: {
      read: 'Хтось міг прочитати дані, які були не для нього.',
      copied: 'Хтось скопіював дані.',
      changed: 'Дані змінили без дозволу.',
      deleted: 'Дані видалили без дозволу.',
      stolen: 'Дані викрали.',
    },
    which: 'Про які дані йдеться?',
    kinds: {
      health: 'дані про здоров’я',
      credential: 'дані для входу',
      financial: 'дані про гроші',
      results: 'шкільні результати',
      ordinary: 'ім’я та інші звичайні дані',
      contact: 'адреса, електронна пошта або номер телефону',
      image: 'фотографії',
      family: 'дані про сім’ю',
      activity: 'що хтось робив у школі або в системі',
    },
    canHappen: 'Що може статися?',
    canHappenText:
      'Хтось може використати ці дані, щоб телефонувати вам, писати листи або вдавати, що він зі школи. Не довіряєте повідомленню? Нічого не натискайте і зателефонуйте до школи.',
    password: 'Змініть свій пароль. Користуєтеся ним ще десь? Змініть його і там.',
    does: 'Що робить школа?',
    doesText: 'Школа це зупинила, усуває причину і все записує.',
    authority: 'Школа повідомила про це нідерландський орган із захисту даних.',
    questions: 'Маєте запитання?',
    askUs: 'Запитайте школу. Це завжди можна. Нам шкода, що так сталося.',
    reach: (who) => `Можна також запитати відповідального за захист даних: ${who}.`,
    regards: 'З повагою,',
  },
  ar: {
    title: 'حدث خطأ يتعلق بالبيانات',
    rehearsal: 'تدريب: هذا لم يحدث فعلاً',
    dear: 'عزيزي ولي الأمر أو التلميذ أو الزميل،',
    happened: (school, day) => `في ${day} اكتشفت مدرسة ${school} تسرباً للبيانات. وهذا يخصك أو يخص طفلك أيضاً.`,
    natures: {
      read: 'تمكن شخص من قراءة بيانات ليست له.',
      copied: 'نسخ شخص البيانات.',
      changed: 'تم تغيير بيانات دون إذن.',
      deleted: 'تم حذف بيانات دون إذن.',
      stolen: 'تمت سرقة بيانات.',
    },
    which: 'ما هي هذه البيانات؟',
    kinds: {
      health: 'بيانات عن الصحة',
      credential: 'بيانات تسجيل الدخول',
      financial: 'بيانات عن المال',
      results: 'نتائج المدرسة',
      ordinary: 'الاسم وبيانات عادية أخرى',
      contact: 'العنوان أو البريد الإلكتروني أو رقم الهاتف',
      image: 'صور',
      family: 'بيانات عن الأسرة',
      activity: 'ما فعله شخص في المدرسة أو في النظام',
    },
    canHappen: 'ماذا يمكن أن يحدث؟',
    canHappenText:
      'يمكن لشخص أن يستخدم البيانات للاتصال بك أو مراسلتك أو للتظاهر بأنه من المدرسة. لا تثق برسالة ما؟ لا تنقر على أي شيء واتصل بالمدرسة.',
    password: 'غيّر كلمة المرور. هل تستخدمها في مكان آخر أيضاً؟ غيّرها هناك كذلك.',
    does: 'ماذا تفعل المدرسة؟',
    doesText: 'أوقفت المدرسة ما حدث، وهي تعالج السبب وتسجل كل شيء.',
    authority: 'أبلغت المدرسة هيئة حماية البيانات الهولندية.',
    questions: 'هل لديك أسئلة؟',
    askUs: 'اسأل المدرسة. يمكنك ذلك دائماً. نأسف لما حدث.',
    reach: (who) => `يمكنك أيضاً أن تسأل مسؤول الخصوصية: ${who}.`,
    regards: 'مع أطيب التحيات،',
  },
}
