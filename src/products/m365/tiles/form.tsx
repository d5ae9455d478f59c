import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import {
  Button,
  Choice,
  Field,
  Foot,
  Form,
  FormErrors,
  PictureOptions,
  TaskScreen,
  type TileSymbol,
  tileColours,
  tileSymbols,
} from '#shared/ui/index.ts'
import { addressFrom, titleFrom } from './address.ts'
import { audiences, type NewTile } from './queries.ts'
import type { TileTexts } from './texts.ts'

const TITLE = 40
const symbols = Object.keys(tileSymbols) as TileSymbol[]

/** What somebody types of a tile; without a name it is called after its address. */
export const tileForm = z
  .object({
    address: z
      .string('address')
      .min(1, 'address')
      .transform((typed, problem) => {
        const address = addressFrom(typed)
        if ('wrong' in address) {
          problem.addIssue({ code: 'custom', message: address.wrong })
          return z.NEVER
        }
        return address.right
      }),
    title: z.string().max(TITLE, 'titleLong').default(''),
    symbol: z.enum(symbols, 'symbol'),
    colour: z.enum(tileColours, 'colour').default('blue'),
    forWhom: z.enum(audiences, 'forWhom').default('everyone'),
  })
  .transform((tile): NewTile => ({ ...tile, title: tile.title || titleFrom(tile.address) }))

export type Problems = Readonly<Record<string, string>>

type FormProps = {
  readonly t: TileTexts
  readonly title: string
  readonly action: string
  readonly back: { readonly to: string; readonly word: string }
  readonly typed: Typed
  readonly problems: Problems
  readonly send: string
  /** Of the school: for whom it is, is a question. */
  readonly asksForWhom: boolean
}

/** Paste an address, choose a picture, done. */
export const TileForm = ({ t, title, action, back, typed, problems, send, asksForWhom }: FormProps) => {
  const value = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : undefined)
  const wrong = (name: string) => {
    const code = problems[name] as keyof typeof t.problems | undefined
    return code && t.problems[code]
  }
  const colour = tileColours.find((one) => one === value('colour')) ?? 'blue'
  const symbol = symbols.find((one) => one === value('symbol'))
  return (
    <TaskScreen back={back} title={title}>
      <Form action={action}>
        {Object.keys(problems).length > 0 && <FormErrors>{wrong('form')}</FormErrors>}
        <Field
          name="address"
          label={t.form.address}
          hint={t.form.addressHint}
          type="url"
          value={value('address')}
          error={wrong('address')}
          maxLength={2000}
        />
        <PictureOptions
          name="symbol"
          legend={t.form.symbol}
          options={symbols.map((one) => ({ value: one, label: t.symbols[one], symbol: one, colour }))}
          chosen={symbol}
          error={wrong('symbol')}
        />
        <PictureOptions
          name="colour"
          legend={t.form.colour}
          options={tileColours.map((one) => ({
            value: one,
            label: t.colours[one],
            symbol: symbol ?? 'star',
            colour: one,
          }))}
          chosen={colour}
          error={wrong('colour')}
        />
        <Field
          name="title"
          label={t.form.title}
          hint={t.form.titleHint}
          value={value('title')}
          error={wrong('title')}
          maxLength={TITLE}
          optional
        />
        {asksForWhom && (
          <Choice
            name="forWhom"
            legend={t.form.forWhom}
            chosen={value('forWhom') ?? 'everyone'}
            error={wrong('forWhom')}
            options={audiences.map((one) => ({ value: one, label: t.audiences[one] }))}
          />
        )}
        <Foot>
          <Button>{send}</Button>
        </Foot>
      </Form>
    </TaskScreen>
  )
}
