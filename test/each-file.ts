import { inject } from 'vitest'
import { useAssetsFrom } from '#shared/ui/assets.ts'

useAssetsFrom(inject('assets'))
