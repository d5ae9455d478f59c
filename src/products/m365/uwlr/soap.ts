import type { Delivered } from './delivering.ts'
import { RESULTS } from './message.ts'
import type { Refused } from './refused.ts'
import { uwlrTexts } from './texts.ts'

export const XML = 'text/xml; charset=utf-8'

const escaped = (text: string) =>
  text.replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign]!)

const envelope = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`

/** Everything of the message stands (again or for the first time): `leerresultaten_bevestiging`, which is empty. */
export const confirmation = (): string => envelope(`<leerresultaten_bevestiging xmlns="${RESULTS}"/>`)

/** A fault of the sender (SOAP 1.1, 4.4), in Dutch and English. */
const fault = (nl: string, en: string) =>
  envelope(
    `<soap:Fault><faultcode>soap:Client</faultcode><faultstring>${escaped(`${nl} / ${en}`)}</faultstring></soap:Fault>`,
  )

export const refusedFault = ({ why, line, detail }: Refused): string => {
  const { nl, en } = uwlrTexts
  return fault(nl.refused(line, nl.why[why](detail)), en.refused(line, en.why[why](detail)))
}

/** What could be taken in was, and of whom nothing was kept: a supplier that only hears "received" would never send it again. */
export const unknownFault = ({ added, changed, same, unknown }: Delivered): string => {
  const stored = added + changed + same
  return fault(
    `Van ${unknown} resultaten kent de school de leerling niet; die zijn niet bewaard. De andere ${stored} zijn binnen. Lever later hetzelfde bericht opnieuw: niets komt dubbel.`,
    `The school does not know the pupil of ${unknown} results; these were not kept. The other ${stored} are in. Deliver the same message again later: nothing comes twice.`,
  )
}

/** The service in the words of WSDL 1.1: one operation, `BrengLeerresultaten`, as UWLR 2.2 has it. */
export const wsdl = (address: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:results="${RESULTS}" xmlns:authorisation="http://www.edustandaard.nl/leerresultaten/2/autorisatie"
  targetNamespace="${RESULTS}">
  <types>
    <schema xmlns="http://www.w3.org/2001/XMLSchema">
      <import namespace="${RESULTS}"/>
      <import namespace="http://www.edustandaard.nl/leerresultaten/2/autorisatie"/>
    </schema>
  </types>
  <message name="Authorisation"><part name="header" element="authorisation:autorisatie"/></message>
  <message name="Delivery"><part name="body" element="results:leerresultaten_verzoek"/></message>
  <message name="Confirmation"><part name="body" element="results:leerresultaten_bevestiging"/></message>
  <portType name="Leerresultaten">
    <operation name="BrengLeerresultaten">
      <input message="results:Delivery"/>
      <output message="results:Confirmation"/>
    </operation>
  </portType>
  <binding name="LeerresultatenSoap" type="results:Leerresultaten">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="BrengLeerresultaten">
      <soap:operation soapAction="BrengLeerresultaten"/>
      <input>
        <soap:header message="results:Authorisation" part="header" use="literal"/>
        <soap:body use="literal"/>
      </input>
      <output><soap:body use="literal"/></output>
    </operation>
  </binding>
  <service name="LeerresultatenService">
    <port name="Leerresultaten" binding="results:LeerresultatenSoap"><soap:address location="${escaped(address)}"/></port>
  </service>
</definitions>
`
