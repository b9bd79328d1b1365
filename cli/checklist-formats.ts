/** The formats a checklist is written in. */
export const checklistFormats = ['md', 'html', 'docx', 'xlsx', 'json'] as const
export type ChecklistFormat = (typeof checklistFormats)[number]
