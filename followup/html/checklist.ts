import { courseSvg } from '../chart/course-svg.ts'
import type { Block, Document, Page, Text } from '../checklist-pages/blocks.ts'
import { escapeHtml } from './escape.ts'
import { checklistStyle } from './style.ts'

/** The checklist as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. */
export function checklistHtml({ title, pages }: Document): string {
  const links = pages.map(({ id, title: of }) => `<li><a href="#${id}">${escapeHtml(of)}</a></li>`)
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${checklistStyle}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1>
<nav aria-label="Sider"><ul>${links.join('')}</ul></nav></header>
<main>
${pages.map(pageHtml).join('\n')}
</main>
</body>
</html>
`
}

function pageHtml({ id, title, blocks }: Page): string {
  return `<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${escapeHtml(title)}</h2>
${blocks.map((block, at) => blockHtml(block, `${id}-${at}`)).join('\n')}
</section>`
}

function textHtml(text: Text): string {
  return text
    .map(({ text: words, strong, code }) => {
      const safe = escapeHtml(words)
      return strong ? `<strong>${safe}</strong>` : code ? `<code>${safe}</code>` : safe
    })
    .join('')
}

function blockHtml(block: Block, id: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${textHtml(block.text)}</p>`
    case 'list':
      return block.tick
        ? `<ul class="ticks">${block.items.map((item, at) => `<li><input type="checkbox" id="${id}-${at}"><label for="${id}-${at}">${textHtml(item)}</label></li>`).join('')}</ul>`
        : `<ul>${block.items.map((item) => `<li>${textHtml(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.rows.map(({ name, text }) => `<dt>${escapeHtml(name)}</dt><dd>${textHtml(text)}</dd>`).join('')}</dl>`
    case 'table':
      return `<div class="wide" tabindex="0" role="region" aria-label="${escapeHtml(block.caption)}"><table><caption>${escapeHtml(block.caption)}</caption><thead><tr>${block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>${block.rows.map(rowHtml).join('')}</tbody></table></div>`
    case 'chart':
      return `<figure>${courseSvg(block.course, block.caption)}<figcaption>${escapeHtml(block.course.indicator.name)}</figcaption></figure>`
  }
}

function rowHtml([first = [], ...rest]: Text[]): string {
  return `<tr><th scope="row">${textHtml(first)}</th>${rest.map((cell) => `<td>${textHtml(cell)}</td>`).join('')}</tr>`
}
