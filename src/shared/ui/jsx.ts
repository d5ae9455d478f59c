export { Fragment, jsx, jsxs } from 'preact/jsx-runtime'

import type { JSX as PreactJSX, VNode } from 'preact'

/** What a page may show: nothing that is an object, so that a sealed value never becomes a child (PROMISES P30). */
export type Child = VNode | string | number | bigint | boolean | null | undefined | readonly Child[]

type WithOurChildren<Props> = Omit<Props, 'children' | 'style' | 'dangerouslySetInnerHTML'> & { children?: Child }

export namespace JSX {
  export type Element = VNode
  export type ElementType = PreactJSX.ElementType
  export interface ElementChildrenAttribute {
    children: unknown
  }
  export interface IntrinsicAttributes {
    key?: string | number
  }
  export type IntrinsicElements = {
    [Name in keyof PreactJSX.IntrinsicElements]: WithOurChildren<PreactJSX.IntrinsicElements[Name]> &
      // Every picture says what it shows, or with an empty text that it says nothing.
      (Name extends 'img' ? { alt: string } : unknown)
  }
}
