/** A school's logo: where it is, its size, and what stands behind it on light and dark pages so that it can be seen. */
export type LogoProps = {
  readonly address: string
  readonly width: number
  readonly height: number
  readonly light: 'none' | 'dark'
  readonly dark: 'none' | 'light'
}

/** The logo, beside the school's name: it says nothing that the name does not, so it is silent for screen readers. */
export function Logo({ address, width, height, light, dark }: LogoProps) {
  return <img class={`logo on-light-${light} on-dark-${dark}`} src={address} alt="" width={width} height={height} />
}

/** The logo on a light and on a dark ground, to look at both at once. */
export function LogoGrounds({
  logo,
  words,
}: {
  logo: LogoProps
  words: { readonly light: string; readonly dark: string }
}) {
  return (
    <div class="logo-grounds">
      {(['light', 'dark'] as const).map((ground) => (
        <figure key={ground} class={`ground-${ground}`}>
          <img
            class={`logo ${logo[ground] === 'none' ? '' : `plate-${logo[ground]}`}`}
            src={logo.address}
            alt=""
            width={logo.width}
            height={logo.height}
          />
          <figcaption>{words[ground]}</figcaption>
        </figure>
      ))}
    </div>
  )
}
