import { listOf } from '#shared/language/index.ts'
import { Actions, AlertBlock, Button, ButtonLink, Link, List, PhotoStrip, Row, Stack, Text } from '#shared/ui/index.ts'
import { problemSentence } from '#shared/uploads/index.ts'
import { urls } from '#src/urls.ts'
import type { Blocked, DraftPhoto } from './queries.ts'
import type { ComposerProps, Props } from './views.tsx'

export const photoNumbers = ({ t, language }: Props, numbers: readonly number[]): string =>
  t.compose.photosList(
    listOf(
      language,
      numbers.map((one) => String(one)),
    ),
    numbers.length,
  )

const captionOf = ({ t }: Props, { number, people, pupils }: DraftPhoto): string => {
  if (people === null) return `${number}. ${t.compose.whoIsIn}`
  return `${number}. ${people === 0 ? t.compose.noChildren : pupils.map(({ givenName }) => givenName).join(', ')}`
}

export const PhotosWritten = (props: ComposerProps & { id: string }) => {
  const { t, id, state, added } = props
  return (
    <PhotoStrip
      photos={added.photos.map((photo) => {
        const wrong = photo.people === null || photo.broken || photo.pupils.some(({ may }) => !may)
        const hidden = state === 'published' && wrong && photo.people !== null
        return {
          id: photo.id,
          src: hidden ? null : urls.newsPicture({ id, photo: photo.id, size: 'tile' }),
          alt: photo.alt || t.photo(photo.number),
          to: urls.namePhoto({ id, photo: photo.id }),
          caption: captionOf(props, photo),
          wrong,
        }
      })}
    />
  )
}

export const BlockedPhotos = ({ blocked, ...props }: ComposerProps & { id: string; blocked: readonly Blocked[] }) => {
  const { t, id, added } = props
  const numbers = [...new Set(blocked.flatMap(({ photos }) => photos))].sort((one, other) => one - other)
  const first = added.photos.find(({ number }) => number === numbers[0])!
  return (
    <AlertBlock icon="camera-off" heading={t.compose.blocked(blocked.length)}>
      <Stack>
        {blocked.map(({ name, photos }) => (
          <Text key={name}>{`${name}, ${t.compose.blockedOne(photoNumbers(props, photos))}`}</Text>
        ))}
        <Actions>
          <Button name="do" value="drop-blocked" look="alert">
            {t.compose.removeBlocked(photoNumbers(props, numbers))}
          </Button>
          <ButtonLink to={urls.namePhoto({ id, photo: first.id })} look="alert-line">
            {t.compose.rename}
          </ButtonLink>
        </Actions>
      </Stack>
    </AlertBlock>
  )
}

export const Arriving = ({ t, language, added }: ComposerProps) => (
  <List label={t.compose.add}>
    {added.arriving.map(({ id, name, problem, maxBytes }) => (
      <Row
        key={id}
        icon={problem ? 'circle-alert' : 'clock'}
        title={name}
        text={problem ? problemSentence(language, problem, maxBytes) : t.compose.arriving}
        tone={problem ? 'alert' : 'quiet'}
        end={
          problem && (
            <Button name="do" value={`dismiss ${id}`} look="line" label={t.compose.dismiss(name)}>
              {t.compose.remove}
            </Button>
          )
        }
      />
    ))}
  </List>
)

export const FilesWritten = ({ t, id, added }: ComposerProps & { id: string }) => (
  <List label={t.compose.files}>
    {added.files.map((file) => (
      <Row
        key={file.id}
        icon="file-text"
        title={
          <Link to={urls.newsFile({ id, file: file.id })} plain>
            {file.name}
          </Link>
        }
        end={
          <Button name="do" value={`drop-file ${file.id}`} look="line" label={t.compose.removeFile(file.name)}>
            {t.compose.remove}
          </Button>
        }
      />
    ))}
  </List>
)
