type Submission = { formElement: HTMLFormElement; submitter: HTMLElement | null }

export type TurboEvents = {
  'turbo:submit-start': CustomEvent<{ formSubmission: Submission }>
  'turbo:submit-end': CustomEvent<{
    formSubmission: Submission
    success: boolean
    fetchResponse?: { statusCode: number }
  }>
  'turbo:before-fetch-response': CustomEvent<{ fetchResponse: { statusCode: number } }>
  'turbo:fetch-request-error': CustomEvent<object>
  'turbo:before-morph-element': CustomEvent<{ currentElement: Element }>
  'turbo:before-morph-attribute': CustomEvent<{ attributeName: string }>
}

/** Listens on the document to one of Turbo's events, with its type. */
export function onTurbo<Name extends keyof TurboEvents>(name: Name, listen: (event: TurboEvents[Name]) => void): void {
  document.addEventListener(name, listen as EventListener)
}
