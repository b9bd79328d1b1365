import type { Child } from 'hono/jsx'

/** A table that scrolls sideways by itself where the window is narrow, by keyboard too. */
export function ScrollTable({ label, children }: { label: string; children?: Child }) {
  return (
    <section class="scroll" aria-label={`Tabel: ${label}`} tabindex={0}>
      <table class="table table--compact">{children}</table>
    </section>
  )
}
