import { checklistDocument } from '../followup/checklist-pages/checklist-document.ts'
import type { Checklist } from '../schemas/checklist.ts'
import type { ChecklistFormat } from './checklist-formats.ts'
import { jsonText } from './output.ts'

/** A checklist in one of its formats. */
export async function checklistFile(checklist: Checklist, format: ChecklistFormat): Promise<string | Buffer> {
  switch (format) {
    case 'json':
      return `${jsonText(checklist)}\n`
    case 'md': {
      const { checklistMarkdown } = await import('../followup/markdown/checklist.ts')
      return checklistMarkdown(checklistDocument(checklist))
    }
    case 'html': {
      const { checklistHtml } = await import('../followup/html/checklist.ts')
      return checklistHtml(checklistDocument(checklist))
    }
    case 'docx': {
      const { checklistDocx } = await import('../followup/docx/checklist.ts')
      return checklistDocx(checklistDocument(checklist))
    }
    case 'xlsx': {
      const { checklistSheets } = await import('../followup/xlsx/checklist-sheets.ts')
      const { workbook } = await import('../followup/xlsx/workbook.ts')
      return workbook(checklistSheets(checklist))
    }
  }
}
