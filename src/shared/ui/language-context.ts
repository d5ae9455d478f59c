import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '#shared/language/index.ts'
import { uiTexts } from './texts.ts'

/** The page's language, so that a field knows how to say "Hoeft niet". `Page` sets it; outside a page it is Dutch. */
export const PageLanguage = createContext<Language>('nl')

/** The system's own words in the page's language. Not for rows: a list of 300 asks once, in its parent. */
export const useWords = () => uiTexts(useContext(PageLanguage))
