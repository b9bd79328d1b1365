import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../load.ts'
import { annex } from './build/annex.ts'
import { acknowledgement, orientation, request, status, supplementaryRequest } from './build/letters.ts'

/**
 * Writes the templates as they were at first. Those that are there may have been changed in Word and stay, unless the
 * command says `--overwrite`.
 */
const templates = {
  'anmodning.docx': request,
  'anmodning-supplerende.docx': supplementaryRequest,
  'kvittering.docx': acknowledgement,
  'status.docx': status,
  'orientering.docx': orientation,
  'internt-bilag.docx': annex,
}

for (const [name, build] of Object.entries(templates)) {
  const path = join(packageRoot, 'data/templates', name)
  if (existsSync(path) && !process.argv.includes('--overwrite'))
    console.log(`${name}: is there, left as it is`)
  else {
    writeFileSync(path, await build())
    console.log(`${name}: written`)
  }
}
