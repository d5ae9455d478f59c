/** A test that proves (part of) a promise: its file and words of its name. */
type Proof = readonly [file: string, name: string]

/** kept: proven whole; begun: what stands is proven, more is to come; open: nothing yet, never to be called kept. */
type State = 'kept' | 'begun' | 'open'

export type PromiseEntry = { readonly says: string; readonly state: State; readonly proofs: readonly Proof[] }

const open = (says: string): PromiseEntry => ({ says, state: 'open', proofs: [] })
const begun = (says: string, ...proofs: Proof[]): PromiseEntry => ({ says, state: 'begun', proofs })
const kept = (says: string, ...proofs: Proof[]): PromiseEntry => ({ says, state: 'kept', proofs })

/** Each promise of the two statements under the number it keeps for ever. */
export const promises: Readonly<Record<string, PromiseEntry>> = {
  P01: begun(
    'website',
    ['src/products/website/website.test.ts', 'is written where it stands, put on the site, and served as bytes'],
    ['src/products/website/forms/forms.test.ts', 'a message arrives sealed, its sender gets a link'],
    ['src/products/website/publishing/publishing.test.ts', 'make a whole site, which stands on one press'],
    ['src/products/website/publishing/publishing.test.ts', 'leaves page, address and copy when it ends'],
    ['src/products/website/publishing/publishing.test.ts', 'pages stand while the database is away'],
  ),
  P02: begun(
    'portal',
    ['src/products/portal/attention/attention.test.ts', 'of both schools, ordered by when an answer is needed'],
    ['src/products/portal/attention/telling/telling.test.ts', 'one a day for all schools'],
    ['src/products/portal/attention/start/start.test.ts', 'no account: signed out at once'],
    ['src/products/portal/messages/letters/letters.test.ts', 'each answers to the sender alone'],
    ['src/products/portal/messages/messages.test.ts', 'a form sent twice is one message'],
    ['src/products/portal/news/news.test.ts', 'its guardians and teachers and the office read it, and nobody else'],
    [
      'src/products/portal/conversations/conversations.test.ts',
      'is never in two places, also not when two phones choose',
    ],
    ['src/products/portal/conversations/together.test.ts', 'asked without a name, said yes to'],
    ['src/products/portal/conversations/together.test.ts', 'moves up: a time is kept for the first'],
    ['src/products/portal/conversations/overload.test.ts', 'a place in the line, kept for who comes again'],
    ['bench/truth/truth.test.ts', 'without the keys of the database the check fails'],
  ),
  P03: begun('plaza', [
    'src/products/plaza/must-reads/must-reads.test.ts',
    'who had read version 1 on a day stays to be shown after version 2',
  ]),
  P04: begun(
    'm365',
    ['src/products/m365/m365.test.ts', 'to a tenant that is as the school is'],
    ['src/products/m365/faults.test.ts', 'never overwritten without being asked'],
    ['src/products/m365/applying/kill.test.ts', 'nobody is made twice, nobody is lost'],
    ['src/products/m365/passwords/passwords.test.ts', 'a new password in two taps'],
  ),
  P05: begun(
    'a teacher sees the results of the own class',
    ['src/products/m365/results/results.test.ts', 'the teacher sees the own class, child by child'],
    ['src/products/m365/results/results.test.ts', 'a delivery that comes twice changes nothing'],
  ),
  P06: kept(
    'care, in the division of roles of controller and processor',
    ['test/catalogue.test.ts', 'nothing in the real schema breaks the design'],
    ['test/borders.test.ts', 'shows nothing of another organisation by its ids'],
    ['src/shared/tenancy/tenancy.test.ts', 'without the filter another school stays invisible'],
  ),
  P07: begun(
    'only what is needed is mandatory, and who sees what is said',
    ['test/vault.test.ts', 'gives only the named fields'],
    ['src/products/school/rights/rights.test.ts', 'the page is made of the routes'],
    ['src/products/portal/attention/readers/readers.test.ts', 'a group is read by its guardians'],
    ['src/products/portal/messages/messages.test.ts', 'read by who teaches the group today and by nobody else'],
    ['src/products/portal/messages/kept.test.ts', 'sealed under the key of that conversation'],
    ['src/products/portal/conversations/together.test.ts', 'come together when both wish it'],
  ),
  P08: kept(
    'terms of use per role and version; a breach: contact, then a restriction with reason and end',
    ['src/products/school/terms/terms.test.ts', 'one page, one button, and what was wanted opens'],
    ['src/products/school/terms/terms.test.ts', 'a new version asks again on its day'],
    ['src/products/school/terms/terms.test.ts', 'no way around'],
    ['src/products/school/terms/breaches.test.ts', 'the person reads what school says'],
    ['src/products/school/terms/breaches.test.ts', 'only reading: every form leads to the reason'],
    ['src/products/school/terms/breaches.test.ts', 'longer than a week takes a second person'],
  ),
  P10: kept(
    'a stated purpose and ground',
    ['src/products/privacy/register/desk.test.ts', 'one entry per purpose, with everything that art. 30 asks'],
    ['src/products/privacy/register/register.test.ts', 'what the law forces cannot rest on consent'],
    ['src/products/privacy/register/register.test.ts', 'a change has a date, a reason and who'],
  ),
  P11: begun(
    'consent and contract per processing',
    ['src/products/privacy/consents/asking.test.ts', 'the school makes a question its own'],
    ['src/products/privacy/register/desk.test.ts', 'what the school itself asks and decides stands in it'],
    [
      'src/products/website/forms/purposes.test.ts',
      'complaints rest on a contract at a company, statistics on a legitimate interest',
    ],
  ),
  P12: open('tailored information only when asked'),
  P13: kept(
    'development uses anonymised data',
    ['src/products/privacy/figures/figures.test.ts', 'a small group, or one person alone, is never told'],
    [
      'src/products/privacy/figures/figures.test.ts',
      'who knows everybody else and subtracts two months guesses hardly better than by a coin',
    ],
    ['src/products/privacy/figures/figures.test.ts', 'off until somebody decides'],
    ['src/cli/figures.test.ts', 'what leaves is to the byte what the school sees'],
  ),
  P14: begun('never sold, leaves only for law, contract or consent', [
    'src/products/school/moves/moves.test.ts',
    'one no is a no: nothing goes along',
  ]),
  P15: begun(
    'kinds of data per purpose',
    ['src/products/privacy/register/desk.test.ts', 'every column about people stands in it once'],
    ['test/catalogue.test.ts', 'one change makes it fail'],
  ),
  P20: begun(
    'three years after last active',
    ['test/retention.test.ts', 'an account goes three years after it was last used'],
    ['src/products/privacy/retention/retention.test.ts', 'is carried out from then on, and everybody reads it'],
  ),
  P21: begun(
    'two months after a contract',
    ['test/contract-end.test.ts', 'after its end a product reads only, and other products go on'],
    ['test/contract-end.test.ts', 'nothing of the product is left, and a certificate says so'],
    ['test/contract-end.test.ts', 'broken off at any step it goes on where it was'],
  ),
  P22: begun(
    'retention enforced, with proof',
    ['test/catalogue.test.ts', 'one change makes it fail'],
    ['src/products/portal/absences/office.test.ts', 'the word goes thirty days after hand-over'],
    ['test/retention.test.ts', 'a dry run says per table and rule what would go'],
    ['test/retention.test.ts', 'the line of proof holds ids and counts'],
    ['test/retention.test.ts', 'a row that comes back is found by the second query'],
    ['test/retention.test.ts', 'killed in the middle, it goes on where it was'],
    ['test/retention.test.ts', 'who is held stays'],
  ),
  P30: kept(
    'personal data are stored encrypted',
    ['test/compile.test.ts', 'a sealed value as a child'],
    ['test/vault.test.ts', 'opens only in its own organisation, field and row'],
    ['test/planted-names.test.ts', 'planted names'],
  ),
  P31: kept(
    'strong personal sign-in, and only who needs data reaches them',
    ['test/borders.test.ts', 'is not there for the wrong role'],
    ['src/shared/identity/second-factor.test.ts', 'staff set them up right after the password'],
    ['src/shared/access/live.test.ts', 'a topic that is no longer allowed is cut off'],
    ['src/products/school/leaving/leaving.test.ts', 'the last child of a guardian'],
    ['src/products/portal/absences/report.test.ts', 'is not who lost authority'],
    [
      'src/shared/identity/forgotten/forgotten.test.ts',
      'a second factor is still asked: the link replaces the password only',
    ],
    ['src/products/school/recoveries/recoveries.test.ts', 'a colleague shows a document, has a day'],
    ['src/shared/identity/merging/merging.test.ts', 'without its password, for nobody’s address'],
    ['src/shared/identity/microsoft/microsoft.test.ts', 'the team through Microsoft only'],
    ['src/shared/identity/hop/hop.test.ts', 'a second factor that was given carries over'],
    ['src/products/school/rights/rights.test.ts', 'a group is given for today with one press, ends by itself'],
    ['src/products/school/access-reviews/access-reviews.test.ts', 'what ends, ends at once'],
    ['src/products/school/access-reviews/access-reviews.test.ts', 'four eyes: nobody reviews themselves'],
  ),
  P32: begun(
    'supplier staff see data only at request',
    ['test/borders.test.ts', 'takes a session of another organisation for a stranger'],
    ['src/products/privacy/who-looked/who-looked.test.ts', 'support, substitute, teacher and office stand there'],
    ['src/products/supplier/windows/windows.test.ts', 'looked through, seen as it happens, and closed'],
    ['src/products/supplier/windows/windows.test.ts', 'a stolen password alone yields nothing'],
    ['src/products/supplier/windows/windows.test.ts', 'without a window every page shows pseudonyms only'],
  ),
  P33: open('monitoring, scans, security tests'),
  P34: open('BIV classification'),
  P35: open('in the Netherlands, hosted twice, continuity'),
  P36: open('confidentiality recorded'),
  P37: open('a test environment without real data'),
  P40: open('processing agreement with annexes'),
  P41: open('processors of the supplier'),
  P42: open('parties and customers'),
  P43: kept(
    'the statement and its changes are published',
    ['src/products/privacy/register/register.test.ts', 'people are told of a material change'],
    ['src/products/privacy/register/register.test.ts', 'it is for everyone, in both languages'],
    ['src/products/privacy/register/register.test.ts', 'a published version never changes'],
    ['src/products/privacy/register/register.test.ts', 'the statement no longer tells of it'],
  ),
  P50: kept(
    'no tracking cookies',
    [
      'src/products/website/visitors/visitors.browser.test.ts',
      'asks nothing of another host and keeps nothing in a browser that is not on the list',
    ],
    ['src/products/website/visitors/visitors.browser.test.ts', 'is found out when it plants'],
    ['src/products/website/well-known/well-known.test.ts', 'made of what the code declares'],
  ),
  P51: kept(
    'statistics identify nobody',
    ['src/products/website/statistics/statistics.test.ts', 'nothing that is stored leads to anybody'],
    ['src/products/website/statistics/statistics.test.ts', 'somebody counts once, whichever answers'],
    ['src/products/website/statistics/statistics.test.ts', 'fewer than ten are never told, nor what gives them away'],
    ['src/products/website/statistics/statistics.test.ts', 'who objects, by the switch or by Global Privacy Control'],
  ),
  P52: kept(
    'third parties only after a choice',
    ['src/products/website/embeds/embeds.test.ts', 'its page lets in that one company'],
    ['src/products/website/visitors/visitors.browser.test.ts', 'maps, videos and posts ask first'],
  ),
  P60: kept(
    'information: which data, why, who can see them',
    ['test/vault.test.ts', 'writes one line with subjects and kinds'],
    ['src/products/privacy/who-looked/who-looked.test.ts', 'support, substitute, teacher and office stand there'],
    ['src/products/privacy/who-looked/search.test.ts', 'whom the officer searches for sees that'],
    ['src/products/privacy/alarms/alarms.test.ts', '51 files in an hour is an alarm at the next minute'],
    ['src/products/privacy/alarms/alarms.test.ts', 'nobody reviews their own looks'],
    ['src/products/privacy/my-data/my-data.test.ts', 'a guardian reads the own data and those of the own child'],
    ['src/products/privacy/my-data/my-data.test.ts', 'reading about a child is noted'],
  ),
  P61: kept(
    'access and a copy',
    ['src/products/privacy/my-data/my-data.test.ts', 'is not there for who has no authority'],
    ['src/products/privacy/my-data/my-data.test.ts', 'is made, fetched by who asked and by nobody else'],
    ['src/products/privacy/my-data/my-data.test.ts', 'waits for the school where a text may name another'],
  ),
  P62: kept(
    'correction, completion, deletion',
    ['src/products/privacy/requests/requests.test.ts', 'the school sees the difference, accepts it, and it is changed'],
    [
      'src/products/privacy/requests/requests.test.ts',
      'what a law keeps is named before; an erasure is carried out on its day',
    ],
    ['src/products/privacy/requests/requests.test.ts', 'an erasure waits five days'],
    ['test/erasure.test.ts', 'takes everything here, leaves the other school whole'],
    ['test/erasure.test.ts', 'of a pupil at school nothing goes: the law is named'],
    ['test/prove-erasure.test.ts', 'nothing opens in the backup'],
    ['test/prove-erasure.test.ts', 'a copy of the keys of back then opens it until the epoch key is renewed'],
  ),
  P63: begun('portability', ['src/products/privacy/my-data/my-data.test.ts', 'keeps to the published schema']),
  P64: begun(
    'withdrawal and objection',
    ['src/products/privacy/consents/consents.test.ts', 'withdrawal reaches what was published'],
    ['src/products/privacy/consents/consents.test.ts', 'two guardians who say'],
    ['src/products/privacy/consents/consents.test.ts', 'turning 16'],
    ['src/products/privacy/consents/office.test.ts', 'the proof holds the words'],
    ['src/products/privacy/requests/requests.test.ts', 'the weighing of an objection stands in the letter'],
  ),
  P65: kept(
    'an answer within four weeks',
    ['src/products/privacy/requests/clock.test.ts', 'the request clock over a month’s end and a holiday'],
    ['src/products/privacy/requests/clock.test.ts', 'four weeks are promised, never later than the law allows'],
    ['src/products/privacy/requests/requests.test.ts', 'the school is reminded once at each moment'],
  ),
  P66: begun(
    'self-service first',
    ['src/products/privacy/requests/requests.test.ts', 'what one can do at once stands first'],
    ['src/products/privacy/my-data/my-data.browser.test.ts', 'reading, asking a copy, the school looks'],
    ['src/products/website/forms/forms.test.ts', 'takes it away without an account'],
  ),
  P67: open('every mailing ends with a way out'),
  P68: kept(
    'complaints',
    [
      'src/products/privacy/complaints/complaints.test.ts',
      'a complaint reaches the supplier, and the answer who wrote it',
    ],
    ['src/products/privacy/complaints/complaints.test.ts', 'gone at the supplier too'],
    ['src/products/privacy/requests/requests.test.ts', 'whose address is shown'],
    ['src/products/privacy/requests/requests.test.ts', 'a refusal letter'],
  ),
  P70: kept('every incident is registered', [
    'src/products/supplier/incidents/incidents.test.ts',
    'anybody reports what they saw',
  ]),
  P71: kept(
    'the incident procedure runs',
    ['src/products/supplier/incidents/incidents.test.ts', 'the steps come one after the other'],
    ['src/products/supplier/incidents/incidents.test.ts', 'not even in the database is a step skipped'],
    ['src/products/supplier/incidents/incidents.test.ts', 'a rehearsal has no clock'],
  ),
  P72: begun('the school is told six items', [
    'src/products/supplier/incidents/incidents.test.ts',
    'closing with open steps is refused in a sentence',
  ]),
  P73: begun('who reports a breach', [
    'src/products/supplier/incidents/incidents.test.ts',
    'the route follows the cause',
  ]),
}
