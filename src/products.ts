import { school } from '#products/school/index.ts'
import type { Module } from '#shared/access/module.ts'
import type { WhoIs } from '#shared/access/serve.ts'

/** What a product brings: its modules, and one of them tells who somebody is. */
export type Product = { readonly name: string; readonly modules: readonly Module[]; readonly whoIs?: WhoIs }

/** The product list; a product is a folder and a line here. */
export const products: readonly Product[] = [school]
