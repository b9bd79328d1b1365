// Review by keyboard, and pointing from the letter to what was found and back. Everything here can be done without it.
const off = 'opfolg-taster-fra'
const review = () => document.getElementById('gennemgang')
const cards = () => [...document.querySelectorAll('[data-finding]')]
const cardOf = (id) => document.querySelector(`[data-finding="${CSS.escape(id)}"]`)
const marksOf = (id) => [...document.querySelectorAll(`[data-of~="${CSS.escape(id)}"]`)]
const currentCard = () => document.querySelector('[data-finding].is-current')
const say = (text) => {
  const place = document.getElementById('besked')
  if (place) place.textContent = text
}

/** Scrolls within the pane that holds the element, not the whole page, where the panes scroll by themselves. */
function reveal(element) {
  element?.scrollIntoView({ block: 'nearest', behavior: 'auto' })
}

function point(id) {
  for (const mark of document.querySelectorAll('[data-of].is-pointed')) mark.classList.remove('is-pointed')
  for (const mark of marksOf(id)) mark.classList.add('is-pointed')
}

function choose(card, { focus = true } = {}) {
  if (!card) return
  for (const other of cards()) other.classList.toggle('is-current', other === card)
  point(card.dataset.finding)
  reveal(marksOf(card.dataset.finding)[0])
  if (focus) card.focus({ preventScroll: true })
  reveal(card)
}

function step(by) {
  const all = cards()
  const at = all.indexOf(currentCard())
  choose(all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))])
}

/** The stretch of the letter's text that is selected, as `start-end`; numbers of findings are no part of the text. */
function selectedSpan() {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = positionOf(range.startContainer, range.startOffset)
  const end = positionOf(range.endContainer, range.endOffset)
  return start === null || end === null || start >= end ? null : `${start}-${end}`
}

function positionOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node
  const block = element?.closest('[data-start]')
  if (!block) return null
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(node, offset)
  const part = before.cloneContents()
  for (const extra of part.querySelectorAll('.ref, .marker')) extra.remove()
  return Number(block.dataset.start) + part.textContent.length
}

function addSelected() {
  const span = selectedSpan()
  if (!span) return say('Markér først ordene i brevet.')
  load(`/breve/${review().dataset.letter}?nyt=${span}`)
}

const load = (path) =>
  window.htmx.ajax('GET', path, { target: '#gennemgang', select: '#gennemgang', swap: 'outerHTML' })

function press(selector) {
  const card = currentCard()
  const control = card?.querySelector(selector)
  if (control && !control.disabled) control.click()
}

const keys = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  b: () => press('button[value="bekraeft"]'),
  a: () => press('button[value="afvis"]'),
  f: () => press('button[value="fortryd"]'),
  r: () => press('[data-key="r"]'),
  n: addSelected,
  g: () => {
    const card = currentCard()
    const inLetter = document.activeElement?.closest('.letter-pane')
    if (inLetter) card?.focus()
    else document.getElementById(`m-${card?.dataset.finding}`)?.focus()
  },
  '?': () => document.getElementById('taster').showModal(),
}

const isTyping = (target) => target.closest('input, select, textarea, dialog, [contenteditable]')

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape' && !event.target.closest('dialog')) {
    const cancel = document.querySelector('[data-finding] [data-key="Escape"]')
    if (cancel) cancel.click()
    return
  }
  if (isTyping(event.target) || (localStorage.getItem(off) && event.key !== '?')) return
  // the arrows scroll the letter while it has the focus
  if (event.key.startsWith('Arrow') && event.target.closest('.letter-pane')) return
  const action = keys[event.key]
  if (!action) return
  event.preventDefault()
  action()
})

