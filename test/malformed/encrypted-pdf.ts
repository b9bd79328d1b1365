import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { helvetica, madePdf, textOperators } from './made-pdf.ts'

const sha256 = (...parts: Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

function aes(key: Buffer, iv: Buffer, data: Uint8Array, padding: boolean): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(padding)
  return Buffer.concat([cipher.update(data), cipher.final()])
}

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`

/**
 * A PDF with one page, encrypted with AES-256: everybody who knows `user` can read it, everybody when that is empty.
 * Source: Adobe Supplement to ISO 32000, extension level 3 (revision 5).
 */
export function encryptedPdf(user: string, owner: string): Buffer {
  const key = randomBytes(32)
  const none = Buffer.alloc(16)
  /** What checks a password, and the file's key as it opens it. */
  const entry = (password: string, more: Buffer): [check: Buffer, key: Buffer] => {
    const [validation, keySalt] = [randomBytes(8), randomBytes(8)]
    const typed = Buffer.from(password)
    const check = Buffer.concat([sha256(typed, validation, more), validation, keySalt])
    return [check, aes(sha256(typed, keySalt, more), none, key, false)]
  }
  const [U, UE] = entry(user, Buffer.alloc(0))
  const [O, OE] = entry(owner, U)
  const filter = `<< /Filter /Standard /V 5 /R 5 /Length 256 /P -3904 /U ${hex(U)} /UE ${hex(UE)} /O ${hex(O)} /OE ${hex(OE)} /Perms ${hex(none)}
    /CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>`
  const iv = randomBytes(16)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    { dictionary: '', stream: Buffer.concat([iv, aes(key, iv, textOperators(), true)]) },
    helvetica,
    filter,
  ]
  return madePdf(objects, { trailer: '/Encrypt 6 0 R /ID [<00> <00>]' })
}
