import type { LetterLanguage } from './languages.ts'

/** What a letter says. Plain words of level B1; a code, an address and a day are the only values in it. */
export type LetterTexts = {
  readonly title: (school: string) => string
  readonly dear: (name: string) => string
  readonly about: (school: string) => string
  readonly may: {
    readonly guardian: readonly string[]
    readonly informed: readonly string[]
    readonly staff: readonly string[]
  }
  readonly how: string
  readonly scan: string
  readonly type: string
  readonly check: string
  readonly account: string
  readonly until: (day: string) => string
  readonly yours: string
  readonly questions: string
  /** Read aloud in the place of the drawn code. */
  readonly qr: string
}

export const letterTexts: Readonly<Record<LetterLanguage, LetterTexts>> = {
  nl: {
    title: (school) => `Jouw account bij ${school}`,
    dear: (name) => `Beste ${name},`,
    about: (school) =>
      `${school} gebruikt Schoolplein. Dat is een website voor ouders en school. Met een account kun je:`,
    may: {
      guardian: ['je kind ziek melden', 'zien wat school over je kind weet', 'je eigen gegevens bekijken'],
      informed: ['school vragen hoe het met je kind gaat', 'je eigen gegevens bekijken'],
      staff: ['je groepen en de daglijst zien', 'je eigen gegevens bekijken'],
    },
    how: 'Zo maak je een account',
    scan: 'Scan de code hiernaast met de camera van je telefoon.',
    type: 'Of ga op internet naar dit adres en typ de code:',
    check: 'Kijk of je eigen naam er staat.',
    account: 'Maak een account. Heb je er al een, bijvoorbeeld van een andere school? Gebruik dan dat account.',
    until: (day) => `De code werkt één keer, tot en met ${day}.`,
    yours:
      'Deze brief is alleen voor jou. Geef hem niet aan iemand anders. Ben jij dit niet? Breng de brief dan terug naar school.',
    questions: 'Lukt het niet? Vraag de administratie van school. Zij maken een nieuwe code voor je.',
    qr: 'QR-code met het adres van je uitnodiging',
  },
  en: {
    title: (school) => `Your account at ${school}`,
    dear: (name) => `Dear ${name},`,
    about: (school) => `${school} uses Schoolplein. It is a website for parents and school. With an account you can:`,
    may: {
      guardian: ['report your child ill', 'see what school knows about your child', 'look at your own details'],
      informed: ['ask school how your child is doing', 'look at your own details'],
      staff: ['see your groups and the day list', 'look at your own details'],
    },
    how: 'How to make an account',
    scan: 'Scan the code on this page with the camera of your phone.',
    type: 'Or go to this address on the internet and type the code:',
    check: 'See whether your own name is there.',
    account: 'Make an account. Do you have one already, for example from another school? Then use that account.',
    until: (day) => `The code works once, up to and including ${day}.`,
    yours:
      'This letter is only for you. Do not give it to anybody else. Is this not you? Then take the letter back to school.',
    questions: 'Does it not work? Ask the school office. They make a new code for you.',
    qr: 'QR code with the address of your invitation',
  },
  tr: {
    title: (school) => `${school} hesabınız`,
    dear: (name) => `Sayın ${name},`,
    about: (school) =>
      `${school} okulu Schoolplein kullanıyor. Bu, veliler ve okul için bir internet sitesidir. Hesabınızla şunları yapabilirsiniz:`,
    may: {
      guardian: [
        'çocuğunuzun hasta olduğunu bildirmek',
        'okulun çocuğunuz hakkında bildiklerini görmek',
        'kendi bilgilerinize bakmak',
      ],
      informed: ['okula çocuğunuzun nasıl olduğunu sormak', 'kendi bilgilerinize bakmak'],
      staff: ['gruplarınızı ve günlük listeyi görmek', 'kendi bilgilerinize bakmak'],
    },
    how: 'Nasıl hesap açarsınız',
    scan: 'Bu sayfadaki kodu telefonunuzun kamerasıyla okutun.',
    type: 'Ya da internette şu adrese gidip kodu yazın:',
    check: 'Orada kendi adınızın yazıp yazmadığına bakın.',
    account: 'Bir hesap açın. Örneğin başka bir okuldan hesabınız var mı? O zaman o hesabı kullanın.',
    until: (day) => `Kod bir kez kullanılabilir. Son gün: ${day}.`,
    yours:
      'Bu mektup yalnızca sizin içindir. Başkasına vermeyin. Bu kişi siz değil misiniz? O zaman mektubu okula geri getirin.',
    questions: 'Olmuyor mu? Okul yönetimine sorun. Size yeni bir kod verirler.',
    qr: 'Davetinizin adresini içeren QR kodu',
  },
  pl: {
    title: (school) => `Twoje konto w szkole ${school}`,
    dear: (name) => `Dzień dobry, ${name}!`,
    about: (school) =>
      `Szkoła ${school} korzysta ze Schoolplein. To strona internetowa dla rodziców i szkoły. Mając konto, możesz:`,
    may: {
      guardian: ['zgłosić chorobę dziecka', 'zobaczyć, co szkoła wie o Twoim dziecku', 'przejrzeć swoje dane'],
      informed: ['zapytać szkołę, jak się ma Twoje dziecko', 'przejrzeć swoje dane'],
      staff: ['zobaczyć swoje grupy i listę dnia', 'przejrzeć swoje dane'],
    },
    how: 'Jak założyć konto',
    scan: 'Zeskanuj kod na tej stronie aparatem telefonu.',
    type: 'Albo wejdź w internecie na ten adres i wpisz kod:',
    check: 'Sprawdź, czy widać tam Twoje imię i nazwisko.',
    account: 'Załóż konto. Masz już konto, na przykład z innej szkoły? Użyj tego konta.',
    until: (day) => `Kod działa jeden raz. Ostatni dzień: ${day}.`,
    yours: 'Ten list jest tylko dla Ciebie. Nie dawaj go nikomu innemu. To nie Ty? Odnieś list do szkoły.',
    questions: 'Nie udaje się? Zapytaj w sekretariacie szkoły. Dostaniesz nowy kod.',
    qr: 'Kod QR z adresem Twojego zaproszenia',
  },
  uk: {
    title: (school) => `Ваш обліковий запис у школі ${school}`,
    dear: (name) => `Вітаємо, ${name}!`,
    about: (school) =>
      `Школа ${school} користується Schoolplein. Це вебсайт для батьків і школи. З обліковим записом ви можете:`,
    may: {
      guardian: ['повідомити, що дитина захворіла', 'побачити, що школа знає про вашу дитину', 'переглянути свої дані'],
      informed: ['запитати школу, як справи у вашої дитини', 'переглянути свої дані'],
      staff: ['бачити свої групи та список дня', 'переглянути свої дані'],
    },
    how: 'Як створити обліковий запис',
    scan: 'Відскануйте код на цій сторінці камерою телефону.',
    type: 'Або відкрийте в інтернеті цю адресу та введіть код:',
    check: 'Перевірте, чи там стоїть ваше ім’я.',
    account: 'Створіть обліковий запис. Уже маєте його, наприклад, з іншої школи? Тоді користуйтеся ним.',
    // A date in Ukrainian ends with "р.", the full stop of the sentence.
    until: (day) => `Код діє один раз. Останній день: ${day}`,
    yours: 'Цей лист лише для вас. Не давайте його нікому іншому. Це не ви? Тоді поверніть лист до школи.',
    questions: 'Не виходить? Запитайте в адміністрації школи. Вам дадуть новий код.',
    qr: 'QR-код з адресою вашого запрошення',
  },
  ar: {
    title: (school) => `حسابك في مدرسة ${school}`,
    dear: (name) => `مرحبًا ${name}،`,
    about: (school) => `تستخدم مدرسة ${school} موقع Schoolplein. هذا موقع للأهل وللمدرسة. بالحساب يمكنك:`,
    may: {
      guardian: ['إبلاغ المدرسة بمرض طفلك', 'رؤية ما تعرفه المدرسة عن طفلك', 'الاطلاع على بياناتك'],
      informed: ['سؤال المدرسة عن حال طفلك', 'الاطلاع على بياناتك'],
      staff: ['رؤية مجموعاتك وقائمة اليوم', 'الاطلاع على بياناتك'],
    },
    how: 'كيف تنشئ حسابًا',
    scan: 'امسح الرمز الموجود في هذه الصفحة بكاميرا هاتفك.',
    type: 'أو افتح هذا العنوان على الإنترنت واكتب الرمز:',
    check: 'تأكد من أن اسمك مكتوب هناك.',
    account: 'أنشئ حسابًا. هل لديك حساب من قبل، مثلًا من مدرسة أخرى؟ استخدم ذلك الحساب.',
    until: (day) => `يعمل الرمز مرة واحدة فقط، حتى ${day}.`,
    yours: 'هذه الرسالة لك وحدك. لا تعطها لأي شخص آخر. لست هذا الشخص؟ أعد الرسالة إلى المدرسة.',
    questions: 'ألم ينجح الأمر؟ اسأل إدارة المدرسة. سيعطونك رمزًا جديدًا.',
    qr: 'رمز الاستجابة السريعة مع عنوان دعوتك',
  },
}