/** What was current, and where the panes were, is kept over an answer of the server; a decision leads on. */
let before = null
document.addEventListener('htmx:beforeRequest', (event) => {
  const scrolled = [...document.querySelectorAll('.letter-pane, .findings-pane')].map(
    (pane) => pane.scrollTop,
  )
  const card = event.target.closest('[data-finding]') ?? currentCard()
  const decision = event.detail.requestConfig.parameters?.afgoerelse
  before = {
    id: card?.dataset.finding ?? null,
    scrolled,
    decision,
    waiting: card?.dataset.review === 'proposed',
  }
})
document.addEventListener('htmx:afterSettle', () => {
  wire()
  if (!before) return
  const panes = [...document.querySelectorAll('.letter-pane, .findings-pane')]
  panes.forEach((pane, index) => {
    pane.scrollTop = before.scrolled[index] ?? 0
  })
  const error = document.querySelector('.findings-pane [role="alert"]')
  const form = document.querySelector('#gennemgang form.edit, #tilfoej form')
  const card = before.id ? cardOf(before.id) : null
  if (error) {
    error.setAttribute('tabindex', '-1')
    choose(form?.closest('[data-finding]') ?? card, { focus: false })
    error.focus()
    reveal(error)
  } else if (form) {
    choose(form.closest('[data-finding]'), { focus: false })
    const field = form.querySelector('select, input:not([type="hidden"]), textarea')
    field?.focus()
    reveal(form)
  } else {
    const decided = before.waiting && card?.dataset.review !== 'proposed'
    choose((decided && nextWaiting(card)) || card || cards()[0])
    say(`${document.getElementById('fremskridt')?.textContent ?? ''} gennemgået`)
  }
  before = null
})
document.addEventListener('htmx:responseError', (event) => {
  say(
    event.detail.xhr.status === 404
      ? 'Det findes ikke længere. Genindlæs siden.'
      : 'Det lykkedes ikke. Genindlæs siden.',
  )
  window.location.reload()
})

function nextWaiting(card) {
  const all = cards()
  const at = all.indexOf(card)
  return [...all.slice(at + 1), ...all.slice(0, at)].find(
    ({ dataset }) => dataset.review === 'proposed' && !dataset.finding.startsWith('felt-'),
  )
}

/** Pointing at words in the letter shows what was found in them, and the other way round. */
function wire() {
  for (const mark of document.querySelectorAll('[data-of]')) {
    const id = mark.dataset.of.split(' ')[0]
    if (!id) continue
    mark.onmouseenter = () => {
      point(id)
      cardOf(id)?.classList.add('is-pointed')
    }
    mark.onmouseleave = () => {
      cardOf(id)?.classList.remove('is-pointed')
      point(currentCard()?.dataset.finding ?? '')
    }
    mark.onclick = () => {
      if (window.getSelection()?.isCollapsed) choose(cardOf(id))
    }
  }
  for (const card of cards()) {
    card.onmouseenter = () => point(card.dataset.finding)
    card.onfocus = () => {
      if (!card.classList.contains('is-current')) choose(card, { focus: false })
    }
  }
  document.getElementById('vis-taster')?.addEventListener('click', keys['?'])
}

const dialog = document.getElementById('taster')
const toggle = document.getElementById('taster-til-fra')
function showToggle() {
  const isOff = localStorage.getItem(off) !== null
  toggle.setAttribute('aria-pressed', String(!isOff))
  toggle.textContent = isOff ? 'Taster er slået fra' : 'Taster er slået til'
}
toggle?.addEventListener('click', () => {
  if (localStorage.getItem(off)) localStorage.removeItem(off)
  else localStorage.setItem(off, '1')
  showToggle()
})
document.getElementById('taster-luk')?.addEventListener('click', () => dialog.close())

document.documentElement.classList.add('has-js')
wire()
showToggle()
const wanted = window.location.hash.startsWith('#t-') ? cardOf(window.location.hash.slice(3)) : currentCard()
choose(wanted ?? cards().find(({ dataset }) => dataset.review === 'proposed') ?? cards()[0], {
  focus: Boolean(wanted),
})
// what is current is shown in its pane; the page itself begins with its heading
if (window.location.hash === '') window.scrollTo(0, 0)
if (window.location.hash.startsWith('#hit-')) reveal(document.querySelector(window.location.hash))
