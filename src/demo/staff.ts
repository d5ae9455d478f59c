import { plain, splitSurname } from './names.ts'
import { demoId } from './random.ts'
import type { DemoAccount, DemoStaff, HostLabel, StaffRole, Weekday } from './types.ts'

const week: Weekday[] = [1, 2, 3, 4, 5]
const parsed = (days: string) => [...days].map((day) => Number(day) as Weekday)

type Row = [name: string, roles: StaffRole[], days?: string]

/** The three teams (22, 12 and 11 people), and the people around the schools. Days 1 to 5; none means all. */
const teams: Record<HostLabel, Row[]> = {
  vuurtoren: [
    ['Anouk Visser', ['principal']],
    ['Wim Postma', ['administrator'], '1234'],
    ['Lidia Brandt', ['internal-supervisor'], '124'],
    ['Cor Duinker', ['caretaker']],
    ['Selma Ouwehand', ['teaching-assistant'], '1245'],
    ['Imke Rietveld', ['teaching-assistant'], '123'],
    ['Ferdi Isenia', ['subject-teacher'], '245'],
    ['Marit Groot', ['substitute']],
    ['Joy Pinas', ['teacher'], '123'],
    ['Greetje Haasnoot', ['teacher'], '45'],
    ['Willeke Buijs', ['teacher'], '125'],
    ['Annelies Waterman', ['teacher'], '34'],
    ['Naima Chaoui', ['teacher'], '123'],
    ['Eva Lindeman', ['teacher'], '45'],
    ['Nienke de Rooij', ['teacher'], '12'],
    ['Rutger Molenaar', ['teacher'], '345'],
    ['Hatice Aydın', ['teacher']],
    ['Jorn Bloemendaal', ['teacher'], '5'],
    ['Pelle Dam', ['teacher'], '123'],
    ['Yvette Latuheru', ['teacher'], '45'],
    ['Ruben Schouten', ['teacher']],
    ['Tom Hartman', ['teacher', 'ict']],
  ],
  zeester: [
    ['Karim Haddou', ['principal']],
    ['Trudy van Oosten', ['administrator'], '1235'],
    ['Margreet Evers', ['internal-supervisor'], '234'],
    ['Stanley Tahapary', ['caretaker', 'ict']],
    ['Meryem Polat', ['teacher']],
    ['Inge Kortekaas', ['teacher']],
    ['Bas Verschoor', ['teacher'], '1234'],
    ['Loubna Tahiri', ['teacher'], '45'],
    ['Marjolein Goossens', ['teacher']],
    ['Glenn Ramlal', ['teacher']],
    ['Wouter Lammers', ['teacher']],
    ['Sevgi Bulut', ['teacher']],
  ],
  molen: [
    ['Hessel Terpstra', ['principal']],
    ['Gonda Noordermeer', ['administrator'], '135'],
    ['Machteld Groen', ['internal-supervisor', 'ict'], '1245'],
    ['Jeltje Bouma', ['teacher']],
    ['Carolien Blom', ['teacher'], '123'],
    ['Rixt Nauta', ['teacher'], '45'],
    ['Ewelina Sikora', ['teacher']],
    ['Menno van Wijk', ['teacher']],
    ['Sytske Elzinga', ['teacher']],
    ['Sem Hofman', ['teacher']],
    ['Jolanda Zandstra', ['teacher']],
  ],
  kompas: [['Idris Mensah', ['board']]],
  wieken: [['Annet Hiemstra', ['board']]],
  supplier: [
    ['Lotte Kramer', ['supplier']],
    ['Niek Steenbergen', ['supplier-support']],
  ],
  partner: [['Ilona Wagenaar', ['partner']]],
}

/** A board's privacy officer is a person in its office and in each of its schools, with one account. */
const privacyOfficers: Record<string, HostLabel[]> = {
  'Roos Tuinstra': ['kompas', 'vuurtoren', 'zeester'],
  'Bas Zwart': ['wieken', 'molen'],
}

/** The id of someone of a team, by the name that stands above: `staffId('vuurtoren', 'Hatice Aydın')`. */
export const staffId = (host: HostLabel, name: string): string => demoId(`staff/${host}/${name}`)

/** The account of someone of a team, for who is a guardian too. */
export const staffAccountId = (host: HostLabel, name: string): string => demoId(`account/staff/${host}/${name}`)

/** Everyone who works at or around the schools, with their accounts. */
export function demoStaff(organisationId: (host: HostLabel) => string): {
  staff: DemoStaff[]
  accounts: DemoAccount[]
} {
  const staff: DemoStaff[] = []
  const accounts: DemoAccount[] = []

  const employ = (hosts: HostLabel[], [name, roles, days]: Row) => {
    const [givenName, ...rest] = name.split(' ') as [string, ...string[]]
    const home = hosts[0]!
    const { prefix, surname } = splitSurname(rest.join(' '))
    const accountId = staffAccountId(home, name)
    accounts.push({
      id: accountId,
      email: `${plain(givenName)}.${plain(rest.join(''))}@${home}.example`,
      language: 'nl',
    })
    for (const host of hosts) {
      staff.push({
        id: staffId(host, name),
        organisationId: organisationId(host),
        accountId,
        givenName,
        prefix,
        surname,
        roles,
        days: days ? parsed(days) : week,
      })
    }
  }

  for (const [host, rows] of Object.entries(teams) as [HostLabel, Row[]][]) for (const row of rows) employ([host], row)
  for (const [name, hosts] of Object.entries(privacyOfficers)) employ(hosts, [name, ['privacy-officer'], '24'])
  return { staff, accounts }
}
